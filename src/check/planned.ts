// Finds the counts that the basis items plan, in units of one kind and on one topic, as few as can be meant.
import { compare, printDecimal } from '../base/decimal.js';
import { findClauses } from '../terms/clauses.js';
import { findQuantities, type Quantity } from '../terms/quantities.js';
import { oncePerSubject } from './once-per-subject.js';
import type { Subject, Text } from './subject.js';

/** `[from, to)` in UTF-16 units of the text. */
export interface Planned {
  readonly text: Text;
  readonly from: number;
  readonly to: number;
  readonly quantity: Quantity;
}

/** A basis item that plans counts. */
export interface PlannedItem {
  readonly texts: readonly Text[];
  /** It tells a total and its parts. */
  readonly hasTotal: boolean;
  readonly counts: readonly Count[];
}

interface Count extends Planned {
  readonly clause: string;
}

export interface PlanWords {
  /** An item with one of these tells a total and its parts. */
  readonly totals: readonly string[];
  /** A text with one of these is about what has been done. */
  readonly past: readonly string[];
}

/** In the order of the items. */
export function findPlannedItems(
  subject: Subject,
  units: ReadonlySet<string>,
  { totals, past }: PlanWords,
): readonly PlannedItem[] {
  const all = [...units];
  const mayCount = ({ text }: Text) => hasOne(text, all) && !hasOne(text, past);
  return textsByItem(subject).flatMap((texts) => {
    const counts = texts.filter(mayCount).flatMap((text) => countsIn(text, units));
    return counts.length === 0 ? [] : [{ texts, counts, hasTotal: texts.some(({ text }) => hasOne(text, totals)) }];
  });
}

/** What is planned on a topic: words with spaces between, empty for every topic. Of a total and its parts only the largest counts. */
export function plannedOn(topic: string, items: readonly PlannedItem[]): readonly Planned[] {
  const pairs = pairsOf(topic);
  // A long clause may have thousands of counts.
  const known = new Map<string, boolean>();
  const isNear = ({ clause }: Count) => {
    const has = known.get(clause) ?? isOn(clause, pairs);
    known.set(clause, has);
    return has;
  };
  return items.flatMap(({ texts, counts, hasTotal }) => {
    const near = counts.filter(isNear);
    const onTopic = near.length > 0 ? near : texts.some(({ text }) => isOn(text, pairs)) ? counts : [];
    return hasTotal ? largest(onTopic) : distinct(onTopic);
  });
}

function hasOne(text: string, words: readonly string[]): boolean {
  return words.some((word) => text.includes(word));
}

const textsByItem = oncePerSubject(({ items, texts }): readonly (readonly Text[])[] => {
  const first = items[0]?.pointer ?? '';
  const basis = first.slice(0, first.lastIndexOf('/') + 1);
  const byItem = new Map<string, Text[]>();
  for (const text of texts) {
    if (!text.pointer.startsWith(basis)) continue;
    const end = text.pointer.indexOf('/', basis.length);
    const item = end < 0 ? text.pointer : text.pointer.slice(0, end);
    const known = byItem.get(item);
    if (known) known.push(text);
    else byItem.set(item, [text]);
  }
  return [...byItem.values()];
});

function countsIn(text: Text, units: ReadonlySet<string>): readonly Count[] {
  const all = [...units];
  const clauses = findClauses(text.text, { lists: true }).filter((clause) => hasOne(clause.text, all));
  return clauses.flatMap((clause) =>
    findQuantities(clause.text)
      .filter(
        (quantity) =>
          units.has(quantity.unit) && isTotal(quantity) && isOne(quantity) && !isEach(clause.text, quantity),
      )
      .map((quantity) => ({
        text,
        from: clause.from + quantity.from,
        to: clause.from + quantity.to,
        quantity,
        clause: clause.text,
      })),
  );
}

/** Of the year, not of each person or day. */
export function isTotal({ per }: Quantity): boolean {
  return per === null || per === '年';
}

/** A range says that nobody knows yet. */
function isOne({ low, high }: Quantity): boolean {
  return compare(low, high) === 0;
}

/** `每日2次`, `每期不少于40人` */
function isEach(text: string, { from }: Quantity): boolean {
  return /每[^年].{0,4}$/.test(text.slice(Math.max(0, from - 6), from));
}

function largest(counts: readonly Count[]): readonly Count[] {
  const [first, ...others] = counts;
  if (!first) return [];
  return [others.reduce((most, one) => (compare(one.quantity.low, most.quantity.low) > 0 ? one : most), first)];
}

/** The same number twice within an item may be the same thing twice. */
function distinct(counts: readonly Count[]): readonly Count[] {
  if (counts.length < 2) return counts;
  const seen = new Set<string>();
  return counts.filter(({ quantity }) => {
    const number = printDecimal(quantity.low);
    return !seen.has(number) && seen.add(number);
  });
}

/** Every two characters that follow each other. */
function pairsOf(topic: string): ReadonlySet<string> {
  const pairs = new Set<string>();
  for (const word of topic.split(' ')) {
    for (let at = 0; at + 2 <= word.length; at += 1) pairs.add(word.slice(at, at + 2));
  }
  return pairs;
}

/** At least half of the topic's pairs are in the text. */
function isOn(text: string, pairs: ReadonlySet<string>): boolean {
  let count = 0;
  for (const pair of pairs) if (text.includes(pair)) count += 1;
  return 2 * count >= pairs.size;
}
