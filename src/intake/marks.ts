// Collects what a person must look at again, as comment lines above the entries that it is about. A comment may not stand inside a text or
// between the brackets of a list on one line, so it goes above the line on which the whole entry begins.
import type { Edit } from '../base/finding.js';
import { fromPointer, toPointer } from '../base/pointer.js';
import { type Parsed, valueAt } from '../read/parsed.js';
import { commentLines } from './comment.js';

export interface Marker {
  /** The file's own. */
  readonly lineBreak: string;
  mark(pointer: string, reason: string): void;
  /** Whether the value stands between brackets or braces, where nothing can be left empty. */
  inFlow(pointer: string): boolean;
  /** One insertion for each line, in the order of the text. */
  edits(): readonly Edit[];
}

export function markerOf(parsed: Parsed): Marker {
  const { text } = parsed.source;
  const lineBreak = /\r?\n/.exec(text)?.[0] ?? '\n';
  const reasons = new Map<number, string[]>();

  /** The outermost value around it that is written in brackets or braces, or null. A block's first character is its first key's or dash. */
  const flowAround = (pointer: string): string | null => {
    const path = fromPointer(pointer);
    for (let length = 0; length < path.length; length += 1) {
      const outer = toPointer(path.slice(0, length));
      if (/[[{]/.test(text.charAt(parsed.placeOf(outer).start))) return outer;
    }
    return null;
  };

  const lineOf = (pointer: string): number => {
    const entry = flowAround(pointer) ?? pointer;
    const parent = valueAt(parsed.value, entry.slice(0, Math.max(0, entry.lastIndexOf('/'))));
    const part = entry === '' || Array.isArray(parent) ? 'value' : 'key';
    const { start } = parsed.placeOf(entry, part);
    return Math.max(text.lastIndexOf('\n', start - 1), -1) + 1;
  };

  return {
    lineBreak,
    mark(pointer, reason) {
      const line = lineOf(pointer);
      reasons.set(line, [...(reasons.get(line) ?? []), reason]);
    },
    inFlow: (pointer) => flowAround(pointer) !== null,
    edits() {
      const lines = [...reasons].sort(([a], [b]) => a - b);
      return lines.map(([start, said]) => {
        const indent = /^ */.exec(text.slice(start, start + 1000))?.[0] ?? '';
        const comment = commentLines(`请核对：${said.join('；')}。`.replace(/[\r\n]+/g, ' '));
        return { start, end: start, text: comment.map((line) => indent + line + lineBreak).join('') };
      });
    },
  };
}
