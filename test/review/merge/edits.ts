// What clerks do to a declaration, as functions on its tree. An edit is made out from numbers and words, so that chance can choose it.
import type { Value } from '../../../src/read/parsed.js';
import { type Branch, type Entry, entriesIn, isBranch, toBranch, toEntry } from './tree.js';

export interface Edit {
  /** The entries that it changes or takes away. */
  readonly about: readonly number[];
  /** An entry that it is lost with. */
  readonly needs: readonly number[];
  /** Does nothing where what it is about is gone. */
  make(root: Branch): void;
}

/** `which` entry, `where` in it or how, and what to write. */
export interface Recipe {
  readonly kind: keyof typeof recipes;
  readonly which: number;
  readonly where: number;
  readonly words: string;
}

export function editsOf(root: Branch, all: readonly Recipe[]): readonly Edit[] {
  return all.flatMap((recipe) => recipes[recipe.kind](root, recipe) ?? []);
}

export function makeAll(root: Branch, edits: readonly Edit[]): Branch {
  const made = structuredClone(root);
  for (const edit of edits) edit.make(made);
  return made;
}

/** Whether each side can make its edits without the other. */
export function areApart(ours: readonly Edit[], theirs: readonly Edit[]): boolean {
  const spares = (some: readonly Edit[], others: readonly Edit[]) => {
    const changed = new Set(some.flatMap(({ about }) => about));
    return others.every(({ about, needs }) => [...about, ...needs].every((id) => !changed.has(id)));
  };
  return spares(ours, theirs) && spares(theirs, ours);
}

interface Place {
  readonly around: Branch;
  readonly index: number;
  readonly entry: Entry;
}

function find(around: Branch, id: number): Place | null {
  for (const [index, entry] of around.entries.entries()) {
    if (entry.id === id) return { around, index, entry };
    const found = isBranch(entry.node) ? find(entry.node, id) : null;
    if (found) return found;
  }
  return null;
}

function edit(about: readonly number[], needs: readonly number[], make: (place: Place) => void): Edit {
  return {
    about,
    needs,
    make(root) {
      const place = find(root, about[0] ?? needs[0] ?? -1);
      if (place) make(place);
    },
  };
}

function rewrite(text: string) {
  return (place: Place) => {
    place.entry.node = { text };
  };
}

function pick(all: readonly Entry[], which: number): Entry | undefined {
  return all[which % Math.max(1, all.length)];
}

const listsIn = (root: Branch) => entriesIn(root).filter(({ node }) => isBranch(node) && node.kind === 'list');
const childrenOf = ({ node }: Entry): readonly Entry[] => (isBranch(node) ? node.entries : []);
const itemsIn = (root: Branch) => listsIn(root).flatMap(childrenOf);
const idsOf = (entry: Entry) => [entry.id, ...entriesIn(entry.node).map(({ id }) => id)];
const isName = ({ key }: Entry) => key === '名称' || key === '事项';
const oneLine = (words: string) => words.replaceAll('\n', ' ');

const recipes = {
  write(root: Branch, { which, words }: Recipe) {
    // A name written anew is another item, and the form and year are not a clerk's to change.
    const free = entriesIn(root).filter(
      (entry) => !isBranch(entry.node) && !isName(entry) && !/^(表单|年度)$/.test(entry.key),
    );
    const entry = pick(free, which);
    return entry && edit([entry.id], [], rewrite(words));
  },
  rename(root: Branch, { which, words }: Recipe) {
    const entry = pick(entriesIn(root).filter(isName), which);
    if (!entry || isBranch(entry.node)) return undefined;
    const text = entry.node.text + words.slice(-1);
    return edit([entry.id], [], rewrite(text));
  },
  insert(root: Branch, { which, where, words }: Recipe) {
    const list = pick(listsIn(root), which);
    if (!list) return undefined;
    const siblings = childrenOf(list);
    const added = toEntry('', itemLike(siblings[0], words));
    if (where % 3 === 0) added.above.push(`新增 ${oneLine(words)}`);
    const before = siblings[(where % (siblings.length + 1)) - 1]?.id;
    return edit([], [list.id], ({ entry: { node } }) => {
      if (!isBranch(node)) return;
      const at = node.entries.findIndex(({ id }) => id === before);
      node.entries.splice(before === undefined ? 0 : at < 0 ? node.entries.length : at + 1, 0, structuredClone(added));
    });
  },
  remove(root: Branch, { which }: Recipe) {
    const entry = pick(itemsIn(root), which);
    return entry && edit(idsOf(entry), [], ({ around, index }) => void around.entries.splice(index, 1));
  },
  move(root: Branch, { which, where }: Recipe) {
    const list = pick(
      listsIn(root).filter((one) => childrenOf(one).length > 2),
      which,
    );
    const entry = list && pick(childrenOf(list), where);
    return (
      entry &&
      edit([entry.id], [], ({ around, index }) => {
        const [moved] = around.entries.splice(index, 1);
        if (moved) around.entries.splice((where * 7 + which) % (around.entries.length + 1), 0, moved);
      })
    );
  },
  /** 不适用 ↔ rows. */
  word(root: Branch, { which, words }: Recipe) {
    const groups = entriesIn(root).filter(
      ({ key, node }) => /指标$/.test(key) && !(isBranch(node) && node.kind === 'mapping'),
    );
    const entry = pick(groups, which);
    const rows = toBranch([{ 名称: `指标${words}`, 指标值: '≥1个', 解释: words }]);
    return (
      entry &&
      edit(idsOf(entry), [], (place) => {
        place.entry.node = isBranch(place.entry.node) ? { text: '不适用' } : structuredClone(rows);
      })
    );
  },
  drop(root: Branch, { which }: Recipe) {
    const entry = pick(
      entriesIn(root).filter(({ key }) => /^(项目编码|长期目标|说明|解释)$/.test(key)),
      which,
    );
    return entry && edit([entry.id], [], ({ around, index }) => void around.entries.splice(index, 1));
  },
  detail(root: Branch, { which, words }: Recipe) {
    const entry = pick(
      itemsIn(root).filter((item) => childrenOf(item).some(({ key }) => key === '事项')),
      which,
    );
    const added = toEntry('明细', [`${words}：1万`, '其余：2万']);
    return (
      entry &&
      edit([entry.id], [], ({ entry: { node } }) => {
        if (isBranch(node) && !node.entries.some(({ key }) => key === '明细'))
          node.entries.splice(2, 0, structuredClone(added));
      })
    );
  },
  comment(root: Branch, { which, where, words }: Recipe) {
    const entry = pick(entriesIn(root), which);
    return (
      entry &&
      edit([entry.id], [], (place) => {
        if (where % 2 === 0 && !isBranch(place.entry.node)) place.entry.behind = oneLine(words);
        else place.entry.above.push(oneLine(words));
      })
    );
  },
  commentBelow(root: Branch, { which, words }: Recipe) {
    const entry = pick(listsIn(root), which);
    return (
      entry && edit([entry.id], [], ({ entry: { node } }) => void (isBranch(node) && node.below.push(oneLine(words))))
    );
  },
  uncomment(root: Branch, { which }: Recipe) {
    const entry = pick(
      entriesIn(root).filter(({ above }) => above.length > 0),
      which,
    );
    return entry && edit([entry.id], [], (place) => void place.entry.above.pop());
  },
} as const satisfies Record<string, (root: Branch, recipe: Recipe) => Edit | undefined>;

export const kinds = Object.keys(recipes) as readonly (keyof typeof recipes)[];

function itemLike(sibling: Entry | undefined, words: string): Value {
  const keys = sibling ? childrenOf(sibling).map(({ key }) => key) : [];
  if (keys.includes('事项')) return { 事项: `事项${words}`, 金额: '1万', 说明: words };
  return keys.includes('名称') ? { 名称: `名称${words}`, 指标值: '≥1次', 解释: words } : words;
}
