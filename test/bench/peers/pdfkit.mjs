// Plain pdfkit as its manual shows: registerFont, heightOfString, rect and text, cell by cell. Not its doc.table(), which cuts the form's
// tall cells off and so would lose text.
import PDFDocument from 'pdfkit';
import { cellColumns, cellText } from '../../../dist/compose/grid.js';
import { columnWidths } from '../../../dist/compose/theme.js';

export const pdfkit = {
  name: 'pdfkit',
  lacks: 'no tags, PDF/A or bookmarks, no borders around a row that goes over pages, no head that repeats',
  prepare: (form) => form,
  make: ({ grid, theme }) => draw(grid, theme),
};

function draw(grid, theme) {
  const { paper, margin } = theme;
  const doc = new PDFDocument({ size: [paper.width, paper.height], margins: margin, bufferPages: true });
  const chunks = [];
  doc.on('data', (chunk) => chunks.push(chunk));
  const finished = new Promise((resolve) => doc.on('end', () => resolve(Buffer.concat(chunks))));
  for (const [name, { file }] of Object.entries(theme.fonts)) doc.registerFont(name, file.bytes());

  const title = use(doc, theme, grid.titleStyle);
  doc.text(grid.title, { align: title.align }).moveDown(0.5);
  for (const table of grid.tables) {
    const widths = columnWidths(theme, table.columns);
    const starts = cellColumns(table);
    for (const [index, { cells }] of table.rows.entries())
      drawRow(doc, theme, placeCells(theme, widths, starts[index], cells));
  }
  drawFooters(doc, theme);
  doc.end();
  return finished;
}

function use(doc, theme, key) {
  const style = theme.styles[key];
  doc.font(style.font).fontSize(style.size);
  return style;
}

function placeCells(theme, widths, starts, cells) {
  const sum = (values) => values.reduce((total, value) => total + value, 0);
  return cells.map((cell, at) => ({
    cell,
    x: theme.margin.left + sum(widths.slice(0, starts[at])),
    width: sum(widths.slice(starts[at], starts[at] + cell.colspan)),
  }));
}

/** Draws at the document's own place and leaves it below the row. */
function drawRow(doc, theme, placed) {
  const { margin, padding, paper, border } = theme;
  const heights = placed.map(({ cell, width }) => {
    use(doc, theme, cell.style);
    return doc.heightOfString(cellText(cell), { width: width - 2 * padding.x }) + 2 * padding.y;
  });
  const height = Math.max(...heights);
  const bottom = paper.height - margin.bottom;
  const goesOver = height > bottom - margin.top;
  if (!goesOver && doc.y + height > bottom) doc.addPage();
  const top = doc.y;
  for (const [at, { cell, x, width }] of placed.entries()) {
    const style = use(doc, theme, cell.style);
    if (style.fill) doc.rect(x, top, width, height).fill(style.fill);
    if (style.border && !goesOver) doc.lineWidth(border.width).rect(x, top, width, height).stroke(border.colour);
    const y = style.valign === 'top' ? top + padding.y : top + (height - heights[at]) / 2 + padding.y;
    doc
      .fillColor(style.colour)
      .text(cellText(cell), x + padding.x, y, { width: width - 2 * padding.x, align: style.align });
  }
  if (!goesOver) doc.y = top + height;
}

function drawFooters(doc, theme) {
  const { footer, margin, paper } = theme;
  const { count } = doc.bufferedPageRange();
  const style = use(doc, theme, footer.style);
  for (let page = 0; page < count; page++) {
    doc.switchToPage(page);
    // Text below the margin would begin another page.
    doc.page.margins.bottom = 0;
    const text = footer.text.replace('{page}', page + 1).replace('{pages}', count);
    doc.fillColor(style.colour).text(text, margin.left, paper.height - margin.bottom / 2 - style.size / 2, {
      width: paper.width - margin.left - margin.right,
      align: style.align,
    });
  }
}
