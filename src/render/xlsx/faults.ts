// Finds what a workbook cannot hold, before anything is written: exceljs would drop or round it without a word.
import type { Finding } from '../../base/finding.js';
import { type Cell, cellText } from '../../compose/grid.js';
import { isNumber } from './content.js';
import * as messages from './messages.js';

/** Characters of one cell, UTF-16 units. */
const longest = 32_767;

/** What XML cannot carry or gives back as something else; the tab and the line break are fine. */
const unwritable =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
  /[\u0000-\u0008\u000b-\u001f\u007f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/;

export function faultsOf(cell: Cell): readonly Finding[] {
  const text = cellText(cell);
  const findings: Finding[] = [];
  const report = (rule: string, found: messages.Message) =>
    findings.push({ rule, level: 'error', ...found, ...(cell.field !== null && { pointer: cell.field }) });
  if (text.length > longest) report('render/too-long', messages.tooLong(cell, text.length, longest));
  const character = unwritable.exec(text)?.[0];
  if (character !== undefined) report('render/character', messages.unwritable(cell, character.charCodeAt(0)));
  if (cell.amount && isNumber(cell) && !isExact(cell.amount.decimal)) {
    report('render/inexact', messages.inexact(cell, cell.amount.decimal));
  }
  return findings;
}

/** Whether the number that a workbook stores prints as this decimal again; Excel itself shows 15 digits. */
function isExact(decimal: string): boolean {
  const [, whole, fraction = ''] = /^-?(\d+)(?:\.(\d+))?$/.exec(decimal) ?? [];
  if (whole === undefined) return false;
  const digits = (whole + fraction).replace(/^0+/, '').length;
  return digits <= 15 && Number(decimal).toFixed(fraction.length) === decimal;
}
