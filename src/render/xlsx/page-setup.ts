// Writes how the sheet is printed: paper, margins, footer, and the rows after which pages end.
import { escapeXml } from '../../base/xml.js';
import type { Theme } from '../../compose/theme.js';

const inch = 72;

const paperSizes = { A4: 9, A3: 8 } as const;

/** The last column that a sheet can have: a break reaches over all of them. */
const lastColumn = 16383;

/** The elements from `printOptions` to `rowBreaks`; `breaks` are rows counted from 1. */
export function pageSetup(theme: Theme, breaks: readonly number[]): string {
  const { paper, margin } = theme;
  const footer = theme.styles[theme.footer.style];
  // The footer stands in the middle of the lower margin.
  const below = Math.max(0, (margin.bottom - (footer?.size ?? 0) * theme.lineHeight) / 2);
  const sides = `left="${margin.left / inch}" right="${margin.right / inch}"`;
  const ends = `top="${margin.top / inch}" bottom="${margin.bottom / inch}"`;
  const orientation = paper.landscape ? 'landscape' : 'portrait';
  return [
    '<printOptions horizontalCentered="1"/>',
    `<pageMargins ${sides} ${ends} header="0" footer="${below / inch}"/>`,
    // As wide as one page, as many pages as it takes.
    `<pageSetup paperSize="${paperSizes[paper.name]}" fitToWidth="1" fitToHeight="0" orientation="${orientation}"/>`,
    `<headerFooter><oddFooter>${escapeXml(footerCode(theme))}</oddFooter></headerFooter>`,
    rowBreaks(breaks),
  ].join('');
}

function rowBreaks(rows: readonly number[]): string {
  if (rows.length === 0) return '';
  const all = rows.map((row) => `<brk id="${row}" max="${lastColumn}" man="1"/>`).join('');
  return `<rowBreaks count="${rows.length}" manualBreakCount="${rows.length}">${all}</rowBreaks>`;
}

/** `&C&"宋体,Regular"&9&K000000第 &P 页 共 &N 页`. */
function footerCode(theme: Theme): string {
  const style = theme.styles[theme.footer.style];
  if (!style) return '';
  const side = { left: '&L', center: '&C', right: '&R' }[style.align];
  const font = theme.fonts[style.font]?.office.replaceAll('"', '');
  const text = theme.footer.text.replaceAll('&', '&&').replaceAll('{page}', '&P').replaceAll('{pages}', '&N');
  // The size is whole points, and before the colour: a digit of the text would belong to it.
  return `${side}${font ? `&"${font},Regular"` : ''}&${Math.round(style.size)}&K${style.colour.slice(1).toUpperCase()}${text}`;
}
