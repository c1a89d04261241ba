// Puts the entries of a merged block into order: ours', with theirs' additions and moves beside the neighbours that theirs gave them.
import type { Triple, Triples } from './triples.js';

/**
 * `passes`: whether what ours alone added stands before what theirs added in the same place. What both sides moved stays where ours put
 * it: two moves of one item cannot both be kept, and an order is not worth a conflict.
 */
export function arrange(
  { all, movedByOurs, movedByTheirs }: Triples,
  passes: (ours: Triple, theirs: Triple) => boolean,
): readonly Triple[] {
  const inTheirs = all.filter(({ theirs }) => theirs).sort((a, b) => a.theirsAt - b.theirsAt);
  const isMoved = isInOrder(inTheirs)
    ? () => false
    : (triple: Triple) => movedByTheirs.has(triple) && !movedByOurs.has(triple);
  const order = all.filter((triple) => triple.ours && !isMoved(triple)).sort((a, b) => a.oursAt - b.oursAt);
  const placed = new Set(order);
  const isSteady = (triple: Triple) => placed.has(triple) && !movedByOurs.has(triple);

  const placeFor = (triple: Triple, at: number): number => {
    const before = inTheirs.slice(0, at).findLast(isSteady);
    const after = before ? undefined : inTheirs.slice(at + 1).find(isSteady);
    if (after) return order.indexOf(after);
    const neighbour = before ?? inTheirs.slice(0, at).findLast((one) => placed.has(one));
    if (!neighbour) return order.length;
    let place = order.indexOf(neighbour) + 1;
    for (let next = order[place]; next && isOursAlone(next) && passes(next, triple); next = order[place]) place += 1;
    return place;
  };

  inTheirs.forEach((triple, at) => {
    if (placed.has(triple)) return;
    order.splice(placeFor(triple, at), 0, triple);
    placed.add(triple);
  });
  return order;
}

/** Whether what both sides have stands in one order on both. */
function isInOrder(inTheirs: readonly Triple[]): boolean {
  const common = inTheirs.filter(({ ours }) => ours);
  return common.every(({ oursAt }, index) => index === 0 || (common[index - 1]?.oursAt ?? 0) < oursAt);
}

function isOursAlone({ base, theirs }: Triple): boolean {
  return !base && !theirs;
}
