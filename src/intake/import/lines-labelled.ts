// Reads the values behind the labels of a form's plain text, and tells what does not belong to them.
import type { Labelled, Printed } from './form-map.js';
import { widthOf } from './lines-join.js';
import type { LinesSection } from './lines-sections.js';
import { shareLines, widthsOf } from './lines-shared.js';
import { isWritten, type LinePart, type LinesSource, type Span } from './lines-source.js';
import { valueText } from './lines-value.js';
import { unitOfLabel } from './money-unit.js';

export interface LabelledValue {
  readonly printed: Printed;
  readonly text: string;
  /** Where it begins. */
  readonly from: LinePart;
  /** Of money, as the label says. */
  readonly unit: string | null;
}

export interface LabelledValues {
  readonly values: readonly LabelledValue[];
  readonly left: readonly LinePart[];
}

/** A label and what stands behind it up to the next one. */
interface Entry {
  readonly part: Labelled;
  readonly section: LinesSection;
  readonly lines: readonly LinePart[];
}

/** Between the cells that one label names. */
const betweenCells = /\t+|\s*\|\s*| {2,}|\u3000+/;

export function labelledValues(
  source: LinesSource,
  sections: readonly LinesSection[],
  gaps: readonly Span[],
): LabelledValues {
  const entries = sections.flatMap(({ part, ...section }): readonly Entry[] => {
    if (part?.kind !== 'labelled') return [];
    const start = part.where === 'within' ? section.label : section.start;
    return [{ part, section: { ...section, part }, lines: source.partsOf({ start, end: section.end }, gaps) }];
  });
  const lines = sideBySide(source, entries);
  const widthBelow = widthOfAll(entries.filter(({ part }) => part.where === 'below'));
  const widthBeside = widthOfAll(
    lines.flatMap((line) => (line.length === 1 ? line : [])).filter(({ part }) => part.where !== 'below'),
  );
  const shared = lines.map(toLabelLine);

  const values: LabelledValue[] = [];
  const left: LinePart[] = [];
  const give = ({ part, section }: Entry, own: readonly LinePart[], width: number): void => {
    const from = own.find(isWritten) ?? (own[0] as LinePart);
    const [printed = [], ...others] = part.values;
    const [slot, ...more] = printed;
    const items = typeof slot === 'object' && more.length === 0 ? slot.items : null;
    const { text, lead } = valueText(own, items, width);
    const unit = unitOfLabel(source.text.slice(section.label, section.start));
    left.push(...lead);
    const pieces = text.split(betweenCells);
    if (others.length === 0) values.push({ printed, text, from, unit });
    else if (pieces.length === part.values.length) {
      values.push(...part.values.map((one, index) => ({ printed: one, text: pieces[index] ?? '', from, unit })));
    } else left.push(...own.filter(isWritten));
  };

  lines.forEach((line, index) => {
    const [only, ...others] = line as readonly [Entry];
    if (others.length === 0) {
      give(only, only.lines, only.part.where === 'below' ? widthBelow : widthBeside);
      return;
    }
    const below = line.at(-1)?.lines.slice(1).filter(isWritten) ?? [];
    const shares = shareLines(shared[index] as (typeof shared)[number], widthsOf(shared, line.length));
    if (!shares) left.push(...below);
    line.forEach((entry, at) => {
      const more = shares?.[at] ?? [];
      give(entry, [...entry.lines.slice(0, 1), ...more.map((text, row) => ({ ...(below[row] as LinePart), text }))], 0);
    });
  });
  return { values, left };
}

/** Labels whose values stand behind them, by the lines that they stand on. */
function sideBySide(source: LinesSource, entries: readonly Entry[]): readonly (readonly Entry[])[] {
  const lines: Entry[][] = [];
  for (const entry of entries) {
    const last = lines.at(-1)?.at(-1);
    const isBeside = last && last.part.where !== 'below' && entry.part.where !== 'below';
    if (isBeside && !source.text.slice(last.section.label, entry.section.label).includes('\n'))
      lines.at(-1)?.push(entry);
    else lines.push([entry]);
  }
  return lines;
}

function toLabelLine(line: readonly Entry[]) {
  return {
    values: line.map(({ lines }) => lines[0]?.text ?? ''),
    below: (line.at(-1)?.lines.slice(1) ?? []).filter(isWritten).map(({ text }) => text),
  };
}

function widthOfAll(entries: readonly Entry[]): number {
  return widthOf(entries.flatMap(({ lines }) => lines.map(({ text }) => text)));
}
