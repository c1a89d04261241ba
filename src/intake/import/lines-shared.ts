// Labels that stand side by side on one line: the lines below may go on with the value of any of them.
import { columnsOf, hadRoom } from './lines-join.js';

/** What stands behind each label of a line, and the lines below it. */
export interface LabelLine {
  readonly values: readonly string[];
  readonly below: readonly string[];
}

/**
 * For each value the lines that go on with it; null where that cannot be told. `widths` are those of the widest values in the same places:
 * a value that had room for the next line's text was at its end.
 */
export function shareLines(
  { values, below }: LabelLine,
  widths: readonly number[],
): readonly (readonly string[])[] | null {
  const [first] = below;
  if (first === undefined) return values.map(() => []);
  const full = values.map((value, index) => value.trim() !== '' && !hadRoom(value, first, widths[index] ?? 0));
  const going = full.filter((one) => one).length;
  if (going === 1) return full.map((one) => (one ? below : []));
  const parted = below.map((line) => line.trim().split(/\s+/));
  if (going === 0 || !parted.every((pieces) => pieces.length === going)) return null;
  let at = -1;
  return full.map((one) => {
    if (one) at += 1;
    return one ? parted.map((pieces) => pieces[at] ?? '') : [];
  });
}

/** The widest value in each place of the lines that have as many labels. */
export function widthsOf(lines: readonly LabelLine[], count: number): readonly number[] {
  const alike = lines.filter(({ values }) => values.length === count);
  return Array.from({ length: count }, (_, index) =>
    Math.max(0, ...alike.map(({ values }) => columnsOf(values[index] ?? ''))),
  );
}
