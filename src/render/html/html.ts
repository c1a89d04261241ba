// Turns the grid into one self-contained page. Each cell that shows a field says which in `data-field`.
import { escapeXml } from '../../base/xml.js';
import { type Cell, cellColumns, cellText, type Grid, type Table } from '../../compose/grid.js';
import { columnWidths, type Theme } from '../../compose/theme.js';
import type { Meta, Renderer } from '../renderer.js';
import { toCss } from './css.js';

export const html: Renderer = {
  format: 'html',
  extension: '.html',
  async render(grid, theme, meta) {
    return { value: new TextEncoder().encode(toPage(grid, theme, meta)), findings: [] };
  },
};

function toPage(grid: Grid, theme: Theme, meta: Meta): string {
  const classes = classNames(grid);
  return `<!DOCTYPE html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="dcterms.date" content="${meta.date.toISOString().slice(0, 10)}">
<meta name="shenbao-digest" content="${escaped(meta.digest)}">
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

/** Theme names may be any text, class names may not: the n-th style of the grid is `s<n>`. */
function classNames(grid: Grid): ReadonlyMap<string, string> {
  const names = [
    grid.titleStyle,
    ...grid.tables.flatMap((table) => table.rows.flatMap((row) => row.cells.map((cell) => cell.style))),
  ];
  return new Map([...new Set(names)].map((name, index) => [name, `s${index}`]));
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

/** What stands over each column: a phone shows it inside the card. */
function headLabels(table: Table, starts: readonly (readonly number[])[]): readonly string[] {
  const labels: string[] = [];
  for (const [index, { cells }] of table.rows.slice(0, table.headRows).entries()) {
    cells.forEach((cell, at) => {
      const start = starts[index]?.[at] ?? 0;
      labels.length = Math.max(labels.length, start + cell.colspan);
      labels.fill(cellText(cell).replaceAll('\n', ''), start, start + cell.colspan);
    });
  }
  return labels;
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

const tags = { inserted: 'ins', deleted: 'del' } as const;

function toContent(cell: Cell): string {
  return cell.paragraphs
    .map((paragraph) =>
      paragraph
        .map(({ text, mark }) => (mark ? `<${tags[mark]}>${escaped(text)}</${tags[mark]}>` : escaped(text)))
        .join(''),
    )
    .join('<br>');
}

function escaped(text: string): string {
  return escapeXml(text).replaceAll("'", '&#39;');
}
