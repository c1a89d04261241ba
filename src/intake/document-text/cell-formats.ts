// Reads a workbook's stylesheet for what decides how its numbers are shown: the number format of each kind of cell.
import { readXml } from './read-xml.js';
import { spreadsheet } from './shared-strings.js';

/** Formats that every workbook knows by number (ECMA-376, 18.8.30), and those days that a Chinese Excel adds. */
const builtIn: Readonly<Record<string, string>> = {
  1: '0',
  2: '0.00',
  3: '#,##0',
  4: '#,##0.00',
  9: '0%',
  10: '0.00%',
  14: 'yyyy/m/d',
  31: 'yyyy"年"m"月"d"日"',
  37: '#,##0 ;(#,##0)',
  38: '#,##0 ;(#,##0)',
  39: '#,##0.00;(#,##0.00)',
  40: '#,##0.00;(#,##0.00)',
  41: '#,##0',
  42: '#,##0',
  43: '#,##0.00',
  44: '#,##0.00',
  57: 'yyyy"年"m"月"',
};

const general = 'General';

/** Excel itself takes 255 characters. */
const longestCode = 1000;

/** By the number in a cell's `s`, its format; of a workbook without stylesheet all are General. */
export async function readCellFormats(stylesheet: Uint8Array | null): Promise<(style: string | undefined) => string> {
  const own = new Map<string, string>();
  const cells: string[] = [];
  const within: string[] = [];
  if (stylesheet) {
    await readXml(stylesheet, spreadsheet, {
      open(name, attributes) {
        const parent = within.at(-1);
        within.push(name);
        const id = attributes('numFmtId') ?? '0';
        // Formats of conditional formatting stand elsewhere under the same name.
        const code = attributes('formatCode') ?? '';
        if (name === 'numFmt' && parent === 'numFmts')
          own.set(id, code.length > longestCode ? general : code || general);
        if (name === 'xf' && parent === 'cellXfs') cells.push(id);
      },
      close() {
        within.pop();
      },
    });
  }
  return (style = '0') => {
    const id = cells[Number(style)] ?? '0';
    return own.get(id) ?? builtIn[id] ?? general;
  };
}
