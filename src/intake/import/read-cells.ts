// Reads the cells of a workbook or a Word document as texts in the places of a form. Our own documents are read to the character; of others
// whatever can be told by labels. Each cell ends up in a field, as words of the form, or among the leftovers.
import type { Section } from '../document-text/rows.js';
import { labelFinder } from './find-labels.js';
import { type FormCell, type FormCells, toFormCells } from './form-cells.js';
import { asIsKey, type FormMap, type ListTable } from './form-map.js';
import { unitNoted } from './money-unit.js';
import type { Leftover, RawForm, RawText, RawTexts } from './raw-form.js';
import { readLabelled } from './read-labelled.js';
import { findHeads, readTable } from './read-table.js';
import { tellForm } from './tell-form.js';
import { understood } from './understood.js';
import { patternOf, unprint } from './unprint.js';

/** One for each form in the document: a workbook may hold one on each sheet. None where no form is told. */
export function readCells(sections: readonly Section[], maps: readonly FormMap[]): readonly RawForm[] {
  return byForm(sections, maps).flatMap((group) => {
    const told = tellForm(toFormCells(group).all, maps);
    if (!told) return [];
    // A form may have another layout, too: that of the authority's own workbook.
    const own = maps.filter(({ form }) => form.title === told.map.form.title);
    const readings = own.flatMap((map) => {
      // What an authority hides in its own workbook is part of it.
      const cells = toFormCells(group, map.asIs !== null);
      const one = tellForm(cells.all, [map]);
      return one ? [readForm(cells, one)] : [];
    });
    return readings.sort((a, b) => understood([b]) - understood([a])).slice(0, 1);
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
  const findLabels = labelFinder(map);
  const tables = map.parts.filter((part): part is ListTable => part.kind === 'table');
  const found = tables.map((table) => ({ table, heads: findHeads(table, cells) }));
  const starts = found.flatMap(({ heads }) => heads.map(({ row }) => row));
  for (const { table, heads } of found) {
    const own = heads.map(({ row }) => row);
    const end = starts.find((row) => row > (own[0] ?? 0) && !own.includes(row)) ?? cells.lastRow + 1;
    for (const [pointer, items] of readTable(table, heads, end, cells, findLabels)) rows.set(pointer, items);
  }
  const headCells = found.flatMap(({ heads }) => heads.flatMap(({ columns }) => [...columns.values()]));
  const headRows = new Set(headCells.map(({ row }) => row));
  for (const [pointer, text] of readLabelled(findLabels, cells, headRows)) texts.set(pointer, text);
  return { map, told, texts, rows, ...unitNoted(leftoversOf(cells, map)), findings: [] };
}

/** A title may bear a field, such as the year: where the form prints it, else in front with the place; spaces say nothing of a year. */
function readTitle({ title, form }: FormMap, { text, at }: FormCell, texts: Map<string, RawText>): void {
  const isYearAlone = title.every((piece) => typeof piece === 'string' || piece.field.kind === 'year');
  const whole = isYearAlone ? text.replace(/\s/g, '') : text;
  const start = typeof title[0] === 'string' ? Math.max(0, whole.search(patternOf(form.title))) : 0;
  for (const { slot, text: behind } of unprint(title, whole.slice(start)) ?? []) {
    const isNotThere = isYearAlone && behind.startsWith(form.title);
    const own = isNotThere ? /[0-9]{4}(?=年)/.exec(whole)?.[0] : behind;
    if (own) texts.set(slot.pointer, { text: own, number: null, unit: null, at });
  }
}

/** Whether the authority's own file says so whatever is filled in. */
function isAsIs({ text, at }: Pick<FormCell, 'text' | 'at'>, { asIs }: FormMap): boolean {
  return asIs !== null && 'cell' in at && asIs.has(asIsKey(at.sheet, text));
}

function leftoversOf(cells: FormCells, map: FormMap): readonly Leftover[] {
  const leftovers: Leftover[] = [];
  let after: string | null = null;
  const all = [...cells.all, ...cells.hidden].sort((a, b) => a.row - b.row || a.column - b.column);
  for (const cell of all) {
    if (cells.isUsed(cell)) after = cells.pointerOf(cell) ?? after;
    else if (!(map.asIs && cell.isFormula) && !isAsIs(cell, map))
      leftovers.push({ text: cell.text, at: cell.at, after, by: null });
  }
  return [...leftovers, ...commentsIn(cells, map)];
}

/** Each goes to the field of its cell, or of the last one before. */
function commentsIn(cells: FormCells, map: FormMap): readonly Leftover[] {
  const comments = cells.comments.filter((comment) => !isAsIs(comment, map));
  if (comments.length === 0) return [];
  const named = cells.all.filter((cell) => cells.pointerOf(cell) !== null);
  const byPlace = new Map(named.map((cell) => [JSON.stringify(cell.at), cell]));
  return comments.map(({ row, at, author, text }) => {
    const about = byPlace.get(JSON.stringify(at)) ?? named.findLast((cell) => cell.row <= row);
    return { text, at, after: about ? cells.pointerOf(about) : null, by: author };
  });
}
