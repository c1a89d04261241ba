// Typst's native compiler: the grid as Typst's tables, same layout, same font.
import { createRequire } from 'node:module';
import { cellText } from '../../../dist/compose/grid.js';
import { columnWidths } from '../../../dist/compose/theme.js';
import { repository } from '../sample.mjs';

// Its entry for `import` loads nothing under Node.
const { NodeCompiler } = createRequire(import.meta.url)('@myriaddreamin/typst-ts-node-compiler');

/** `standard`: Typst's default, or for example `a-2a`. `text`: all instances share what Typst remembers, so each needs its own. */
export function openTypst(theme, { name, standard, text, lacks }) {
  const fontBlobs = Object.values(theme.fonts).map(({ file }) => Buffer.from(file.bytes()));
  const typst = NodeCompiler.create({ workspace: repository, fontArgs: [{ fontBlobs }] });
  return {
    name,
    text,
    lacks,
    prepare: ({ grid, theme }) => toTypst(grid, theme),
    make: (mainFileContent) => typst.pdf({ mainFileContent }, standard ? { pdfStandard: standard } : {}),
    // What it remembers of earlier documents; it would grow without end.
    forget: () => typst.evictCache(10),
  };
}

/** Merges, heads that repeat, fills, alignment, page numbers. */
function toTypst(grid, theme) {
  const quote = (text) => `"${text.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`;
  const cell = (one) => {
    const style = theme.styles[one.style];
    const lines = cellText(one)
      .split('\n')
      .map((line) => `#${quote(line)}`)
      .join(' \\ ');
    const options = [
      `colspan: ${one.colspan}`,
      `align: ${style.align} + ${style.valign === 'top' ? 'top' : 'horizon'}`,
      ...(style.fill ? [`fill: rgb("${style.fill}")`] : []),
      ...(style.border ? [] : ['stroke: none']),
    ];
    return `table.cell(${options.join(', ')})[${lines}]`;
  };
  const tables = grid.tables.map((table) => {
    const columns = columnWidths(theme, table.columns).map((width) => `${width}pt`);
    const rows = table.rows.map((row) => row.cells.map(cell).join(', '));
    const head = rows.slice(0, table.headRows);
    const body = rows.slice(table.headRows);
    return `#table(columns: (${columns.join(', ')},), ${head.length ? `table.header(${head.join(', ')}), ` : ''}${body.join(', ')})`;
  });
  return `#set page(paper: "a4", flipped: true, margin: 15mm, footer: context align(center, text(9pt)[第 #counter(page).display() 页 共 #counter(page).final().first() 页]))
#set document(title: ${quote(grid.title)}, date: datetime(year: 2025, month: 1, day: 1))
#set text(font: "Noto Serif SC", size: 10.5pt, lang: "zh", region: "cn")
#set par(leading: 0.4em, spacing: 0pt)
#set table(inset: (x: 2mm, y: 1.1mm), stroke: 0.5pt)
#set block(spacing: 0pt)
#align(center, text(18pt, weight: "bold")[#${quote(grid.title)}])
${tables.join('\n')}`;
}
