// Turns what a declaration prints into the edits of a sheet's rows: those that stand once in their place, blocks as all of their copies.
import type { Edit } from '../../../base/finding.js';
import type { RowBlock } from '../../../compose/cells/sheet-template.js';
import { lastRow } from './addresses.js';
import type { PlannedSheet } from './open-workbook.js';
import type { PlacedRow } from './placed-rows.js';
import type { RowHeights } from './row-heights.js';
import type { RowMoves } from './row-moves.js';
import { made, type RowAt, type RowPlan, rowText } from './rows.js';
import type { MovesOf } from './site.js';
import type { GrowingStrings } from './string-table.js';

/** A sheet as it is filled for one declaration. */
export interface PrintedSheet {
  readonly planned: PlannedSheet;
  readonly moves: RowMoves;
  readonly rows: readonly PlacedRow[];
  readonly room: RowHeights;
}

export function rowEdits(
  { planned, moves, rows, room }: PrintedSheet,
  movesOf: MovesOf,
  strings: GrowingStrings,
  isDraft: boolean,
): readonly Edit[] {
  const { sheet, template, placeholders } = planned;
  const seen = new Set<RowPlan>();
  const at = ({ row, path, plan, printed }: PlacedRow): RowAt => {
    const isFirst = !seen.has(plan);
    seen.add(plan);
    const height = room.heights.get(row) ?? null;
    return { row, path, isFirst, height, cells: printed?.cells ?? null, movesOf, strings, isDraft };
  };
  const edits: Edit[] = [];
  const copies = new Map<RowBlock, string[]>(template?.blocks.map((block) => [block, []]));

  for (const plan of planned.rows.values()) {
    const filled = plan.source.cells.filter(({ name, shared }) => shared !== null && placeholders.has(name));
    strings.count(-filled.length);
  }
  for (const placed of rows) {
    const { element, cells, row } = placed.plan.source;
    const texts = placed.block && copies.get(placed.block);
    if (texts) {
      if (!seen.has(placed.plan)) strings.count(-placed.plan.sharedTexts);
      strings.count(placed.plan.sharedTexts);
      texts.push(rowText(placed.plan, at(placed), sheet.xml));
    }
    // LibreOffice writes the last rows of a sheet though nothing is in them.
    else if (cells.length === 0 && row < lastRow && row + moves.added >= lastRow) {
      edits.push({ start: element.start, end: element.end, text: '' });
    } else edits.push(...made(placed.plan.edits, at(placed)));
  }
  for (const [block, texts] of copies) {
    const own = sheet.rows.filter(({ row }) => block.first <= row && row <= block.last);
    const [first, last] = [own[0], own.at(-1)];
    if (first && last) edits.push({ start: first.element.start, end: last.element.end, text: texts.join('') });
  }
  return edits;
}
