// A merged text, in pieces: what is settled, and where the two sides clash.
import type { Words } from '../../base/finding.js';
import type { Value } from '../../read/parsed.js';

/** Whole lines that the two sides disagree about; empty where one side has none. */
export interface Clash {
  readonly base: string;
  readonly ours: string;
  readonly theirs: string;
  /** What it is about, and what each side says of it; null where it is no single value, or not there. */
  readonly label: Words;
  readonly said: { readonly ours: string | null; readonly theirs: string | null };
}

export type Piece = string | Clash;

/** What a merged value is, with every clash decided for one side; undefined where it is not there. */
export interface Decided {
  readonly ours: Value | undefined;
  readonly theirs: Value | undefined;
}

/** How git marks conflicts: so many signs, and what the sides are called. `base`: null where the ancestor is not shown. */
export interface Marks {
  readonly size: number;
  readonly ours: string;
  readonly base: string | null;
  readonly theirs: string;
}

export function clashesIn(pieces: readonly Piece[]): readonly Clash[] {
  return pieces.filter((piece) => typeof piece !== 'string');
}

/** The text with every clash decided for one side. */
export function decidedFor(side: keyof Decided, pieces: readonly Piece[]): string {
  return pieces.map((piece) => (typeof piece === 'string' ? piece : piece[side])).join('');
}

export function withMarks(pieces: readonly Piece[], marks: Marks, lineBreak: string): string {
  const line = (sign: string, label: string) => `${`${sign.repeat(marks.size)} ${label}`.trimEnd()}${lineBreak}`;
  return pieces
    .map((piece) => {
      if (typeof piece === 'string') return piece;
      const base = marks.base === null ? [] : [line('|', marks.base), piece.base];
      return [line('<', marks.ours), piece.ours, ...base, line('=', ''), piece.theirs, line('>', marks.theirs)].join(
        '',
      );
    })
    .join('');
}
