// Prints entries of a layout at another indentation: what one side wrote with four spaces is spliced into what the other wrote with two.
// At its own column and in its own style an entry prints as it stood, byte for byte.
import type { Block, Entry } from './layout.js';

/** By how much what stands below a key is indented further than the key; null where the text has none. */
export interface Style {
  readonly mapping: number | null;
  readonly list: number | null;
}

/** As a text's first blocks are written. */
export function styleOf(root: Block): Style {
  const found: { mapping: number | null; list: number | null } = { mapping: null, list: null };
  const visit = ({ entries }: Block): void => {
    for (const { block, column, key } of entries) {
      if (!block) continue;
      if (key !== '') found[block.kind] ??= block.column - column;
      visit(block);
    }
  };
  visit(root);
  return found;
}

/** All of it, with what stands above. `style`: null keeps its own. */
export function printEntry(entry: Entry, column: number, style: Style | null): string {
  return printLead(entry, column) + printBody(entry, column, style);
}

export function printLead({ lead, column: own }: Entry, column: number): string {
  return shifted(lead, column - own);
}

/** Without what stands above. */
export function printBody(entry: Entry, column: number, style: Style | null): string {
  const { label, gap, source, tail, block } = entry;
  const head = ' '.repeat(column) + label;
  const by = column - entry.column;
  // The first line begins behind the label.
  if (!block) return head + shiftedBelow(gap + source, by) + tail;
  if (!block.isInline) return head + tail + printBlock(block, innerColumn(entry, block, column, style), style);
  const inner = column + label.length + gap.length;
  return head + gap + printBlock(block, inner, style).slice(inner);
}

/** The first entry of an inline block is printed as if it stood on a line of its own. */
export function printBlock({ entries, trailer, column: own }: Block, column: number, style: Style | null): string {
  return entries.map((entry) => printEntry(entry, column, style)).join('') + shifted(trailer, column - own);
}

function innerColumn(entry: Entry, block: Block, column: number, style: Style | null): number {
  const own = block.column - entry.column;
  return column + (entry.key === '' ? own : (style?.[block.kind] ?? own));
}

/** Whole lines, each that is not empty moved by so many columns, if need be to the edge. */
export function shifted(lines: string, by: number): string {
  if (by === 0) return lines;
  if (by > 0) return lines.replace(/^(?=[^\r\n])/gm, ' '.repeat(by));
  return lines.replace(new RegExp(`^ {1,${-by}}`, 'gm'), '');
}

function shiftedBelow(text: string, by: number): string {
  const end = text.indexOf('\n') + 1;
  return end === 0 ? text : text.slice(0, end) + shifted(text.slice(end), by);
}
