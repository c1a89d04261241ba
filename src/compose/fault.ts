// A fault at its place in a template, before it becomes a finding.
import type { Finding, Said } from '../base/finding.js';
import { offsetAt, placeBetween } from '../base/place.js';
import type { Source } from '../read/parsed.js';

/** `kind` ends the rule's name: `template/<kind>`. Offsets are UTF-16 units of the template. */
export interface Fault {
  readonly kind: string;
  readonly said: Said;
  readonly start: number;
  readonly end: number;
}

export function toFinding({ kind, said, start, end }: Fault, source: Source): Finding {
  const place = placeBetween(source.path, source.text, start, end);
  return { rule: `template/${kind}`, level: 'error', ...said, place };
}

/** A fault of which only the line is known: its place is the line without its indentation. */
export function atLine(kind: string, said: Said, line: number, text: string): Fault {
  const start = offsetAt(text, line, 1);
  const [whole = ''] = text.slice(start).split(/\r?\n/, 1);
  return { kind, said, start: start + whole.length - whole.trimStart().length, end: start + whole.trimEnd().length };
}
