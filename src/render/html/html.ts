// Turns the grid into one self-contained page. Each cell that shows a field says which in `data-field`.
import { type Cell, cellColumns, type Grid, type Table } from '../../compose/grid.js';
import { columnWidths, type Theme } from '../../compose/theme.js';
import { provenanceOf } from '../provenance.js';
import type { Meta, Renderer } from '../renderer.js';
import { toCss } from './css.js';
import { classNames, escaped, headLabels, toContent } from './markup.js';

export const html: Renderer = {
  format: 'html',
  extension: '.html',
  async render(grid, theme, meta) {
    return { value: new TextEncoder().encode(toPage(grid, theme, meta)), findings: [] };
  },
};

function toPage(grid: Grid, theme: Theme, meta: Meta): string {
  const classes = classNames(stylesOf(grid));
  return `<!DOCTYPE html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="dcterms.date" content="${meta.date.toISOString().slice(0, 10)}">
${provenanceOf(meta)
  .map(([name, value]) => `<meta name="shenbao-${name}" content="${escaped(value)}">`)
  .join('\n')}
${meta.author === null ? '' : `<meta name="author" content="${escaped(meta.author)}">\n`}<title>${escaped(meta.title)}</title>
<style>
${toCss(theme, classes)}
</style>
</head>
<body>
<main>
<h1 class="${classes.get(grid.titleStyle)}">${escaped(grid.title)}</h1>
${grid.tables.map((table) => toTable(table, theme, classes)).join('\n')}
</main>
</body>
</html>
`;
}

function stylesOf(grid: Grid): readonly string[] {
  return [
    grid.titleStyle,
    ...grid.tables.flatMap((table) => table.rows.flatMap((row) => row.cells.map((cell) => cell.style))),
  ];
}

function toTable(table: Table, theme: Theme, classes: ReadonlyMap<string, string>): string {
  const widths = columnWidths(theme, table.columns);
  const sum = widths.reduce((total, width) => total + width, 0);
  const columns = widths.map((width) => `<col style="width:${Number(((width / sum) * 100).toFixed(3))}%">`).join('');
  const starts = cellColumns(table);
  const labels = headLabels(table, starts);
  const rows = table.rows.map(({ cells }, index) => {
    const inHead = index < table.headRows;
    const printed = cells.map((cell, at) => {
      const scope = inHead || cells.length === 1 ? 'col' : 'row';
      const label = inHead || cell.field === null ? undefined : labels[starts[index]?.[at] ?? 0];
      return toCell(cell, scope, label, classes);
    });
    return `<tr>${printed.join('')}</tr>\n`;
  });
  const head = table.headRows === 0 ? '' : `<thead>\n${rows.slice(0, table.headRows).join('')}</thead>\n`;
  const body = `<tbody>\n${rows.slice(table.headRows).join('')}</tbody>\n`;
  return `<table${kindOf(table, theme)}>\n<colgroup>${columns}</colgroup>\n${head}${body}</table>`;
}

/** What a phone makes of a table: a card a row, plain text, or one card. */
function kindOf(table: Table, theme: Theme): string {
  if (table.headRows > 0) return ' class="list"';
  const bordered = table.rows.some(({ cells }) => cells.some((cell) => theme.styles[cell.style]?.border));
  return bordered ? '' : ' class="plain"';
}

function toCell(
  cell: Cell,
  scope: 'col' | 'row',
  label: string | undefined,
  classes: ReadonlyMap<string, string>,
): string {
  const name = cell.header ? 'th' : 'td';
  const attributes = [
    `class="${classes.get(cell.style)}"`,
    ...(cell.header ? [`scope="${scope}"`] : []),
    ...(cell.colspan > 1 ? [`colspan="${cell.colspan}"`] : []),
    ...(cell.rowspan > 1 ? [`rowspan="${cell.rowspan}"`] : []),
    ...(cell.field === null ? [] : [`data-field="${escaped(cell.field)}"`]),
    ...(label === undefined ? [] : [`data-label="${escaped(label)}"`]),
  ];
  const content = toContent(cell);
  const shown = cell.amount === null ? content : `<data value="${escaped(cell.amount.decimal)}">${content}</data>`;
  return `<${name} ${attributes.join(' ')}>${shown}</${name}>`;
}
