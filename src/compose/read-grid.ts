// Turns a template's markup, as printed for one declaration, into the grid.
// A value's line breaks arrive as <br>; the template's own are gone before (see prepare.ts).
import { fromPointer } from '../base/pointer.js';
import { type Form, fieldAt } from '../check/form.js';
import { checkRows, type RowFault } from './check-rows.js';
import type { Amount, Cell, Grid, Paragraph, Row, Table } from './grid.js';
import { isText } from './markup.js';
import { lineAttribute } from './prepare.js';
import { type Printed, type PrintedElement, readPrinted } from './printed.js';

export interface ReadGrid {
  readonly grid: Grid;
  readonly faults: readonly RowFault[];
}

/** `html` is what a checked template printed: its elements nest, but its rows may not add up. */
export function readGrid(html: string, form: Form): ReadGrid {
  const tops = elementsIn(readPrinted(html));
  const title = tops.find((node) => node.name === 'title');
  const faults: RowFault[] = [];
  const tables: Table[] = [];
  for (const element of tops.filter((node) => node.name === 'table')) {
    const trs = elementsIn(element.children, 'tr');
    if (trs.length === 0) continue;
    const columns = elementsIn(element.children, 'colgroup').flatMap((group) =>
      elementsIn(group.children, 'col').map((column) => attribute(column, 'class')),
    );
    const rows = trs.map((tr) => ({ cells: elementsIn(tr.children).map((cell) => readCell(cell, form)) }));
    const lines = trs.map((tr) => Number(attribute(tr, lineAttribute)));
    for (const fault of checkRows(rows, lines, columns.length)) {
      const told = faults.some(({ line, said }) => line === fault.line && said.message.zh === fault.said.message.zh);
      if (!told) faults.push(fault);
    }
    tables.push({ columns, headRows: columns.length > 1 ? headRows(rows) : 0, rows });
  }
  const grid: Grid = {
    title: title ? lines(title.children).join('') : '',
    titleStyle: title ? attribute(title, 'class') : '',
    tables,
  };
  return { grid, faults };
}

/** The leading rows of labels alone, as far as none of their cells reaches out of them. */
function headRows(rows: readonly Row[]): number {
  let head = 0;
  let reach = 0;
  for (const [index, { cells }] of rows.entries()) {
    if (!cells.every((cell) => cell.header)) break;
    reach = Math.max(reach, ...cells.map((cell) => index + cell.rowspan));
    if (reach === index + 1) head = reach;
  }
  return head < rows.length ? head : 0;
}

/** A `th` or `td`; an attribute that it lacks is empty. */
export function readCell(cell: PrintedElement, form: Form): Cell {
  const field = attribute(cell, 'data-field') || null;
  return {
    field,
    header: cell.name === 'th',
    style: attribute(cell, 'class'),
    colspan: Number(attribute(cell, 'colspan') || 1),
    rowspan: Number(attribute(cell, 'rowspan') || 1),
    paragraphs: lines(cell.children).map((line): Paragraph => (line === '' ? [] : [{ text: line }])),
    amount: amountOf(cell),
    choices: field === null ? null : (fieldAt(form.root, fromPointer(field))?.choices ?? null),
  };
}

/** The cell's amount when nothing else stands in the cell. */
function amountOf(cell: PrintedElement): Amount | null {
  const [only, ...others] = cell.children;
  if (!only || isText(only) || only.name !== 'data' || others.length > 0) return null;
  return { decimal: attribute(only, 'value') };
}

function lines(nodes: readonly Printed[]): readonly string[] {
  const found: string[] = [''];
  for (const node of nodes) {
    if (!isText(node) && node.name === 'br') found.push('');
    else found[found.length - 1] += isText(node) ? node.text : lines(node.children).join('');
  }
  return found;
}

export function elementsIn(nodes: readonly Printed[], name?: string): readonly PrintedElement[] {
  return nodes.filter((node): node is PrintedElement => !isText(node) && (name === undefined || node.name === name));
}

export function attribute(element: PrintedElement, name: string): string {
  return element.attributes.find((one) => one.name === name)?.value ?? '';
}
