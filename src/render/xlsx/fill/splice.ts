// Makes edits in a text that do not overlap; all around them stays as it is.
import type { Edit } from '../../../base/finding.js';

export function splice(text: string, edits: readonly Edit[], from = 0, to = text.length): string {
  const pieces: string[] = [];
  let at = from;
  for (const edit of [...edits].sort((a, b) => a.start - b.start || a.end - b.end)) {
    if (edit.start < at) throw new Error(`Edits overlap at ${edit.start}: ${edit.text}`);
    pieces.push(text.slice(at, edit.start), edit.text);
    at = edit.end;
  }
  pieces.push(text.slice(at, to));
  return pieces.join('');
}
