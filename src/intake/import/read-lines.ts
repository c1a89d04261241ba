// Reads the plain text of a form, as it is copied from a PDF or typed from paper: labels with their values, then the table. Where a layout
// broke a text into lines is told by how wide these are. Each line ends up in a field, as words of the form, or among the leftovers.
import type { Finding } from '../../base/finding.js';
import type { FormMap, ListTable, Printed } from './form-map.js';
import { labelledValues } from './lines-labelled.js';
import { unsureRow } from './lines-messages.js';
import { findSections, type LinesSection, type LinesSections } from './lines-sections.js';
import { isWritten, type LinePart, type LinesSource, type TextLine, toSource } from './lines-source.js';
import { rowsOfTable } from './lines-table.js';
import { unitNoted } from './money-unit.js';
import type { RawForm, RawText, RawTexts } from './raw-form.js';
import { unprint } from './unprint.js';

/** One, or none where no form is told. */
export function readLines(lines: readonly TextLine[], maps: readonly FormMap[]): readonly RawForm[] {
  const source = toSource(lines);
  const told = maps
    .map((map) => ({ map, found: findSections(source, map) }))
    .sort((a, b) => worthOf(b.found) - worthOf(a.found));
  const [best] = told;
  return best && worthOf(best.found) > 0 ? [readForm(source, best.map, best.found)] : [];
}

/** A title counts before labels, a longer one before one that it contains. */
function worthOf({ told, title }: LinesSections): number {
  if (told?.by === 'labels') return told.found / told.of;
  return told ? 1 + (title?.text.length ?? 0) : 0;
}

function readForm(source: LinesSource, map: FormMap, found: LinesSections): RawForm {
  const texts = new Map<string, RawText>();
  const rows = new Map<string, RawTexts[]>();
  const left: LinePart[] = [];
  const findings: Finding[] = [];
  /** Where each field was read, for the leftovers behind it. */
  const read: { readonly start: number; readonly pointer: string }[] = [];

  const give = (
    printed: Printed,
    text: string,
    from: LinePart,
    into: Map<string, RawText>,
    unit: string | null,
    list?: string,
  ): void => {
    const slots = printed.filter((piece) => typeof piece !== 'string');
    // Words that should stand around a value and do not are no reason to lose it.
    const all = unprint(printed, text) ?? slots.slice(0, 1).map((slot) => ({ slot, text }));
    for (const { slot, text: own } of all) {
      into.set(slot.pointer, { text: own, number: null, unit, at: from.at });
      read.push({ start: from.start, pointer: list ?? slot.pointer });
    }
  };

  const readTable = (table: ListTable, section: LinesSection): void => {
    const inTable = rowsOfTable(source, table, section, found.gaps);
    left.push(...inTable.left);
    for (const { row, columns, lines } of inTable.rows) {
      const [from] = lines as readonly [LinePart];
      if (!columns) {
        left.push(...lines);
        continue;
      }
      const item = new Map<string, RawText>();
      row.values.forEach(({ printed }, index) => {
        give(printed, columns.texts[index] ?? '', from, item, null, row.pointer);
      });
      rows.set(row.pointer, [...(rows.get(row.pointer) ?? []), item]);
      if (columns.unsure) {
        const said = unsureRow(row.labels.map(({ text }) => text).join(' '), from.text.trim());
        findings.push({ rule: 'import/unsure-row', level: 'warning', ...said, pointer: row.pointer });
      }
    }
  };

  for (const { slot, text } of found.title && map.title.length > 1
    ? (unprint(map.title, found.title.text) ?? [])
    : []) {
    if (text !== '' && found.title) texts.set(slot.pointer, { text, number: null, unit: null, at: found.title.at });
  }
  left.push(...source.partsOf({ start: 0, end: found.sections[0]?.label ?? source.text.length }, found.gaps));
  const labelled = labelledValues(source, found.sections, found.gaps);
  for (const { printed, text, from, unit } of labelled.values) give(printed, text, from, texts, unit);
  left.push(...labelled.left);
  for (const section of found.sections) {
    if (section.part?.kind === 'table') readTable(section.part, section);
    else if (section.part === null) left.push(...source.partsOf(section, found.gaps));
  }

  const pointerBefore = (start: number) =>
    read
      .filter((one) => one.start <= start)
      .reduce<(typeof read)[number] | null>((last, one) => (last && last.start > one.start ? last : one), null)
      ?.pointer ?? null;
  const leftovers = left
    .filter(isWritten)
    .sort((a, b) => a.start - b.start)
    .map(({ text, at, start }) => ({ text: text.trim(), at, after: pointerBefore(start), by: null }));
  return { map, told: found.told ?? { by: 'title' }, texts, rows, ...unitNoted(leftovers), findings };
}
