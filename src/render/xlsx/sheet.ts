// Everything about the sheet but its cells: its name, protection, paper, footer and view.
import type { Worksheet, WorksheetView } from 'exceljs';
import type { Theme } from '../../compose/theme.js';
import type { Layout } from './layout.js';

const inch = 72;

const paperSizes = { A4: 9, A3: 8 } as const;

const fullWidth: Readonly<Record<string, string>> = {
  '[': '［',
  ']': '］',
  ':': '：',
  '*': '＊',
  '?': '？',
  '/': '／',
  '\\': '＼',
  "'": '’',
};

/** A legal name: at most 31 characters, without those that Excel forbids, and not its own word History. */
export function sheetName(title: string): string {
  const legal = title.replace(/[[\]:*?/\\']/g, (character) => fullWidth[character] ?? '').replace(/\s+/g, ' ');
  const name = legal
    .trim()
    .slice(0, 31)
    .replace(/[\ud800-\udbff]$/, '');
  return name === '' || /^history$/i.test(name) ? `${name}表` : name;
}

export const view: Partial<WorksheetView> = {
  state: 'normal',
  showGridLines: false,
  zoomScale: 100,
  zoomScaleNormal: 100,
  activeCell: 'A1',
};

/** Cells may be looked at, copied and made larger, and the open ones filled; there is no password. */
export async function protect(sheet: Worksheet): Promise<void> {
  await sheet.protect('', {
    selectLockedCells: true,
    selectUnlockedCells: true,
    formatRows: true,
    formatColumns: true,
  });
}

/** `lastColumn` is a letter. */
export function setUpPage(sheet: Worksheet, theme: Theme, layout: Layout, lastColumn: string): void {
  const { paper, margin } = theme;
  const footer = theme.styles[theme.footer.style];
  sheet.pageSetup = {
    paperSize: paperSizes[paper.name] as number,
    orientation: paper.landscape ? 'landscape' : 'portrait',
    fitToPage: true,
    fitToWidth: 1,
    fitToHeight: 0,
    horizontalCentered: true,
    showGridLines: false,
    showRowColHeaders: false,
    margins: {
      top: margin.top / inch,
      right: margin.right / inch,
      bottom: margin.bottom / inch,
      left: margin.left / inch,
      header: 0,
      // The footer stands in the middle of the lower margin.
      footer: Math.max(0, (margin.bottom - (footer?.size ?? 0) * theme.lineHeight) / 2) / inch,
    },
    // exceljs puts a $ before the letter only.
    printArea: `A$1:${lastColumn}$${layout.rows.length}`,
    ...(layout.repeated && { printTitlesRow: `${layout.repeated.first}:${layout.repeated.last}` }),
  };
  sheet.headerFooter.oddFooter = footerCode(theme);
  for (const row of layout.breaks) sheet.getRow(row).addPageBreak();
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
