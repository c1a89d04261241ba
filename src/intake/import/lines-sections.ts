// Parts the plain text of a form where its labels, its table and its remarks begin, and finds what is no content: titles and heads printed
// again, labels repeated with the same value, feet of pages.
import type { FormMap, Labelled, ListTable, Remark } from './form-map.js';
import { type FoundLabels, findLabels, sure } from './lines-labels.js';
import { findPageFeet } from './lines-page-feet.js';
import { beginsOfRows } from './lines-row-labels.js';
import {
  beginsLine,
  endsLine,
  endsWord,
  keyPattern,
  type LinePart,
  type LinesSource,
  type Span,
} from './lines-source.js';
import { headsOfTable } from './lines-table.js';
import { unclearLabels } from './lines-unclear.js';
import type { RawForm } from './raw-form.js';
import { labelKey } from './same-label.js';

/** What follows a label, a table's head, or something that says nothing of the form. */
export interface LinesSection extends Span {
  readonly part: Labelled | ListTable | null;
  /** Where its label begins. */
  readonly label: number;
}

export interface LinesSections {
  /** In the order of the text. What stands before the first belongs to none. */
  readonly sections: readonly LinesSection[];
  /** What is no content, in the order of the text. */
  readonly gaps: readonly Span[];
  /** Where it stands first. */
  readonly title: LinePart | null;
  /** Null where neither title nor labels are this form's. */
  readonly told: RawForm['told'] | null;
}

/** Where a section begins: its label, or what takes the place of one. */
interface Begin extends Span {
  readonly part: LinesSection['part'];
}

export function findSections(source: LinesSource, map: FormMap): LinesSections {
  const labelled = map.parts.filter((part) => part.kind === 'labelled');
  const found = findLabels(source, labelled);
  const tables = map.parts
    .filter((part) => part.kind === 'table')
    .map((table) => ({ table, heads: tableHeads(source, table) }));
  const remarks = map.parts
    .filter((part) => part.kind === 'remark')
    .flatMap((remark) => remarkAt(source, remark) ?? []);
  const titles = titlesOf(source, map);

  const begins: Begin[] = [
    ...found.labels,
    ...tables.flatMap(({ table, heads: [first] }) => (first ? [{ ...first, part: table }] : [])),
    ...remarks.map((remark) => ({ ...remark, part: null })),
  ].sort((a, b) => a.start - b.start);
  const stops = [...begins, ...titles, ...found.others.filter(({ weight }) => weight >= sure)].map(
    ({ start }) => start,
  );
  const repeated = repeatedLabels(source, found, stops);
  const [title] = titles;
  const foreign = titles.filter((title) => beginsAnother(source, title, found, repeated));

  const missing = labelled.filter((part) => !found.labels.some((label) => label.part === part));
  const unknown = [...foreign, ...unclearLabels(source, missing)].map(({ start }) => ({
    start,
    end: start,
    part: null,
  }));
  const all = [...begins, ...unknown].sort((a, b) => a.start - b.start);
  return {
    sections: all.map(({ part, start, end }, index) => ({
      part,
      label: start,
      start: end,
      end: all[index + 1]?.start ?? source.text.length,
    })),
    gaps: [
      ...titles.filter((title) => !foreign.includes(title)),
      ...tables.flatMap(({ heads }) => heads.slice(1)),
      ...repeated,
      ...findPageFeet(source, map.footer),
    ].sort((a, b) => a.start - b.start),
    title: title ? (source.partsOf(title)[0] ?? null) : null,
    told: title ? { by: 'title' } : toldByLabels(found.labels.length, labelled.length),
  };
}

/** Of a form's labels so many must be found where no title tells. */
const leastShare = 0.5;

function toldByLabels(found: number, of: number): RawForm['told'] | null {
  return found < 2 || found < of * leastShare ? null : { by: 'labels', found, of };
}

/** A table without its head begins with its first row. */
function tableHeads(source: LinesSource, table: ListTable): readonly Span[] {
  const heads = headsOfTable(source, table);
  if (heads.length > 0) return heads;
  const first = beginsOfRows(source, table.rows, { start: 0, end: source.text.length }).find(({ certain }) => certain);
  return first ? [{ start: first.start, end: first.start }] : [];
}

/** With another text than the form's behind its colon, a remark is a section of its own. */
function remarkAt(source: LinesSource, { text }: Remark): Span | null {
  const whole = wholeLines(source, keyPattern(text));
  const lead = /^.{1,8}[:：]/.exec(text)?.[0];
  if (whole.length > 0 || lead === undefined) return whole[0] ?? null;
  const other = [...source.key.matchAll(new RegExp(keyPattern(lead), 'g'))]
    .map((match) => source.spanOf(match.index, match.index + match[0].length))
    .find(({ start }) => beginsLine(source, start));
  return other ? { start: other.start, end: other.start } : null;
}

/** Characters besides the title's own: the place in front, the year behind. */
const besideTitle = 40;

/** The first may have more on its line than the form prints; printed again it is the same. */
function titlesOf(source: LinesSource, { form, title }: FormMap): readonly Span[] {
  const key = keyPattern(form.title);
  const printed = title.map((piece) => (typeof piece === 'string' ? keyPattern(piece) : '[^:]{0,12}?')).join('');
  const whole = wholeLines(source, [printed, key].filter((one) => one !== '').join('|'));
  const first = [...source.text.matchAll(/[^\n]+/g)].find(({ 0: line }) => {
    const own = labelKey(line);
    return own.length <= key.length + besideTitle && own.includes(labelKey(form.title)) && !/[《“"]/.test(line);
  });
  const start = first?.index ?? Number.POSITIVE_INFINITY;
  if (!first || whole.some((span) => span.start <= start)) return whole;
  return [{ start, end: start + first[0].length }, ...whole];
}

function wholeLines(source: LinesSource, pattern: string): readonly Span[] {
  return [...source.key.matchAll(new RegExp(pattern, 'g'))]
    .filter(({ 0: found }) => found !== '')
    .map((match) => source.spanOf(match.index, match.index + match[0].length))
    .filter(({ start, end }) => beginsLine(source, start) && endsLine(source, end));
}

/** Labels printed again with the same value behind them: label and value. */
function repeatedLabels(
  source: LinesSource,
  { labels, others }: FoundLabels,
  stops: readonly number[],
): readonly Span[] {
  const values = new Map(
    labels.map(({ part, start, end }) => {
      const next = stops.reduce((least, stop) => (stop > start && stop < least ? stop : least), source.text.length);
      return [part, source.key.slice(source.keyAt(end), source.keyAt(next))];
    }),
  );
  return others.flatMap((other) => {
    const value = values.get(other.part) ?? '';
    const from = source.keyAt(other.end);
    if (value === '' || other.part.where === 'below' || !source.key.startsWith(value, from)) return [];
    const again = source.spanOf(from, from + value.length);
    return endsWord(source, again.end) ? [{ start: other.start, end: again.end }] : [];
  });
}

/** Whether a title is that of another form of the kind: labels with other values follow it. */
function beginsAnother(source: LinesSource, title: Span, found: FoundLabels, repeated: readonly Span[]): boolean {
  const [first] = found.labels;
  if (!first || title.start < first.start) return false;
  const next = [...found.labels, ...found.others]
    .sort((a, b) => a.start - b.start)
    .find(({ start }) => start > title.start);
  const isOther = next !== undefined && next.weight >= sure && found.others.includes(next);
  return isOther && !repeated.some(({ start }) => start === next.start) && beginsLine(source, next.start);
}
