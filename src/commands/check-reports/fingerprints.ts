// Names findings so that a service knows one again after lines have moved: by the rule, the file, the field and the text that is marked,
// and by number where all that is the same.
import { createHash } from 'node:crypto';
import type { FiledFinding, Report } from './report.js';

/** In the order of `findings`; all different. */
export function fingerprintsOf(
  findings: readonly FiledFinding[],
  { textOf, prefix }: Pick<Report, 'textOf' | 'prefix'>,
): readonly string[] {
  const met = new Map<string, number>();
  return findings.map(({ file, finding }) => {
    const { rule, pointer = '', place } = finding;
    const at = place?.file ?? file;
    const text = place ? (textOf(at)?.slice(place.start, place.end) ?? '') : '';
    // A list's items have numbers, which a new item moves.
    const field = pointer.replace(/\/\d+(?=\/|$)/g, '/*');
    const known = JSON.stringify([rule, prefix + at, field, text]);
    const count = met.get(known) ?? 0;
    met.set(known, count + 1);
    return createHash('sha256')
      .update(JSON.stringify([known, count]))
      .digest('hex')
      .slice(0, 32);
  });
}
