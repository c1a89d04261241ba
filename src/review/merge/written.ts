// How a file is written apart from its words: byte order mark, line breaks, whether its last line ends. A merge works on texts whose lines
// all end alike, and gives back what ours had.

export interface Written {
  /** Every line ends. */
  readonly text: string;
  /** The first in the file. */
  readonly lineBreak: string;
  readonly hasMark: boolean;
  readonly hasEnd: boolean;
}

/** `text` is what `bytes` hold, decoded. */
export function toWritten(text: string, bytes: Uint8Array): Written {
  const lineBreak = /\r?\n/.exec(text)?.[0] ?? '\n';
  const hasEnd = text === '' || text.endsWith('\n');
  const hasMark = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
  return { text: hasEnd ? text : text + lineBreak, lineBreak, hasMark, hasEnd };
}

/** The text with the line breaks of another. */
export function withBreaksOf({ lineBreak }: Written, { text }: Written): string {
  return text.replace(/\r?\n/g, lineBreak);
}

export function toBytes(text: string, { hasMark, hasEnd }: Pick<Written, 'hasMark' | 'hasEnd'>): Uint8Array {
  const ended = hasEnd ? text : text.replace(/\r?\n$/, '');
  return new TextEncoder().encode((hasMark ? '\ufeff' : '') + ended);
}
