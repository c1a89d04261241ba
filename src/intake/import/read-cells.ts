// Reads the cells of a workbook or a Word document as texts in the places of a form. Our own documents are read to the character; of others
// whatever can be told by labels. Each cell ends up in a field, as words of the form, or among the leftovers.
import type { Section } from '../document-text/rows.js';
import { type FormCell, type FormCells, toFormCells } from './form-cells.js';
import type { FormMap, ListTable } from './form-map.js';
import { unitNoted } from './money-unit.js';
import type { Leftover, RawForm, RawText, RawTexts } from './raw-form.js';
import { readLabelled } from './read-labelled.js';
import { findHeads, readTable } from './read-table.js';
import { tellForm } from './tell-form.js';
import { unprint } from './unprint.js';

/** One for each form in the document: a workbook may hold one on each sheet. None where no form is told. */
export function readCells(sections: readonly Section[], maps: readonly FormMap[]): readonly RawForm[] {
  return byForm(sections, maps).flatMap((group) => {
    const cells = toFormCells(group);
    const told = tellForm(cells.all, maps);
    return told ? [readForm(cells, told)] : [];
  });
}

/** Sheets on which no form is told go with the one before them: they may hold the rest of it. */
function byForm(sections: readonly Section[], maps: readonly FormMap[]): readonly (readonly Section[])[] {
  const groups: { readonly sections: Section[]; isTold: boolean }[] = [];
  for (const section of sections) {
    const isTold = !section.hidden && tellForm(toFormCells([section]).all, maps) !== null;
    const last = groups.at(-1);
    if (last && !(isTold && last.isTold)) {
      last.sections.push(section);
      last.isTold ||= isTold;
    } else groups.push({ sections: [section], isTold });
  }
  return groups.map((group) => group.sections);
}

function readForm(cells: FormCells, { map, told, title }: NonNullable<ReturnType<typeof tellForm>>): RawForm {
  const texts = new Map<string, RawText>();
  const rows = new Map<string, readonly RawTexts[]>();
  if (title) {
    readTitle(map, title, texts);
    cells.use(title, null);
  }
  const tables = map.parts.filter((part): part is ListTable => part.kind === 'table');
  const found = tables.map((table) => ({ table, heads: findHeads(table, cells) }));
  const starts = found.flatMap(({ heads }) => heads.map(({ row }) => row));
  for (const { table, heads } of found) {
    const own = heads.map(({ row }) => row);
    const end = starts.find((row) => row > (own[0] ?? 0) && !own.includes(row)) ?? cells.lastRow + 1;
    for (const [pointer, items] of readTable(table, heads, end, cells)) rows.set(pointer, items);
  }
  for (const [pointer, text] of readLabelled(map, cells)) texts.set(pointer, text);
  return { map, told, texts, rows, ...unitNoted(leftoversOf(cells)), findings: [] };
}

/** A title may bear a field, such as the year. */
function readTitle({ title }: FormMap, { text, at }: FormCell, texts: Map<string, RawText>): void {
  if (title.length < 2) return;
  const read = unprint(title, text) ?? [];
  for (const { slot, text: own } of read)
    if (own !== '') texts.set(slot.pointer, { text: own, number: null, unit: null, at });
}

function leftoversOf(cells: FormCells): readonly Leftover[] {
  const leftovers: Leftover[] = [];
  let after: string | null = null;
  for (const cell of cells.all) {
    if (cells.isUsed(cell)) after = cells.pointerOf(cell) ?? after;
    else leftovers.push({ text: cell.text, at: cell.at, after, by: null });
  }
  return [...leftovers, ...commentsIn(cells)];
}

/** Each goes to the field of its cell, or of the last one before. */
function commentsIn(cells: FormCells): readonly Leftover[] {
  if (cells.comments.length === 0) return [];
  const named = cells.all.filter((cell) => cells.pointerOf(cell) !== null);
  const byPlace = new Map(named.map((cell) => [JSON.stringify(cell.at), cell]));
  return cells.comments.map(({ row, at, author, text }) => {
    const about = byPlace.get(JSON.stringify(at)) ?? named.findLast((cell) => cell.row <= row);
    return { text, at, after: about ? cells.pointerOf(about) : null, by: author };
  });
}
