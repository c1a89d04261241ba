// Makes labels comparable however they were typed: spaces, colons, stars, the width of brackets and commas say nothing.

const brackets: Readonly<Record<string, string>> = { '〔': '(', '〕': ')', '【': '(', '】': ')', '[': '(', ']': ')' };

/** `*数量指标`, `数 量 指 标：` and `数量指标` have the same key; a text without any word has an empty one. */
export function labelKey(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[\s\p{Cf}*★:]/gu, '')
    .replace(/[〔〕【】[\]]/g, (sign) => brackets[sign] ?? sign);
}

/** What forms put before a label: `一、`, `1.`, `（一）`, `①`, or a number and a space. */
export const labelNumber =
  '(?:[一二三四五六七八九十\\s]{1,6}、|[0-9\\s]{1,4}[.．、)）]|[（(][一二三四五六七八九十0-9\\s]{1,6}[)）]|[①-⑳]|[0-9]{1,2}\\s+(?=\\p{Script=Han}))';
const numberInFront = new RegExp(`^[\\s*＊★]*${labelNumber}`, 'u');

/** The key without what forms add or leave out: a number in front, notes in brackets behind, such as `（元）`. */
export function bareKey(text: string): string {
  return labelKey(text.replace(numberInFront, '')).replace(/(?:\([^()]*\))+$/, '');
}

/** Notes count only where both have them. */
export function sameLabel(a: string, b: string): boolean {
  return labelKey(a) === labelKey(b) || (bareKey(a) !== '' && bareKey(a) === bareKey(b));
}
