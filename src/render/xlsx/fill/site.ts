// A stretch of a part's text that may change with the rows that move, and the helpers that make one.
import type { Edit, Said } from '../../../base/finding.js';
import { escapeXml } from '../../../base/xml.js';
import { printRange, type Range, readAddress, readRange, readRanges } from './addresses.js';
import { type Blocks, isSaid, type MovedSheet, moveFormula, readFormula, type Use } from './move-references.js';
import type { RowMoves } from './row-moves.js';
import type { Where } from './where.js';
import type { XmlAttribute } from './xml.js';

/** Null for a sheet whose rows stay; by any spelling of its name. */
export type MovesOf = (sheet: string) => MovedSheet | null;

/** `[start, end)` in UTF-16 units; what takes its place is escaped, null where it stays. */
export interface Site {
  readonly start: number;
  readonly end: number;
  text(movesOf: MovesOf): string | null;
}

/** The edits that sites come to. */
export function editsOf(sites: readonly Site[], movesOf: MovesOf): readonly Edit[] {
  return sites.flatMap(({ start, end, text }) => {
    const changed = text(movesOf);
    return changed === null ? [] : [{ start, end, text: changed }];
  });
}

/** What sites are collected for. */
export interface Collector {
  readonly blocks: Blocks;
  report(where: Where, said: Said): void;
}

/** A formula in an attribute, which may stand in quotes of either kind. */
export function attributeFormulaSites(
  { from, to, value }: Pick<XmlAttribute, 'from' | 'to' | 'value'>,
  use: Use,
  where: Where,
  collector: Collector,
): readonly Site[] {
  return inQuotes(formulaSites({ start: from, end: to }, value, use, where, collector));
}

/** Names of sheets have apostrophes, and so may attributes. */
export function inQuotes(sites: readonly Site[]): readonly Site[] {
  return sites.map(({ start, end, text }) => ({
    start,
    end,
    text: (movesOf) => text(movesOf)?.replaceAll("'", '&apos;') ?? null,
  }));
}

/** A formula between `start` and `end`, given decoded; nothing where no row that it names moves. */
export function formulaSites(
  { start, end }: { readonly start: number; readonly end: number },
  text: string,
  use: Use,
  where: Where,
  { blocks, report }: Collector,
): readonly Site[] {
  const formula = readFormula(text, use, blocks);
  if (isSaid(formula)) report(where, formula);
  if (!formula || isSaid(formula)) return [];
  const anchor = use.kind === 'rule' ? (use.ranges[0]?.top ?? 1) : 1;
  const anchorIn = (movesOf: MovesOf) =>
    use.kind === 'rule' ? (movesOf(use.sheet)?.moves.span(anchor).first ?? anchor) : anchor;
  return [
    {
      start,
      end,
      text: (movesOf) => escapeXml(moveFormula(formula, { path: [], anchor: anchorIn(movesOf) }, movesOf)),
    },
  ];
}

/** A list of ranges of one sheet, stretched and multiplied with its rows. */
export function rangesSite(attribute: Pick<XmlAttribute, 'from' | 'to' | 'value'>, sheet: string): readonly Site[] {
  const ranges = readRanges(attribute.value);
  if (!ranges) return [];
  return [
    {
      start: attribute.from,
      end: attribute.to,
      text(movesOf) {
        const moved = movesOf(sheet);
        return (
          moved &&
          ranges
            .flatMap((range) => imagesOf(range, moved.moves, true))
            .map(printRange)
            .join(' ')
        );
      },
    },
  ];
}

/** One range, which stays one: from where its first row stands first to where its last stands last. */
export function rangeSite(attribute: Pick<XmlAttribute, 'from' | 'to' | 'value'>, sheet: string): readonly Site[] {
  const range = readRange(attribute.value);
  if (!range) return [];
  return [
    {
      start: attribute.from,
      end: attribute.to,
      text(movesOf) {
        const moved = movesOf(sheet);
        return moved && printRange(stretch(range, moved.moves));
      },
    },
  ];
}

/** One cell, at its first place. */
export function cellSite(attribute: Pick<XmlAttribute, 'from' | 'to' | 'value'>, sheet: string): readonly Site[] {
  const address = readAddress(attribute.value);
  if (!address) return [];
  return [
    {
      start: attribute.from,
      end: attribute.to,
      text(movesOf) {
        const moved = movesOf(sheet);
        const row = moved?.moves.span(address.row).first;
        return row === undefined
          ? null
          : printRange({ top: row, bottom: row, left: address.column, right: address.column });
      },
    },
  ];
}

function stretch(range: Range, moves: RowMoves): Range {
  if (range.top === null || range.bottom === null) return range;
  return { ...range, top: moves.span(range.top).first, bottom: moves.span(range.bottom).last };
}

/** `joined`: images that touch are one. */
export function imagesOf(range: Range, moves: RowMoves, joined: boolean): readonly Range[] {
  if (range.top === null || range.bottom === null) return [range];
  const images: Range[] = [];
  for (const { first, last } of moves.images(range.top, range.bottom)) {
    const before = images.at(-1);
    if (joined && before && before.bottom === first - 1) images[images.length - 1] = { ...before, bottom: last };
    else images.push({ ...range, top: first, bottom: last });
  }
  return images;
}
