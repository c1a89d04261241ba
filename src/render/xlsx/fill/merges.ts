// Looks at merged cells that reach over repeated rows: they grow with them, so that only what stands in their first cell is seen.
import type { RowBlock } from '../../../compose/cells/sheet-template.js';
import { printAddress, printRange, type Range, readAddress, readRange } from './addresses.js';
import { moveMessages } from './messages.js';
import type { Sheet } from './sheet.js';
import type { Collector } from './site.js';
import { inSheet } from './where.js';
import { attributeValue, childOf } from './xml.js';

/** The cells whose text only the first copy of their row may have: a merge that leaves the repeated rows begins there. */
export function checkMerges(
  sheet: Sheet,
  placeholders: ReadonlySet<string>,
  { blocks, report }: Collector,
): ReadonlySet<string> {
  const once = new Set<string>();
  for (const range of mergesOf(sheet)) {
    for (const { first, last } of all(blocks.of(sheet.name))) {
      const { top, bottom, left, right } = range;
      const isOver = top <= last && bottom >= first;
      if (!isOver || (top >= first && bottom <= last)) continue;
      if (top >= first) once.add(printAddress({ row: top, column: left }));
      for (const name of placeholders) {
        const at = readAddress(name);
        if (!at || at.row < Math.max(first, top) || at.row > Math.min(last, bottom)) continue;
        if (at.column < left || at.column > right) continue;
        report(inSheet(sheet.name, name, at.row, at.column), moveMessages.merged(printRange(range)));
      }
    }
  }
  return once;
}

export type Box = { readonly [Side in keyof Range]: number };

/** By the names of their first cells. */
export function mergesByName(sheet: Sheet): ReadonlyMap<string, Box> {
  return new Map(mergesOf(sheet).map((box) => [printAddress({ row: box.top, column: box.left }), box]));
}

/** Of a sheet, in its order. */
function mergesOf({ xml }: Sheet): readonly Box[] {
  const list = childOf(xml.root, 'mergeCells');
  return (list?.children ?? []).flatMap((element) => {
    const { top, bottom, left, right } = readRange(attributeValue(xml, element, 'ref') ?? '') ?? {};
    return top && bottom && left && right ? [{ top, bottom, left, right }] : [];
  });
}

function all(blocks: readonly RowBlock[]): readonly RowBlock[] {
  return blocks.flatMap((block) => [block, ...all(block.blocks)]);
}
