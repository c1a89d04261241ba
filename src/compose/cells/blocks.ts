// Finds the rows of a sheet that are to be repeated: an `{{#each}}` that opens at the beginning of a row's cells and ends at the end of
// them, or of a later row's, is about the rows; all other blocks stay within their cell.
import type { Said } from '../../base/finding.js';
import { messages } from '../messages.js';
import { cellMessages } from './messages.js';

/** A cell with `{{ }}`; `name` is such as B5. */
export interface PlaceholderCell {
  readonly row: number;
  readonly name: string;
  readonly text: string;
}

export interface CellFault {
  readonly cell: PlaceholderCell;
  /** Ends the rule's name: `template/<kind>`. */
  readonly kind: string;
  readonly said: Said;
}

/** Rows that are repeated together. */
export interface OpenBlock {
  readonly cell: PlaceholderCell;
  /** What stands between the braces of each `{{#…}}`, the outer one first: those around the very same rows are one block. */
  readonly opened: readonly string[];
  readonly first: number;
  readonly last: number;
  readonly blocks: readonly OpenBlock[];
}

export interface Blocks {
  readonly blocks: readonly OpenBlock[];
  /** Without what is about rows. */
  readonly cells: readonly PlaceholderCell[];
  readonly faults: readonly CellFault[];
}

interface Growing {
  readonly cell: PlaceholderCell;
  opened: string[];
  readonly first: number;
  last: number;
  blocks: Growing[];
}

interface Tag {
  readonly closes: boolean;
  readonly name: string;
  /** `each 键` */
  readonly inside: string;
  readonly start: number;
  readonly end: number;
}

/** `cells` in the order of reading. */
export function findBlocks(cells: readonly PlaceholderCell[]): Blocks {
  const faults: CellFault[] = [];
  const report = (cell: PlaceholderCell, kind: string, said: Said) => faults.push({ cell, kind, said });
  const top: Growing[] = [];
  const open: Growing[] = [];
  const left: PlaceholderCell[] = [];

  cells.forEach((cell, index) => {
    const isFirst = cells[index - 1]?.row !== cell.row;
    const isLast = cells[index + 1]?.row !== cell.row;
    const { opens, closes } = loose(cell, report);
    const begins =
      opens.length > 0 && isFirst && isHead(cell.text, opens) && opens.every(({ name }) => name === 'each');
    const ends = closes.length > 0 && isLast && isTail(cell.text, closes);
    for (const tag of begins ? [] : opens) {
      if (tag.name === 'each') report(cell, 'row', cellMessages.beginsRow());
      else report(cell, 'row', cellMessages.oneCell(tag.name));
    }
    if (closes.length > 0 && !ends) report(cell, 'row', cellMessages.endsRow());
    const from = begins ? (opens.at(-1)?.end ?? 0) : 0;
    const to = ends ? (closes[0]?.start ?? 0) : cell.text.length;
    left.push({ ...cell, text: cell.text.slice(from, Math.max(from, to)) });

    for (const { inside } of begins ? opens : []) {
      const block: Growing = { cell, opened: [inside], first: cell.row, last: cell.row, blocks: [] };
      (open.at(-1)?.blocks ?? top).push(block);
      open.push(block);
    }
    for (const _ of ends ? closes : []) {
      const block = open.pop();
      if (block) close(block, cell.row);
      else report(cell, 'row', cellMessages.notOpened());
    }
  });
  for (const { cell, opened } of open) report(cell, 'row', cellMessages.notClosed(opened[0] ?? 'each'));
  return { blocks: top, cells: left, faults };
}

/** A block around nothing but another one is that other, a level deeper. */
function close(block: Growing, row: number): void {
  block.last = row;
  const [only, ...others] = block.blocks;
  if (!only || others.length > 0 || only.cell !== block.cell || only.last !== row) return;
  block.opened = [...block.opened, ...only.opened];
  block.blocks = only.blocks;
}

/** The tags of a cell whose other end is not in it. */
function loose(
  cell: PlaceholderCell,
  report: (cell: PlaceholderCell, kind: string, said: Said) => void,
): { readonly opens: readonly Tag[]; readonly closes: readonly Tag[] } {
  const opens: Tag[] = [];
  const closes: Tag[] = [];
  for (const tag of tagsOf(cell.text)) {
    if (!tag.closes) opens.push(tag);
    else {
      const opened = opens.pop();
      if (!opened) closes.push(tag);
      else if (opened.name !== tag.name)
        report(cell, 'syntax', messages.syntax(`${opened.name} doesn't match ${tag.name}`));
    }
  }
  return { opens, closes };
}

function tagsOf(text: string): readonly Tag[] {
  const uncommented = text.replace(/\{\{~?!--.*?--~?\}\}|\{\{~?![^}]*\}\}/gs, (comment) => ' '.repeat(comment.length));
  const found = uncommented.matchAll(/\{\{~?\s*(?:[#^]\s*([^\s{}~]+)[^{}~]*|\/\s*([^\s{}~]+)\s*)~?\}\}/g);
  return [...found].map(({ 0: tag, 1: opened, 2: closed, index }) => ({
    closes: opened === undefined,
    name: opened ?? closed ?? '',
    inside: tag.replace(/^\{\{~?\s*[#^/]\s*|\s*~?\}\}$/g, ''),
    start: index,
    end: index + tag.length,
  }));
}

function isHead(text: string, tags: readonly Tag[]): boolean {
  return tags.every(({ start }, index) => text.slice(tags[index - 1]?.end ?? 0, start).trim() === '');
}

function isTail(text: string, tags: readonly Tag[]): boolean {
  return tags.every(({ end }, index) => text.slice(end, tags[index + 1]?.start ?? text.length).trim() === '');
}
