// Turns a scalar's source into pieces of its value that each know where they come from: folded lines and escapes apart.
// Follows the rules of the `yaml` library; who uses the pieces compares their text with the library's first.
import type { CST } from 'yaml';

export type ScalarToken = CST.FlowScalar | CST.BlockScalar;

/** `text` comes from `[start, end)` of the source, unit by unit where both are equally long. A fold is a line break read as a space. */
export interface Piece {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly fold?: true;
}

/** The pieces of a scalar; a block scalar's final line breaks are left out. */
export function piecesOf(token: ScalarToken): readonly Piece[] {
  switch (token.type) {
    case 'single-quoted-scalar':
      return foldedLines(token.source.slice(1, -1), token.offset + 1).flatMap(splitDoubledQuotes);
    case 'double-quoted-scalar':
      return doubleQuoted(token.source, token.offset);
    case 'block-scalar':
      return blockLines(token);
    default:
      return foldedLines(token.source, token.offset);
  }
}

export function textOf(pieces: readonly Piece[]): string {
  return pieces.map((piece) => piece.text).join('');
}

export type SourceRange = (from: number, to: number) => { start: number; end: number } | null;

/** Finds the source range of `[from, to)` of the pieces' text. A piece that is not one to one counts as a whole. */
export function sourceRangesOf(pieces: readonly Piece[]): SourceRange {
  const ends: number[] = [];
  let length = 0;
  for (const piece of pieces) {
    length += piece.text.length;
    ends.push(length);
  }
  /** The piece that holds the unit before an offset, or at it. */
  const pieceAt = (offset: number): number => {
    let low = 0;
    let high = ends.length - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((ends[middle] ?? 0) > offset) high = middle;
      else low = middle + 1;
    }
    return low;
  };
  const offsetIn = (index: number, offset: number, side: 'start' | 'end'): number | null => {
    const piece = pieces[index];
    if (!piece) return null;
    const within = offset - ((ends[index] ?? 0) - piece.text.length);
    const exact = piece.text.length === piece.end - piece.start;
    return exact ? Math.min(piece.start + within, piece.end) : piece[side];
  };

  return (from, to) => {
    const start = from >= length ? (pieces.at(-1)?.end ?? null) : offsetIn(pieceAt(from), from, 'start');
    if (start === null) return null;
    if (to <= from) return { start, end: start };
    const end = offsetIn(pieceAt(to - 1), to, 'end');
    return end === null ? null : { start, end: Math.max(start, end) };
  };
}

function foldedLines(body: string, offset: number): Piece[] {
  const pieces: Piece[] = [];
  const lines = linesOf(body, offset);
  let breaks = 0;
  lines.forEach((line, index) => {
    const last = index === lines.length - 1;
    const indent = index === 0 ? 0 : (/^[ \t]*/.exec(line.text)?.[0].length ?? 0);
    const content = last ? line.text.slice(indent) : line.text.slice(indent).replace(/(?<![ \t])[ \t]+$/, '');
    const start = line.start + indent;
    if (index > 0 && content === '' && !last) {
      breaks += 1;
      return;
    }
    if (index > 0) pieces.push(breakPiece(breaks, pieces.at(-1)?.end ?? offset, start));
    breaks = 1;
    pieces.push({ text: content, start, end: start + content.length });
  });
  return pieces;
}

/** One line break is a space, more are one fewer. */
function breakPiece(breaks: number, start: number, end: number): Piece {
  return breaks === 1 ? { text: ' ', start, end, fold: true } : { text: '\n'.repeat(breaks - 1), start, end };
}

function splitDoubledQuotes(piece: Piece): readonly Piece[] {
  if (piece.fold || !piece.text.includes("''")) return [piece];
  return Array.from(piece.text.matchAll(/''|(?:(?!'')[\s\S])+/g), ({ 0: text, index }) => {
    const start = piece.start + index;
    return { text: text === "''" ? "'" : text, start, end: start + text.length };
  });
}

const escapes: Readonly<Record<string, string>> = {
  '0': '\0',
  a: '\x07',
  b: '\b',
  e: '\x1b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
  v: '\v',
  N: '\u0085',
  _: '\u00a0',
  L: '\u2028',
  P: '\u2029',
};

function doubleQuoted(source: string, offset: number): readonly Piece[] {
  const pieces: Piece[] = [];
  const body = source.slice(0, -1);
  const pattern =
    /\\\r?\n[ \t]*|\\(?:x[0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8}|[\s\S])|[ \t]*\r?\n(?:[ \t]*\r?\n)*[ \t]*|[^\\ \t\r\n]+|[ \t]+|\r/gy;
  pattern.lastIndex = 1;
  for (let found = pattern.exec(body); found; found = pattern.exec(body)) {
    const [raw] = found;
    const start = offset + found.index;
    const end = start + raw.length;
    if (raw.startsWith('\\')) pieces.push({ text: unescaped(raw), start, end });
    else if (raw.includes('\n')) pieces.push(breakPiece(raw.split('\n').length - 1, start, end));
    else pieces.push({ text: raw, start, end });
  }
  return pieces;
}

function unescaped(raw: string): string {
  const code = raw.charAt(1);
  if (code === '\n' || code === '\r') return '';
  if (raw.length > 2) {
    const point = Number.parseInt(raw.slice(2), 16);
    return point <= 0x10ffff ? String.fromCodePoint(point) : raw;
  }
  return escapes[code] ?? code;
}

function blockLines(token: CST.BlockScalar): readonly Piece[] {
  const header = token.props.map((prop) => ('source' in prop ? prop.source : '')).join('');
  const given = /^[|>][+-]?([1-9])/.exec(header)?.[1];
  const lines = linesOf(token.source, token.offset + header.length);
  while (lines.length > 0 && lines.at(-1)?.text.trim() === '') lines.pop();
  const first = lines.find((line) => line.text.trim() !== '')?.text ?? '';
  const indent = given ? Math.max(token.indent, 0) + Number(given) : first.length - first.trimStart().length;
  const cut = lines.map(({ text, start }) => {
    const spaces = Math.min(indent, /^ */.exec(text)?.[0].length ?? 0);
    return { text: text.slice(spaces), start: start + spaces };
  });
  return header.startsWith('|') ? literal(cut) : folded(cut);
}

interface Line {
  readonly text: string;
  readonly start: number;
}

function literal(lines: readonly Line[]): readonly Piece[] {
  return lines.flatMap(({ text, start }, index) => {
    const piece = { text, start, end: start + text.length };
    const before = lines[index - 1];
    return before ? [{ text: '\n', start: before.start + before.text.length, end: start }, piece] : [piece];
  });
}

/** Lines that are indented more than the first keep their line breaks. */
function folded(lines: readonly Line[]): readonly Piece[] {
  const pieces: Piece[] = [];
  let separator = '';
  let indentedBefore = false;
  const push = (line: Line) => {
    const end = pieces.at(-1)?.end ?? line.start;
    if (separator === ' ') pieces.push({ text: ' ', start: end, end: line.start, fold: true });
    else if (separator !== '') pieces.push({ text: separator, start: end, end: line.start });
    pieces.push({ text: line.text, start: line.start, end: line.start + line.text.length });
  };
  for (const line of lines) {
    if (/^[ \t]/.test(line.text)) {
      if (separator === ' ') separator = '\n';
      else if (!indentedBefore && separator === '\n') separator = '\n\n';
      push(line);
      separator = '\n';
      indentedBefore = true;
    } else if (line.text === '') {
      if (separator.startsWith('\n')) separator += '\n';
      else separator = '\n';
    } else {
      push(line);
      separator = ' ';
      indentedBefore = false;
    }
  }
  return pieces;
}

function linesOf(body: string, offset: number): Line[] {
  const lines: Line[] = [];
  let from = 0;
  for (const found of body.matchAll(/\r?\n/g)) {
    lines.push({ text: body.slice(from, found.index), start: offset + from });
    from = found.index + found[0].length;
  }
  lines.push({ text: body.slice(from), start: offset + from });
  return lines;
}
