// Turns two states of a declaration into what changed, value by value: facts only. What prints the same is no change.
import type { Words } from '../base/finding.js';
import { below } from '../base/pointer.js';
import { isMapping } from '../check/declaration.js';
import type { Field } from '../check/form.js';
import type { Value } from '../read/parsed.js';
import type { Change, State } from './change.js';
import { type Item, toItems } from './items.js';
import { itemLabel, keyLabel, noLabel } from './labels.js';
import { longestChain } from './longest-chain.js';
import { matchItems, type Pair } from './match-items.js';
import { printedText } from './plain-text.js';

export interface Comparison {
  /** In the order of the form; what is gone stands before what takes its place. */
  readonly changes: readonly Change[];
  /** Pointers of the items of lists that are in both states, from the state before to the state after. */
  readonly items: ReadonlyMap<string, string>;
}

/** A value where it stands on one side; `field` is null where that side's form has no such key. */
interface Slot {
  readonly value: Value | undefined;
  readonly field: Field | null;
  readonly pointer: string;
}

interface Around {
  readonly label: Words;
  /** Within a basis item amounts print as they were written. */
  readonly inItem: boolean;
}

/** The same with the sides swapped says the opposite: see `mirrored` in the tests. */
export function compare(before: State, after: State): Comparison {
  const changes: Change[] = [];
  const items = new Map<string, string>();

  const visit = (was: Slot, is: Slot, around: Around): void => {
    const field = is.field ?? was.field;
    // Where only one side writes the year, the other one's is that of its folder.
    if (field?.role === 'year' && (was.value === undefined || is.value === undefined)) return;
    if (field?.shape === 'mapping' && isWritten(was.value, isMapping) && isWritten(is.value, isMapping)) {
      visitKeys(was, is, around);
    } else if (field?.shape === 'list' && isWritten(was.value, Array.isArray) && isWritten(is.value, Array.isArray)) {
      visitItems(was, is, around);
    } else {
      const [old, young] = [textOf(was, around), textOf(is, around)];
      if (old !== young) changes.push(textChange(was, is, around.label, old, young));
    }
  };

  const visitKeys = (was: Slot, is: Slot, around: Around, skipped: readonly string[] = []): void => {
    for (const key of keysOf(was, is)) {
      if (skipped.includes(key)) continue;
      const [old, young] = [childOf(was, key), childOf(is, key)];
      const field = young.field ?? old.field;
      const label = field ? keyLabel(around.label, field) : { zh: key, en: key };
      visit(old, young, { ...around, label });
    }
  };

  const visitItems = (was: Slot, is: Slot, around: Around): void => {
    const field = (is.field ?? was.field) as Field;
    const [olds, news] = [itemsOf(was.value, was.field ?? field), itemsOf(is.value, is.field ?? field)];
    const { pairs, removed, added } = matchItems(olds, news);
    const itemField = field.items;
    const labelOf = (index: number, item: Item | undefined) =>
      itemLabel(around.label, itemField, index, nameIn(item, itemField));
    for (const index of removed) {
      const pointer = below(was.pointer, index);
      const before = printedOf(olds[index]);
      const label = labelOf(index, olds[index]);
      changes.push({ kind: 'removed', pointer, pointerBefore: pointer, label, before, after: null });
    }
    const inOrder = longestChain(pairs);
    const byPlace = new Map(pairs.map((pair) => [pair.after, pair]));
    const isNew = new Set(added);
    news.forEach((item, index) => {
      const label = labelOf(index, item);
      const pointer = below(is.pointer, index);
      const pair = byPlace.get(index);
      if (isNew.has(index)) {
        changes.push({ kind: 'added', pointer, pointerBefore: null, label, before: null, after: printedOf(item) });
      } else if (pair) {
        const old = { value: olds[pair.before]?.value, field: itemFieldOf(was, field), pointer: '' };
        const from = { ...old, pointer: below(was.pointer, pair.before) };
        items.set(from.pointer, pointer);
        if (!inOrder.has(pair)) changes.push(moveChange(pair, from.pointer, pointer, label));
        const to = { value: item.value, field: itemFieldOf(is, field), pointer };
        visitPair(pair, [olds[pair.before] as Item, item], from, to, { ...around, label });
      }
    });
  };

  const visitPair = (pair: Pair, [old, young]: readonly [Item, Item], was: Slot, is: Slot, around: Around): void => {
    if (old.key === young.key) return;
    const field = is.field ?? was.field;
    const inItem = around.inItem || field?.kind === 'basis-item';
    const areMappings = isMapping(old.value) && isMapping(young.value);
    if (pair.renamed) {
      const [before, after] = areMappings ? [old.name, young.name] : [printedOf(old), printedOf(young)];
      changes.push({ ...textChange(was, is, around.label, before, after), kind: 'renamed' });
    }
    if (areMappings)
      visitKeys(was, is, { ...around, inItem }, pair.renamed ? [...old.nameKeys, ...young.nameKeys] : []);
    else if (!pair.renamed) changes.push(textChange(was, is, around.label, printedOf(old), printedOf(young)));
  };

  const root = (state: State): Slot => ({ value: state.declaration, field: state.form.root, pointer: '' });
  visit(root(before), root(after), { label: noLabel, inItem: false });
  return { changes, items };
}

/** A list or mapping that is not there, or empty, compares as one without entries. */
function isWritten(value: Value | undefined, is: (value: Value) => boolean): boolean {
  return value === undefined || value === '' || is(value);
}

function childOf({ value, field, pointer }: Slot, key: string): Slot {
  return {
    value: isMapping(value) ? value[key] : undefined,
    field: field?.properties.find((child) => child.key === key) ?? null,
    pointer: below(pointer, key),
  };
}

/** In the order of the form after; what only the form before has, or none has, comes behind. */
function keysOf(was: Slot, is: Slot): readonly string[] {
  const written = ({ value }: Slot) => (isMapping(value) ? Object.keys(value) : []);
  const known = ({ field }: Slot) => field?.properties.map(({ key }) => key) ?? [];
  return [...new Set([...known(is), ...known(was), ...written(is), ...written(was)])];
}

function itemsOf(value: Value | undefined, list: Field): readonly Item[] {
  return Array.isArray(value) ? toItems(value, list) : [];
}

function itemFieldOf({ field }: Slot, other: Field): Field | null {
  return (field ?? other).items;
}

/** A list that holds nothing but texts is told by numbers alone. */
function nameIn(item: Item | undefined, field: Field | null): string {
  return item === undefined || field === null || field.shape === 'text' ? '' : item.name;
}

function printedOf(item: Item | undefined): string | null {
  return item === undefined || item.printed === '' ? null : item.printed;
}

/** One value as one text: a list by the lines that its items print. */
function textOf({ value, field }: Slot, { inItem }: Around): string | null {
  if (field?.shape === 'list' && Array.isArray(value)) {
    const lines = toItems(value, field).flatMap((item) => printedOf(item) ?? []);
    return lines.length === 0 ? null : lines.join('\n');
  }
  return printedText(value, field, inItem);
}

function textChange(was: Slot, is: Slot, label: Words, before: string | null, after: string | null): Change {
  const kind = before === null ? 'added' : after === null ? 'removed' : 'changed';
  return {
    kind,
    pointer: kind === 'removed' ? was.pointer : is.pointer,
    pointerBefore: kind === 'added' ? null : was.pointer,
    label,
    before,
    after,
  };
}

function moveChange(pair: Pair, pointerBefore: string, pointer: string, label: Words): Change {
  const [before, after] = [String(pair.before + 1), String(pair.after + 1)];
  return { kind: 'moved', pointer, pointerBefore, label, before, after };
}
