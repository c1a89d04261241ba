// How alike two texts are: the share of neighbouring characters that they have in common (Dice's coefficient). The sides may be swapped.

/** UTF-16 units that are looked at: what begins alike for so long is alike. */
const most = 2000;

export type Profile = ReadonlyMap<string, number>;

/** Each two neighbours of a text with how often they stand there; of a single character that one. */
export function profileOf(text: string): Profile {
  const plain = text.slice(0, most).replace(/\s+/g, '');
  const counts = new Map<string, number>();
  for (let at = 0; at < Math.max(1, plain.length - 1); at++) {
    const two = plain.slice(at, at + 2);
    if (two !== '') counts.set(two, (counts.get(two) ?? 0) + 1);
  }
  return counts;
}

/** From 0, nothing in common, to 1; two empty texts are alike. */
export function similarity(a: Profile, b: Profile): number {
  const [small, large] = a.size <= b.size ? [a, b] : [b, a];
  let common = 0;
  for (const [two, count] of small) common += Math.min(count, large.get(two) ?? 0);
  const total = sizeOf(a) + sizeOf(b);
  return total === 0 ? 1 : (2 * common) / total;
}

function sizeOf(profile: Profile): number {
  let size = 0;
  for (const count of profile.values()) size += count;
  return size;
}
