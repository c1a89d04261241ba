// Prints a workbook's number as its cell shows it: `2425500` by `#,##0.00` as `2,425,500.00`. The number stays decimal text throughout.
// Of Excel's formats those are known that forms use: digits, groups, percent, words around them, and days. By any other the number is plain.

/** A number format, taken apart. */
interface Pattern {
  readonly before: string;
  readonly after: string;
  /** `#,##0.00`; empty where there are only words. */
  readonly digits: string;
  readonly percent: boolean;
}

interface Plain {
  readonly negative: boolean;
  /** Without zeros in front. */
  readonly whole: string;
  readonly fraction: string;
}

/** What stands for itself in a format without quotes. */
const literal = /[ $¥￥€£+\-()（）:/%\p{sc=Han}]/u;

const maxExponent = 400;
const days = /^[ymd]+$/;

/** `raw` as the file has it, such as `2.4255E6`; `date1904`: the workbook's days begin four years later. */
export function printNumber(raw: string, code: string, date1904: boolean): string {
  const plain = toPlain(raw.trim());
  if (!plain) return raw;
  const parts = splitCode(code);
  const first = parts[0] ?? '';
  const day = isDay(first) ? printDay(plain, first, date1904) : null;
  if (day !== null) return day;
  const isZero = plain.whole === '' && plain.fraction === '';
  const ownSection = plain.negative && parts.length > 1;
  const pattern = readPattern((ownSection ? parts[1] : isZero && parts.length > 2 ? parts[2] : first) ?? '');
  // A format that hides its number hides it from the eye alone.
  if (!pattern || (pattern.digits === '' && pattern.before.trim() === '')) {
    return `${plain.negative && !isZero ? '-' : ''}${plain.whole || '0'}${plain.fraction && `.${plain.fraction}`}`;
  }
  if (pattern.digits === '') return pattern.before.trim();
  const digits = printDigits(pattern.percent ? timesHundred(plain) : plain, pattern.digits);
  const sign = plain.negative && !ownSection && /[1-9]/.test(digits) ? '-' : '';
  return `${sign}${pattern.before}${digits}${pattern.after}`.trim();
}

/** Null for what is no number. */
function toPlain(raw: string): Plain | null {
  const [, sign, digits = '', decimals = '', power = '0'] =
    /^([+-]?)(\d{1,400})(?:\.(\d{0,400}))?(?:[eE]([+-]?\d{1,3}))?$/.exec(raw) ?? [];
  const shift = Number(power);
  if (sign === undefined || Math.abs(shift) > maxExponent) return null;
  const all = '0'.repeat(Math.max(0, -shift)) + digits + decimals + '0'.repeat(Math.max(0, shift - decimals.length));
  const point = Math.max(0, -shift) + digits.length + shift;
  const whole = all.slice(0, point).replace(/^0+/, '');
  return { negative: sign === '-', whole, fraction: all.slice(point).replace(/0+$/, '') };
}

function timesHundred({ negative, whole, fraction }: Plain): Plain {
  const moved = fraction.padEnd(2, '0');
  return { negative, whole: (whole + moved.slice(0, 2)).replace(/^0+/, ''), fraction: moved.slice(2) };
}

/** The sections of a format: for what is positive, negative, zero. Quoted semicolons part nothing. */
function splitCode(code: string): readonly string[] {
  return code.match(/(?:"[^"]*"|\\.|[^;"\\])+|(?<=;)(?=;|$)/gu) ?? [''];
}

/** Null for a format of another kind, General among them. */
function readPattern(section: string): Pattern | null {
  let before = '';
  let after = '';
  let digits = '';
  let percent = false;
  // In turn: quoted words, one character after a backslash, room as wide as a character, a filler, `[$¥-804]` or a colour, anything else.
  for (const [token] of section.matchAll(/"[^"]*"|\\.|_.|\*.|\[[^\]]*\]|./gsu)) {
    if (/^[#0?]$/.test(token) || (/^[.,]$/.test(token) && digits !== '' && after === '')) {
      if (after !== '') return null;
      digits += token;
      continue;
    }
    const word = wordOf(token);
    if (word === null) return null;
    if (token === '%') percent = true;
    if (digits === '') before += word;
    else after += word;
  }
  return digits === '' || /^[#0?]+(?:,[#0?]{3})*(?:\.[0#?]*)?$/.test(digits)
    ? { before, after, digits, percent }
    : null;
}

/** What a token prints; null where it does not stand for itself. */
function wordOf(token: string): string | null {
  if (token.startsWith('"')) return token.slice(1, -1);
  if (token.startsWith('\\')) return token.slice(1);
  if (/^[_*]./su.test(token)) return '';
  if (token.startsWith('[')) return /^\[\$([^\]-]*)/.exec(token)?.[1] ?? '';
  return literal.test(token) ? token : null;
}

/** Rounded half up, away from zero. */
function printDigits({ whole, fraction }: Plain, pattern: string): string {
  const [places = '', decimals = ''] = pattern.split('.');
  const kept = BigInt(whole + fraction.padEnd(decimals.length, '0').slice(0, decimals.length) || '0');
  const rounded = kept + ((fraction[decimals.length] ?? '0') >= '5' ? 1n : 0n);
  const least = places.replace(/[^0]/g, '').length;
  const all = (rounded === 0n ? '' : rounded.toString()).padStart(decimals.length + least, '0');
  const cut = all.length - decimals.length;
  const front = all.slice(0, cut);
  const needed = decimals.lastIndexOf('0') + 1;
  let back = all.slice(cut);
  while (back.length > needed && back.endsWith('0')) back = back.slice(0, -1);
  return `${places.includes(',') ? grouped(front) : front}${back === '' ? '' : `.${back}`}`;
}

function grouped(digits: string): string {
  return digits.replace(/\B(?=(?:\d{3})+$)/g, ',');
}

/** Whether a format shows a day, and no time. */
function isDay(section: string): boolean {
  const bare = section.replace(/"[^"]*"|\\.|_.|\*.|\[[^\]]*\]/gsu, '');
  return /[yd]/i.test(bare) && !/[hse0#?]|General/i.test(bare);
}

/** Null for a number that is no day. */
function printDay({ negative, whole }: Plain, section: string, date1904: boolean): string | null {
  const serial = Number(whole || '0') + (date1904 ? 1462 : 0);
  // Excel takes 1900 for a leap year; days before its March are not worth telling apart.
  if (negative || serial < 61 || serial > 2_958_465) return null;
  const date = new Date(Date.UTC(1899, 11, 30) + serial * 86_400_000);
  const year = String(date.getUTCFullYear());
  const parts: Readonly<Record<string, string>> = {
    y: year.slice(2),
    m: String(date.getUTCMonth() + 1),
    d: String(date.getUTCDate()),
  };
  const printed = Array.from(section.matchAll(/y+|m+|d+|"[^"]*"|\\.|_.|\*.|\[[^\]]*\]|./gisu), ([token]) => {
    const lower = token.toLowerCase();
    if (!days.test(lower)) return wordOf(token) ?? token;
    if (lower.startsWith('y')) return lower.length > 2 ? year : parts.y;
    const value = parts[lower[0] ?? ''] ?? '';
    return lower.length > 1 ? value.padStart(2, '0') : value;
  });
  return printed.join('').trim();
}
