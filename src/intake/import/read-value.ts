// Turns the text of one place into a value as a clerk writes it, by the kind that the schema gives the field. What is not plainly of the
// kind stays as it stands: whoever checks it says what is wrong.
import { printMoney, yuan } from '../../base/money.js';
import type { Field } from '../../check/form.js';
import { readAmount } from '../../terms/amount.js';
import { readCalendarDate } from '../../terms/calendar-date.js';
import { cleanText } from './clean-text.js';
import type { RawText } from './raw-form.js';

/** Empty where nothing stands there; null where a program has already lost what stood there. */
export function readText(raw: Pick<RawText, 'text' | 'number' | 'unit'>, field: Field): string | null {
  const text = cleanText(raw.text);
  if (text.trim() === '') return '';
  if (field.choices) return chosen(text, field.choices) ?? text;
  switch (field.kind) {
    case 'amount':
      return amount(text, raw, field);
    case 'code':
      return code(text, raw.number);
    case 'years':
      return /^\s*([0-9]+)(?:\.0+)?\s*年?\s*$/.exec(text.normalize('NFKC'))?.[1] ?? text;
    case 'year':
      return /^\D*([0-9]{4})\D*$/.exec(text.normalize('NFKC'))?.[1] ?? text;
    case 'date':
      return date(text);
    default:
      return text;
  }
}

/** Printed as the form prints it. */
function amount(text: string, { number, unit }: Pick<RawText, 'number' | 'unit'>, field: Field): string {
  const style = field.print ?? yuan;
  const withUnit = (figure: string) => (unit === null || !/[0-9]$/.test(figure) ? figure : figure + unit);
  const plain = text
    .normalize('NFKC')
    .replace(/\s+/g, '')
    .replace(/^(?:人民币)?[¥$]?/, '')
    .replace(/(?<=元)整$/, '');
  const candidates = number === null ? [text.trim(), plain] : [exactNumber(number), plain];
  for (const candidate of candidates) {
    const { fen } = readAmount(withUnit(candidate), style.unit);
    if (fen !== null) return printMoney(fen, style);
  }
  return withUnit(text.trim());
}

/** A workbook's number has 15 digits; what a program writes behind them is the error of its arithmetic. */
function exactNumber(raw: string): string {
  const plain = /^[0-9]+(?:\.[0-9]+)?$/.test(raw) && raw.replace(/^[0.]+|\./g, '').length <= 15;
  return plain ? raw : String(Number(Number(raw).toPrecision(15)));
}

/** Null where a number had too many digits to be kept as one. */
function code(text: string, number: string | null): string | null {
  if (number === null) return text.replace(/\s+/g, '');
  const digits = exactNumber(number);
  return /^[0-9]{1,15}$/.test(digits) ? digits : null;
}

function date(text: string): string {
  const found = readCalendarDate(text);
  if (!found || found.day === null) return text.trim();
  const two = (value: number) => String(value).padStart(2, '0');
  return `${found.year}-${two(found.month)}-${two(found.day)}`;
}

/** The choice that stands there alone, or the only one with a tick: `☑是 □否`. */
function chosen(text: string, choices: readonly string[]): string | null {
  const alone = choices.find((choice) => choice === text.trim());
  if (alone !== undefined) return alone;
  // Boxes stand either before all words or behind all of them.
  const isInFront = /^\s*[□☐■☑☒✓✔√]/.test(text);
  const ticked = choices.filter((choice) => {
    const [before = '', after = ''] = text.split(choice, 2);
    return isInFront ? /[■☑☒✓✔√]\s*$/.test(before) : /^\s*[（(]?\s*[■☑☒✓✔√]/.test(after);
  });
  return ticked.length === 1 ? (ticked[0] ?? null) : null;
}
