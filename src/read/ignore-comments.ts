// Finds the comments that begin with `shenbao-ignore`, which ask check/ to pass a finding over, and the line each speaks of.
// They are looked for among the parser's tokens, since a # within a text begins no comment.
import type { CST } from 'yaml';

const word = 'shenbao-ignore';
const beginning = /^#+[ \t]*shenbao-ignore(?![\w-])/;

export interface IgnoreMark {
  /** From the # on. */
  readonly text: string;
  readonly start: number;
  /** An offset in the line that it speaks of: its own, or for a comment on a line of its own the next that is neither blank nor comment. */
  readonly target: number;
}

export interface IgnoreMarks {
  /** Is told of every token in turn. */
  see(type: CST.TokenType | null, offset: number, source: string): void;
  all(): readonly IgnoreMark[];
}

/** Null for a text without the word, which is nearly every one. */
export function ignoreMarksIn(text: string): IgnoreMarks | null {
  if (!text.includes(word)) return null;
  const marks: IgnoreMark[] = [];
  let waiting: { readonly text: string; readonly start: number }[] = [];
  let isBlankSoFar = true;
  const settle = (target: number) => {
    marks.push(...waiting.map((one) => ({ ...one, target })));
    waiting = [];
  };
  return {
    see(type, offset, source) {
      switch (type) {
        case 'newline':
          isBlankSoFar = true;
          return;
        case 'comment':
          if (!beginning.test(source)) return;
          if (isBlankSoFar) waiting.push({ text: source, start: offset });
          else marks.push({ text: source, start: offset, target: offset });
          return;
        case 'space':
        case 'byte-order-mark':
        case 'doc-mode':
        case 'doc-start':
          return;
        default:
          isBlankSoFar = false;
          settle(offset);
      }
    },
    all() {
      settle(text.length);
      return marks;
    },
  };
}
