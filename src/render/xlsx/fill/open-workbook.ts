// Opens an authority's own workbook to be filled: checks its placeholders, and finds everything that names a row that will move. What no
// declaration can change is found out here, once.
import type { Finding, Outcome, Said } from '../../../base/finding.js';
import type { Field, Form } from '../../../check/form.js';
import type { PlaceholderCell } from '../../../compose/cells/blocks.js';
import { type CellTemplate, compileCells } from '../../../compose/cells/cells.js';
import type { RowBlock } from '../../../compose/cells/sheet-template.js';
import type { Meta } from '../../renderer.js';
import { affectedSheets } from './affected.js';
import { type Book, readBook } from './book.js';
import { type DroppedChain, dropCalculationChain } from './calculation.js';
import { cellFormulas } from './cell-formulas.js';
import { columnWidths } from './column-widths.js';
import { markedText } from './draft-mark.js';
import { type UsualHeight, usualHeight } from './height-attributes.js';
import { checkMerges, mergesByName } from './merges.js';
import { workbookMessages } from './messages.js';
import type { Blocks } from './move-references.js';
import { openPackage, type Package } from './package.js';
import { type PartSites, partSites } from './part-sites.js';
import { openProperties, type PropertyChanges } from './properties.js';
import { planRow, type RowContext, type RowPlan } from './rows.js';
import { readSheet, type Sheet } from './sheet.js';
import { sheetSites } from './sheet-sites.js';
import type { Collector, Site } from './site.js';
import { readStrings, type StringTable } from './string-table.js';
import { readStyles } from './styles.js';
import { Unfillable } from './unfillable.js';
import { findingAt, inSheet, type Where } from './where.js';
import { textOf } from './xml.js';

export interface PlannedSheet {
  readonly sheet: Sheet;
  /** Null for a sheet without placeholders. */
  readonly template: CellTemplate | null;
  readonly placeholders: ReadonlySet<string>;
  /** The rows that may change, by number. */
  readonly rows: ReadonlyMap<number, RowPlan>;
  readonly usualHeight: UsualHeight;
  readonly sites: readonly Site[];
}

export interface Workbook {
  /** As findings name it. */
  readonly file: string;
  readonly form: Form;
  readonly office: Package;
  readonly book: Book;
  readonly strings: StringTable;
  /** Numbers of shared strings that hold placeholders. */
  readonly free: readonly number[];
  readonly sheets: readonly PlannedSheet[];
  readonly sites: PartSites;
  /** There are formulas that depend on what is filled in. */
  readonly calculates: boolean;
  /** The order of calculation, where rows move under it. */
  readonly chain: DroppedChain | null;
  readonly properties: (meta: Meta) => PropertyChanges;
  /** The texts of the form that it prints. */
  readonly printed: ReadonlySet<Field>;
}

/** More help nobody. */
const mostFindings = 100;

export function openWorkbook(file: string, bytes: Uint8Array, form: Form): Outcome<Workbook> {
  const findings: Finding[] = [];
  const report = (where: Where | null, kind: string, said: Said) => {
    const finding = findingAt(file, where, kind, said);
    const isKnown = findings.some(({ message }) => message.zh === finding.message.zh);
    if (!isKnown && findings.length < mostFindings) findings.push(finding);
  };
  try {
    const value = open(file, bytes, form, report);
    return { value: findings.length > 0 ? null : value, findings };
  } catch (error) {
    if (!(error instanceof Unfillable)) throw error;
    report(error.where, 'workbook', error.said);
    return { value: null, findings };
  }
}

type Report = (where: Where | null, kind: string, said: Said) => void;

function open(file: string, bytes: Uint8Array, form: Form, report: Report): Workbook | null {
  const office = openPackage(bytes);
  const book = readBook(office);
  const partOf = (type: string) => office.relationships(office.main).find((one) => one.type === type)?.part ?? null;
  const xmlOf = (part: string | null) => (part === null ? null : office.xml(part));
  const strings = readStrings(xmlOf(partOf('sharedStrings')));
  const taken = partsTaken(office, book, partOf('sharedStrings'));
  const sheets = book.sheets.map(({ name, part }) => readSheet(name, office.xml(part), strings));
  for (const sheet of sheets) checkFormulas(sheet, report);

  const compiled = sheets.map((sheet) => compile(sheet, form, report));
  if (compiled.every(({ cells }) => cells.length === 0)) report(null, 'workbook', workbookMessages.nothing());
  if (compiled.some(({ cells, template }) => cells.length > 0 && !template)) return null;

  const blocks = blocksOf(book, sheets, compiled);
  const moves = compiled.some(({ template }) => (template?.blocks.length ?? 0) > 0);
  if (moves && office.names.some((name) => /^xl\/revisions\//i.test(name))) {
    report(null, 'move', workbookMessages.revisions());
  }
  const collector: Collector = { blocks, report: (where, said) => report(where, 'move', said) };
  const filled = new Set(compiled.filter(({ cells }) => cells.length > 0).map(({ sheet }) => sheet.name));
  const affected = affectedSheets(office, book, sheets, filled);
  const styles = readStyles(xmlOf(partOf('styles')));
  const planned = compiled.map(({ sheet, cells, template }): PlannedSheet => {
    const placeholders = new Set(cells.map(({ name }) => name));
    const context: RowContext = {
      sheet,
      placeholders,
      formulas: moves ? cellFormulas(sheet, collector) : new Map(),
      dropsValues: affected.has(sheet.name),
      once: checkMerges(sheet, placeholders, collector),
      marked: cells.length > 0 ? markedText(sheet, placeholders, strings) : new Map(),
      styles,
      merges: mergesByName(sheet),
      usualHeight: usualHeight(sheet.xml, styles.size),
      widthOf: cells.length > 0 ? columnWidths(sheet.xml, styles.digit) : () => 0,
    };
    const sites = moves ? sheetSites(sheet, collector) : [];
    const rows = planRows(context, blocks);
    return { sheet, template, placeholders, rows, usualHeight: context.usualHeight, sites };
  });
  const placeholdersOf = (name: string) =>
    planned.find(({ sheet }) => sheet.name === name)?.placeholders ?? new Set<string>();
  return {
    file,
    form,
    office,
    book,
    strings,
    free: strings.texts.flatMap((text, number) => (text.includes('{{') ? number : [])),
    sheets: planned,
    sites: moves ? partSites(office, book, taken, placeholdersOf, collector) : new Map(),
    calculates: sheets.some((sheet) => affected.has(sheet.name) && hasFormulas(sheet)),
    chain: moves ? dropCalculationChain(office) : null,
    properties: openProperties(office),
    printed: new Set(compiled.flatMap(({ template }) => [...(template?.printed ?? [])])),
  };
}

/** The parts of which it is known what they are. Throws an Unfillable where one is to be two things. */
function partsTaken(office: Package, { sheets }: Book, strings: string | null): readonly string[] {
  const custom = office.relationships('').find(({ type }) => type === 'custom-properties')?.part;
  const known = [office.main, ...sheets.map(({ part }) => part), ...[strings, custom].flatMap((part) => part ?? [])];
  const kept = office.names.filter((name) => /(?:\.rels|\[Content_Types\]\.xml)$/i.test(name));
  const taken = [...known, ...kept];
  if (new Set(taken).size < taken.length) throw new Unfillable(workbookMessages.damaged());
  return taken;
}

interface Compiled {
  readonly sheet: Sheet;
  readonly cells: readonly PlaceholderCell[];
  readonly template: CellTemplate | null;
}

function compile(sheet: Sheet, form: Form, report: Report): Compiled {
  const holders = sheet.rows.flatMap(({ cells }) => cells).filter(({ text }) => text?.includes('{{'));
  const cells = holders.map(({ row, name, text }) => ({ row, name, text: text ?? '' }));
  if (cells.length === 0) return { sheet, cells, template: null };
  const { template, faults } = compileCells(cells, form);
  for (const { cell, kind, said } of faults) {
    const { row, column } = holders.find(({ name }) => name === cell.name) ?? { row: 1, column: 1 };
    report(inSheet(sheet.name, cell.name, row, column), kind, said);
  }
  return { sheet, cells, template };
}

function blocksOf(book: Book, sheets: readonly Sheet[], compiled: readonly Compiled[]): Blocks {
  const bySheet = new Map<string, readonly RowBlock[]>();
  sheets.forEach(({ name }, index) => {
    const blocks = compiled[index]?.template?.blocks ?? [];
    if (blocks.length > 0) bySheet.set(name.toLowerCase(), blocks);
  });
  const of = (sheet: string) => bySheet.get(sheet.toLowerCase()) ?? [];
  const order = book.order.map((name) => name.toLowerCase());
  return {
    of,
    between(first, last) {
      const ends = [order.indexOf(first.toLowerCase()), order.indexOf(last.toLowerCase())];
      return order.slice(Math.min(...ends), Math.max(...ends) + 1).some((name) => of(name).length > 0);
    },
    areNamedIn: (text) => [...bySheet.keys()].some((name) => text.toLowerCase().includes(name)),
  };
}

function checkFormulas({ name, xml, rows }: Sheet, report: Report): void {
  for (const cell of rows.flatMap(({ cells }) => cells)) {
    if (!cell.formula || !textOf(xml, cell.formula).includes('{{')) continue;
    report(inSheet(name, cell.name, cell.row, cell.column), 'cell', workbookMessages.inFormula());
  }
}

function planRows(context: RowContext, blocks: Blocks): ReadonlyMap<number, RowPlan> {
  const { sheet, placeholders, formulas, dropsValues, marked, merges } = context;
  // Rows under a text that is filled may have to be higher for it.
  const tall = [...placeholders].flatMap((name) => merges.get(name) ?? []);
  const firstMoved = blocks.of(sheet.name)[0]?.first ?? Number.POSITIVE_INFINITY;
  const changes = sheet.rows.filter(
    ({ row, cells }) =>
      row >= firstMoved ||
      tall.some(({ top, bottom }) => top <= row && row <= bottom) ||
      cells.some(
        ({ name, formula }) =>
          placeholders.has(name) || formulas.has(name) || marked.has(name) || (dropsValues && formula !== null),
      ),
  );
  return new Map(changes.map((row) => [row.row, planRow(row, context)]));
}

function hasFormulas({ rows }: Sheet): boolean {
  return rows.some(({ cells }) => cells.some(({ formula }) => formula !== null));
}
