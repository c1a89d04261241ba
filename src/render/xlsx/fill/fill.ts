// Fills an authority's own workbook with a declaration. Only the parts that change are written again, and of these only the stretches that
// change; everything else of the file is copied as it is packed. Dates of the archive are fixed, so the same input gives the same bytes.
import type { Edit, Finding, Outcome } from '../../../base/finding.js';
import { packInOrder, zipEntry } from '../../../base/zip.js';
import type { Viewed } from '../../../compose/view.js';
import type { Meta } from '../../renderer.js';
import { faultsOf } from '../faults.js';
import { lastRow } from './addresses.js';
import { calculateOnLoad } from './calculation.js';
import { headEdits } from './draft-mark.js';
import { workbookMessages } from './messages.js';
import type { Workbook } from './open-workbook.js';
import { placeRows } from './placed-rows.js';
import { type PrintedSheet, rowEdits } from './row-edits.js';
import { type CutText, highest, rowHeights } from './row-heights.js';
import { moveRows } from './row-moves.js';
import { editsOf, type MovesOf } from './site.js';
import { splice } from './splice.js';
import { growStrings } from './string-table.js';
import { findingAt, inSheet } from './where.js';

/** `draft`: the sheets that are filled are marked. Findings carry the field as pointer where it is the declaration that does not fit. */
export function fill(workbook: Workbook, viewed: Viewed, meta: Meta, draft: boolean): Outcome<Uint8Array> {
  const printed = printAll(workbook, viewed);
  if (!printed.value) return { value: null, findings: printed.findings };
  const faults = [...faultsIn(printed.value), ...roomIn(printed.value, workbook)];
  if (faults.length > 0) return { value: null, findings: faults };

  const { office, book, strings: table, free } = workbook;
  const strings = growStrings(table, free);
  const moved = new Map(
    printed.value.map(({ planned, moves }) => [
      planned.sheet.name.toLowerCase(),
      { blocks: planned.template?.blocks ?? [], moves },
    ]),
  );
  const movesOf: MovesOf = (sheet) => {
    const found = moved.get(sheet.toLowerCase());
    return found && found.blocks.length > 0 ? found : null;
  };
  const edits = new Map<string, Edit[]>();
  const edit = (part: string, more: readonly Edit[]) => {
    if (more.length > 0) edits.set(part, [...(edits.get(part) ?? []), ...more]);
  };
  for (const one of printed.value) {
    edit(one.planned.sheet.part, rowEdits(one, movesOf, strings, draft));
    edit(one.planned.sheet.part, editsOf(one.planned.sites, movesOf));
    if (draft && one.planned.template) edit(one.planned.sheet.part, headEdits(one.planned.sheet));
  }
  if (table.xml) edit(table.xml.part, strings.edits());
  for (const [part, sites] of workbook.sites) edit(part, editsOf(sites, movesOf));
  if (workbook.calculates) edit(office.main, [calculateOnLoad(book)]);
  const { chain } = workbook;
  const properties = workbook.properties(meta);
  for (const changes of [chain?.edits, properties.edits]) for (const [part, more] of changes ?? []) edit(part, more);

  const entries = office.names
    .filter((name) => name !== chain?.part)
    .map((name) => {
      const own = edits.get(name);
      const before = own ? (office.text(name) ?? '') : '';
      const after = own ? splice(before, own) : '';
      return after === before ? office.packed(name) : zipEntry(name, after);
    });
  const { added } = properties;
  const value = packInOrder([...entries, ...(added ? [zipEntry(added.part, added.text)] : [])]);
  return { value, findings: cutIn(printed.value, workbook) };
}

function printAll({ sheets, file }: Workbook, viewed: Viewed): Outcome<readonly PrintedSheet[]> {
  try {
    const value = sheets.map((planned) => {
      const printed = planned.template?.print(viewed) ?? [];
      const moves = moveRows(planned.template?.blocks ?? [], printed);
      const rows = placeRows(planned, printed, moves);
      return { planned, moves, rows, room: rowHeights(rows, moves, planned.usualHeight) };
    });
    return { value, findings: [] };
  } catch (error) {
    if (!(error instanceof Error && 'lineNumber' in error)) throw error;
    return { value: null, findings: [findingAt(file, null, 'print', workbookMessages.failed(error.message))] };
  }
}

/** What a cell cannot hold, each told once. */
function faultsIn(sheets: readonly PrintedSheet[]): readonly Finding[] {
  const cells = sheets.flatMap(({ rows }) => rows.flatMap(({ printed }) => [...(printed?.cells.values() ?? [])]));
  const found = new Map(cells.flatMap(faultsOf).map((finding) => [`${finding.rule} ${finding.message.zh}`, finding]));
  return [...found.values()];
}

/** A warning for each text that no row is high enough for. */
function cutIn(sheets: readonly PrintedSheet[], { file }: Workbook): readonly Finding[] {
  const findingOf = (sheet: string, { name, row, column, height, field }: CutText): Finding => {
    const said = workbookMessages.cut(Math.ceil(height), highest);
    return {
      ...findingAt(file, inSheet(sheet, name, row, column), 'height', said, 'warning'),
      ...(field !== null && { pointer: field }),
    };
  };
  return sheets.flatMap(({ planned, room }) => room.cut.map((text) => findingOf(planned.sheet.name, text)));
}

function roomIn(sheets: readonly PrintedSheet[], { file }: Workbook): readonly Finding[] {
  return sheets.flatMap(({ planned: { sheet }, moves }) => {
    const last = sheet.rows.findLast(({ row, cells }) => row < lastRow && cells.length > 0)?.row ?? 0;
    return moves.added === 0 || last + moves.added < lastRow
      ? []
      : [findingAt(file, inSheet(sheet.name, 'A1'), 'row', workbookMessages.tooManyRows())];
  });
}
