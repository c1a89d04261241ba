// A form's plain text in two views: as it was copied, line by line, and without all that says nothing in a label (spaces, stars, widths),
// so that a label is found wherever its line was broken.

import type { DocumentPlace } from './raw-form.js';
import { labelKey } from './same-label.js';

export interface TextLine {
  readonly text: string;
  readonly at: DocumentPlace;
}

/** What of a line belongs to one text. */
export interface LinePart extends TextLine {
  /** Where it begins in the source. */
  readonly start: number;
}

/** Offsets are UTF-16 units of `text`, ends exclusive. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

export interface LinesSource {
  /** All lines, parted by `\n`. */
  readonly text: string;
  /** The text as `labelKey` writes it, but with its colons. */
  readonly key: string;
  /** Where in the text a stretch of the key stands. */
  spanOf(from: number, to: number): Span;
  /** The lines within a span, blank ones too; without what is in `gaps`, which are in order. */
  partsOf(span: Span, gaps?: readonly Span[]): readonly LinePart[];
  /** How much of the key stands before an offset of the text. */
  keyAt(offset: number): number;
}

export function toSource(lines: readonly TextLine[]): LinesSource {
  const text = lines.map((line) => line.text).join('\n');
  const starts: number[] = [];
  let start = 0;
  for (const line of lines) {
    starts.push(start);
    start += line.text.length + 1;
  }
  const { key, offsets } = keyOf(text);
  const lineAt = (offset: number) => firstAtLeast(starts, offset + 1) - 1;
  return {
    text,
    key,
    spanOf(from, to) {
      const last = offsets[to - 1] ?? 0;
      return { start: offsets[from] ?? text.length, end: last + characterAt(text, last).length };
    },
    partsOf(span, gaps = []) {
      const parts: LinePart[] = [];
      for (
        let at = lineAt(span.start);
        at < lines.length && (starts[at] ?? 0) < Math.max(span.end, span.start + 1);
        at += 1
      ) {
        const from = Math.max(span.start, starts[at] ?? 0);
        const to = Math.min(span.end, (starts[at] ?? 0) + (lines[at]?.text.length ?? 0));
        for (const piece of without({ start: from, end: Math.max(from, to) }, gaps)) {
          parts.push({ text: text.slice(piece.start, piece.end), at: (lines[at] as TextLine).at, start: piece.start });
        }
      }
      return parts;
    },
    keyAt: (offset) => firstAtLeast(offsets, offset),
  };
}

/** The stars that a form puts before a label belong to it. */
export function withStars({ text }: LinesSource, { start, end }: Span): Span {
  const [stars = ''] = /[*＊★]{0,3}$/.exec(text.slice(Math.max(0, start - 3), start)) ?? [];
  return { start: start - stars.length, end };
}

/** Whether a label may begin here: only stars and what is unseen stand between it and the space before it. */
export function beginsWord({ text }: LinesSource, offset: number): boolean {
  return /(?:^|[\s|])[*★\p{Cf}]*$/u.test(text.slice(Math.max(0, offset - 8), offset));
}

export function beginsLine({ text }: LinesSource, offset: number): boolean {
  return /(?:^|\n)[\s*★\p{Cf}]*$/u.test(text.slice(Math.max(0, offset - 8), offset));
}

export function endsWord({ text }: LinesSource, offset: number): boolean {
  return offset >= text.length || /[\s|]/.test(text[offset] ?? '');
}

export function endsLine({ text }: LinesSource, offset: number): boolean {
  return /^[^\S\n]*(?:\n|$)/.test(text.slice(offset, offset + 40));
}

/** A regular expression for words as they stand in a source's key. */
export function keyPattern(words: string): string {
  return keyOf(words)
    .key.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&')
    .replaceAll(':', ':?');
}

export function isWritten({ text }: LinePart): boolean {
  return text.trim() !== '';
}

function keyOf(text: string): { readonly key: string; readonly offsets: readonly number[] } {
  const pieces: string[] = [];
  const offsets: number[] = [];
  for (let at = 0; at < text.length; at += characterAt(text, at).length) {
    const character = characterAt(text, at);
    const key = /[:：]/.test(character) ? ':' : labelKey(character);
    for (let unit = 0; unit < key.length; unit += 1) offsets.push(at);
    pieces.push(key);
  }
  return { key: pieces.join(''), offsets };
}

function characterAt(text: string, at: number): string {
  return String.fromCodePoint(text.codePointAt(at) ?? 0x20);
}

function without(span: Span, gaps: readonly Span[]): readonly Span[] {
  const pieces: Span[] = [];
  let { start } = span;
  for (const gap of gaps) {
    if (gap.end <= start || gap.start >= span.end) continue;
    if (gap.start > start) pieces.push({ start, end: gap.start });
    start = gap.end;
  }
  if (start < span.end || pieces.length === 0) pieces.push({ start: Math.min(start, span.end), end: span.end });
  return pieces;
}

function firstAtLeast(sorted: readonly number[], value: number): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? 0) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}
