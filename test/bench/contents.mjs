// What stands on a form: its lines, for looking them up in a document, and the same as placeholders and as data, for template engines.
import { cellText } from '../../dist/compose/grid.js';

/** The table whose rows a template repeats. */
const isList = (table) => table.columns.includes('indicator-name');

/** A cell of several lines in the sample: a list of the declaration. */
const isLines = (cell) => cell.field !== null && cell.paragraphs.length > 1;

/** Every line that must be found in a document, amounts apart: a workbook has them as numbers. */
export function contentsOf(grid) {
  const cells = grid.tables.flatMap((table) => table.rows.flatMap((row) => row.cells));
  const amounts = cells.filter(({ amount }) => amount !== null);
  const texts = cells.filter(({ amount }) => amount === null).flatMap((cell) => cellText(cell).split('\n'));
  return {
    lines: [grid.title, ...texts].filter((line) => line !== ''),
    amounts: amounts.map((cell) => ({ printed: cellText(cell), number: String(Number(cell.amount.decimal)) })),
  };
}

/**
 * The grid with its values replaced by placeholders as the engine writes them: `value(key)` for one value, `lines(key)` for
 * the lines of a cell, `item(column, isFirst, isLast)` for the cells of the row that stands for all items.
 */
export function placeholderGrid(grid, { value, lines, item }) {
  const withText = (cell, paragraphs) => ({
    ...cell,
    amount: null,
    paragraphs: paragraphs.map((text) => [{ text }]),
  });
  return mapCells(grid, {
    cell: (cell, key) => (cell.field === null ? cell : withText(cell, isLines(cell) ? lines(key) : [value(key)])),
    list: (rows) => {
      const [{ cells }] = rows;
      return [{ cells: cells.map((cell, at) => withText(cell, [item(at, at === 0, at === cells.length - 1)])) }];
    },
  });
}

/** The grid's values under the keys of its placeholders; `ofLines` gives a list of lines its shape. */
export function dataOf(grid, ofLines, ofAmount = cellText) {
  const data = {};
  mapCells(grid, {
    cell: (cell, key) => {
      if (cell.amount) data[key] = ofAmount(cell);
      else if (cell.field !== null) data[key] = isLines(cell) ? ofLines(cellText(cell).split('\n')) : cellText(cell);
      return cell;
    },
    list: (rows) => {
      data.rows = rows.map(({ cells }) => Object.fromEntries(cells.map((cell, at) => [`c${at}`, cellText(cell)])));
      return rows;
    },
  });
  return data;
}

function mapCells(grid, { cell, list }) {
  const tables = grid.tables.map((table, at) => {
    const map = (row, index) => ({ cells: row.cells.map((one, column) => cell(one, `v${at}_${index}_${column}`)) });
    if (!isList(table)) return { ...table, rows: table.rows.map(map) };
    return { ...table, rows: [...table.rows.slice(0, table.headRows), ...list(table.rows.slice(table.headRows))] };
  });
  return { ...grid, tables };
}
