// The plain docx library (9.7.1: later ones need Node 22) as its manual shows: tables with widths, shading, borders, heads that repeat, page numbers.
// It also makes the template of the two engines that fill one in, once and not timed.
import * as docx from 'docx';
import { cellText } from '../../../dist/compose/grid.js';
import { columnWidths } from '../../../dist/compose/theme.js';

/** Word counts in twentieths of a point, and font sizes in half points. */
const twips = (points) => Math.round(points * 20);

const alignments = { left: 'left', center: 'center', right: 'right' };
const verticals = { top: 'top', middle: 'center', bottom: 'bottom' };

export const plainDocx = {
  name: 'docx',
  lacks: 'no code or digest among the properties; other bytes each time',
  prepare: (form) => form,
  make: ({ grid, theme }) => docx.Packer.toBuffer(documentOf(grid, theme)),
};

export function documentOf(grid, theme) {
  const { paper, margin, footer } = theme;
  const [before, between, after] = footer.text.split(/\{pages?\}/);
  const { PageNumber } = docx;
  return new docx.Document({
    title: grid.title,
    sections: [
      {
        properties: {
          page: {
            // The library turns the sheet itself.
            size: {
              width: twips(paper.height),
              height: twips(paper.width),
              orientation: docx.PageOrientation.LANDSCAPE,
            },
            margin: {
              top: twips(margin.top),
              right: twips(margin.right),
              bottom: twips(margin.bottom),
              left: twips(margin.left),
            },
          },
        },
        footers: {
          default: new docx.Footer({
            children: [
              paragraph(theme, footer.style, [before, PageNumber.CURRENT, between, PageNumber.TOTAL_PAGES, after]),
            ],
          }),
        },
        children: [
          paragraph(theme, grid.titleStyle, [grid.title]),
          ...grid.tables.map((table) => tableOf(theme, table)),
        ],
      },
    ],
  });
}

function tableOf(theme, table) {
  const widths = columnWidths(theme, table.columns).map(twips);
  const { padding, border } = theme;
  const line = { style: docx.BorderStyle.SINGLE, size: border.width * 8, color: border.colour.slice(1) };
  const none = { style: docx.BorderStyle.NONE, size: 0, color: 'auto' };
  const cellOf = (cell) => {
    const style = theme.styles[cell.style];
    const side = style.border ? line : none;
    return new docx.TableCell({
      columnSpan: cell.colspan,
      rowSpan: cell.rowspan,
      verticalAlign: verticals[style.valign],
      margins: { left: twips(padding.x), right: twips(padding.x), top: twips(padding.y), bottom: twips(padding.y) },
      borders: { top: side, right: side, bottom: side, left: side },
      ...(style.fill && { shading: { type: docx.ShadingType.CLEAR, fill: style.fill.slice(1) } }),
      children: cellText(cell)
        .split('\n')
        .map((text) => paragraph(theme, cell.style, [text])),
    });
  };
  return new docx.Table({
    width: { size: widths.reduce((sum, width) => sum + width, 0), type: docx.WidthType.DXA },
    columnWidths: widths,
    layout: docx.TableLayoutType.FIXED,
    rows: table.rows.map(
      ({ cells }, index) => new docx.TableRow({ tableHeader: index < table.headRows, children: cells.map(cellOf) }),
    ),
  });
}

function paragraph(theme, key, children) {
  const style = theme.styles[key];
  const name = theme.fonts[style.font].office;
  return new docx.Paragraph({
    alignment: alignments[style.align],
    children: [
      new docx.TextRun({
        children,
        size: style.size * 2,
        font: { ascii: name, eastAsia: name, hAnsi: name },
        color: style.colour.slice(1),
      }),
    ],
  });
}
