// Proposes quotes around a value that YAML would take for something else.
import type { Edit } from '../base/finding.js';

/** A value as a quoted scalar of one line, whatever it holds. */
export function quoted(text: string): string {
  if (!/["\\]/.test(text)) return `"${text}"`;
  return `'${text.replaceAll("'", "''")}'`;
}

/** The text from an offset to the end of its line, without a comment and spaces at the end. */
export function restOfLine(text: string, offset: number): string {
  const pattern = /[^\r\n]*/y;
  pattern.lastIndex = offset;
  const rest = pattern.exec(text)?.[0] ?? '';
  return rest.replace(/(?<![ \t])[ \t]+#(?: .*)?$/, '').trimEnd();
}

/** Quotes the rest of the line; nothing where it may hold a key of its own, a second value or an end of a list in brackets. */
export function quoteRest(text: string, offset: number): Edit | undefined {
  const rest = restOfLine(text, offset);
  if (rest === '' || /:(?:\s|$)/.test(rest)) return undefined;
  return { start: offset, end: offset + rest.length, text: quoted(rest) };
}
