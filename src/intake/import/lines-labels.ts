// Finds a form's labels in its plain text. A label begins a word and ends with a colon or a space; where a text has it more than once,
// those count that are most surely labels and stand in the form's order.
import type { Labelled } from './form-map.js';
import {
  beginsLine,
  beginsWord,
  endsLine,
  endsWord,
  keyPattern,
  type LinesSource,
  type Span,
  withStars,
} from './lines-source.js';
import { bareKey, labelKey } from './same-label.js';

/** `start` to `end` is the label with its colon; its value follows. */
export interface FoundLabel extends Span {
  readonly part: Labelled;
  /** How surely it is a label. */
  readonly weight: number;
}

export interface FoundLabels {
  /** In the order of the text, each label of the form at most once. */
  readonly labels: readonly FoundLabel[];
  /** Others that look like labels, in the order of the text: what is printed again on every page. */
  readonly others: readonly FoundLabel[];
}

/** From this weight on a label needs no others around it. */
export const sure = 3;

export function findLabels(source: LinesSource, parts: readonly Labelled[]): FoundLabels {
  const found = parts.flatMap((part) => candidates(source, part)).sort((a, b) => a.start - b.start || b.end - a.end);
  const whole: FoundLabel[] = [];
  for (const label of found) {
    const last = whole.at(-1);
    // 预算单位 within 一级预算单位
    if (!last || label.start >= last.end) whole.push(label);
  }
  const inOrder = heaviest(whole, parts);
  const chosen = new Set(inOrder);
  const taken = new Set(inOrder.map(({ part }) => part));
  for (const label of whole) {
    if (taken.has(label.part) || label.weight < sure) continue;
    taken.add(label.part);
    chosen.add(label);
  }
  return { labels: whole.filter((label) => chosen.has(label)), others: whole.filter((label) => !chosen.has(label)) };
}

function candidates(source: LinesSource, part: Labelled): readonly FoundLabel[] {
  const found: FoundLabel[] = [];
  for (const match of source.key.matchAll(patternOf(part.label))) {
    const { start, end } = withStars(source, source.spanOf(match.index, match.index + match[0].length));
    const weight = weightOf(source, { start, end }, part, match[0].endsWith(':'));
    if (weight > 0) found.push({ start, end, part, weight });
  }
  return found;
}

/** Notes in brackets, such as `（元）`, are the form's own, or stand before a colon; other brackets begin a value. */
function patternOf(label: string): RegExp {
  const key = labelKey(label);
  const bare = bareKey(label) || key;
  const own = key.slice(key.indexOf(bare) + bare.length);
  return new RegExp(`${keyPattern(bare)}(?:(?:\\([^()]{0,40}\\))*:|${keyPattern(own)}|)`, 'g');
}

function weightOf(source: LinesSource, { start, end }: Span, { label, where }: Labelled, colon: boolean): number {
  const first = beginsLine(source, start);
  if (!first && !beginsWord(source, start)) return colon && where !== 'below' ? 1 : 0;
  if (colon) return first ? 4 : where === 'below' ? 2 : sure;
  if (!endsWord(source, end)) return 0;
  // The form has a colon, and this has none: more likely a word of a text, unless it stands alone.
  if (/[:：]\s*$/.test(label)) return !first ? 0 : endsLine(source, end) ? sure : 2;
  return first || /(?:\s{2}|[\t|]\s?)$/.test(source.text.slice(Math.max(0, start - 2), start)) ? sure : 2;
}

interface Chain {
  readonly weight: number;
  readonly label: FoundLabel;
  readonly before: Chain | null;
}

/** The heaviest labels in the form's order, of equal ones the first. */
function heaviest(found: readonly FoundLabel[], parts: readonly Labelled[]): readonly FoundLabel[] {
  const order = new Map(parts.map((part, index) => [part, index]));
  /** The best chain that ends with a part of the form. */
  const best: (Chain | undefined)[] = [];
  for (const label of found) {
    const at = order.get(label.part) ?? 0;
    const before = heavier(best.slice(0, at));
    const weight = label.weight + (before?.weight ?? 0);
    if (weight > (best[at]?.weight ?? 0)) best[at] = { weight, label, before };
  }
  const chosen: FoundLabel[] = [];
  for (let chain = heavier(best); chain; chain = chain.before) chosen.unshift(chain.label);
  return chosen;
}

function heavier(chains: readonly (Chain | undefined)[]): Chain | null {
  return chains.reduce<Chain | null>(
    (most, chain) => (chain && chain.weight > (most?.weight ?? 0) ? chain : most),
    null,
  );
}
