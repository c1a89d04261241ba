// Tells in one pass that a text holds none of the characters that characters.ts and indents.ts look for. Nearly every file
// is so, and is spared their searches by Unicode's properties, which take ten times as long.

/** What is not Chinese or Western writing, a plain space or a line break. A backslash may stand for any character. */
const odd =
  /[^\n\r -[\]-~\xa1-\xac\xae-\xff\u2010-\u2027\u2030-\u205e\u2070-\u2bff\u3001-\u9fff\uff01-\uffee]|\r(?!\n)/;

/** A text that is not plain need not be at fault. */
export function isPlain(text: string): boolean {
  return !odd.test(text);
}
