// Turns what a declaration prints into the edits of a sheet's rows: those that stand once in their place, blocks as all of their copies.
import type { Edit } from '../../../base/finding.js';
import type { PrintedRow } from '../../../compose/cells/cells.js';
import { lastRow } from './addresses.js';
import type { PlannedSheet } from './open-workbook.js';
import type { RowMoves } from './row-moves.js';
import { made, type RowAt, type RowPlan, rowText } from './rows.js';
import type { MovesOf } from './site.js';
import type { GrowingStrings } from './string-table.js';

/** A sheet as it is filled for one declaration. */
export interface PrintedSheet {
  readonly planned: PlannedSheet;
  readonly rows: readonly PrintedRow[];
  readonly moves: RowMoves;
}

export function rowEdits(
  { planned, rows: printed, moves }: PrintedSheet,
  movesOf: MovesOf,
  strings: GrowingStrings,
  isDraft: boolean,
): readonly Edit[] {
  const { sheet, template, rows } = planned;
  const blocks = template?.blocks ?? [];
  const rounds = blocks.map((block) => ({ block, copies: moves.copiesOf(block) }));
  const repeated = (row: number) => blocks.some(({ first, last }) => first <= row && row <= last);
  const once = new Map(printed.map((row) => [row.row, row]));
  const atOf = (row: number, path: readonly number[], isFirst: boolean, source: PrintedRow | undefined): RowAt => ({
    row,
    path,
    isFirst,
    cells: source?.cells ?? null,
    movesOf,
    strings,
    isDraft,
  });
  const placeholders = (plan: RowPlan) =>
    plan.source.cells.filter(({ name, shared }) => shared !== null && planned.placeholders.has(name)).length;
  const edits: Edit[] = [];

  for (const [row, plan] of rows) {
    strings.count(-placeholders(plan));
    const { element, cells } = plan.source;
    if (repeated(row)) strings.count(-plan.sharedTexts);
    // LibreOffice writes the last rows of a sheet though nothing is in them.
    else if (cells.length === 0 && row < lastRow && row + moves.added >= lastRow) {
      edits.push({ start: element.start, end: element.end, text: '' });
    } else edits.push(...made(plan.edits, atOf(moves.span(row).first, [], true, once.get(row))));
  }
  for (const { block, copies } of rounds) {
    const own = sheet.rows.filter(({ row }) => block.first <= row && row <= block.last);
    const [first, last] = [own[0], own.at(-1)];
    if (!first || !last) continue;
    const seen = new Set<number>();
    const texts = copies.map(({ row, path, printed: source }) => {
      const plan = rows.get(source.row);
      const isFirst = !seen.has(source.row);
      seen.add(source.row);
      if (!plan) return '';
      strings.count(plan.sharedTexts);
      return rowText(plan, atOf(row, path, isFirst, source), sheet.xml);
    });
    edits.push({ start: first.element.start, end: last.element.end, text: texts.join('') });
  }
  return edits;
}
