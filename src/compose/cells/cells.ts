// Compiles the placeholders of a sheet, after checking them as form.hbs is checked: the same words mean the same.
// All its cells become one template of rows, so that what surrounds a cell is known in it.
import type { Field, Form } from '../../check/form.js';
import { checkFields } from '../check-fields.js';
import type { Cell } from '../grid.js';
import { isText } from '../markup.js';
import { lineAttribute } from '../prepare.js';
import { readPrinted } from '../printed.js';
import { parseTemplate, printerOf } from '../printer.js';
import { attribute, elementsIn, readCell } from '../read-grid.js';
import type { Viewed } from '../view.js';
import { type CellFault, findBlocks, type PlaceholderCell } from './blocks.js';
import { pathAttribute, type RowBlock, type RowCells, writeTemplate } from './sheet-template.js';

/** A row as printed for one declaration. */
export interface PrintedRow {
  /** Its row in the sheet of the template. */
  readonly row: number;
  /** The number of the item in each loop around it, outermost first; 0 stands for the one that is printed where there is none. */
  readonly path: readonly number[];
  /** By name, such as B5 in the sheet of the template. */
  readonly cells: ReadonlyMap<string, Cell>;
}

export interface CellTemplate {
  readonly blocks: readonly RowBlock[];
  /** The texts of the form that it prints. */
  readonly printed: ReadonlySet<Field>;
  /** Names of the cells that print a list. */
  readonly lists: ReadonlySet<string>;
  /** Rows with placeholders and all rows of blocks; of a block at least one of each. Throws Handlebars' exception. */
  print(viewed: Viewed): readonly PrintedRow[];
}

export interface CompiledCells {
  /** Null where there are faults. */
  readonly template: CellTemplate | null;
  readonly faults: readonly CellFault[];
}

/** `cells` in the order of reading, their lines parted by `\n`. */
export function compileCells(cells: readonly PlaceholderCell[], form: Form): CompiledCells {
  const found = findBlocks(cells);
  // Loops that do not close have no rows to be about.
  if (found.faults.length > 0) return { template: null, faults: found.faults };
  const faults: CellFault[] = [];
  const rows = new Map<number, PlaceholderCell[]>();
  for (const cell of found.cells) rows.set(cell.row, [...(rows.get(cell.row) ?? []), cell]);
  const { text, blocks, lists, cellAt } = writeTemplate(found, rows, form, (cell, said) =>
    faults.push({ cell, kind: 'syntax', said }),
  );
  if (faults.length > 0) return { template: null, faults };

  const program = parseTemplate(text);
  if ('said' in program) throw new Error(`Cells that can be read one by one cannot be read together: ${text}`);
  const checked = checkFields(program, text, form);
  for (const { kind, said, start } of checked.faults) {
    const cell = cellAt(start);
    if (cell) faults.push({ cell, kind, said });
  }
  if (faults.length > 0) return { template: null, faults };
  const printer = printerOf(program);
  const print = (viewed: Viewed) => readRows(printer(viewed), rows, form);
  return { template: { blocks, printed: checked.printed, lists, print }, faults };
}

function readRows(html: string, rows: RowCells, form: Form): readonly PrintedRow[] {
  return elementsIn(readPrinted(html), 'tr').map((tr) => {
    const row = Number(attribute(tr, lineAttribute));
    const path = attribute(tr, pathAttribute);
    const cells = tr.children.flatMap((child) => (isText(child) ? [] : [readCell(child, form)]));
    const named = (rows.get(row) ?? []).flatMap(({ name }, index) => {
      const cell = cells[index];
      return cell ? [[name, cell] as const] : [];
    });
    return { row, path: path === '' ? [] : path.split('.').map(Number), cells: new Map(named) };
  });
}
