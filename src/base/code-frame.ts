// Turns places of a source text into its lines as people see them, with markers under the places: `^` under the one that is meant,
// `-` under those that it disagrees with.
import type { Place } from './finding.js';
import { textWidth } from './text-width.js';
import { visible } from './visible-text.js';

/** How a frame looks; as it stands: no colours. */
export interface FrameStyle {
  /** Columns of a whole line with its number. */
  readonly columns: number;
  readonly main: (marker: string) => string;
  readonly related: (marker: string) => string;
  readonly faint: (gutter: string) => string;
}

const same = (text: string) => text;
export const plainFrame: FrameStyle = { columns: 100, main: same, related: same, faint: same };

/** Of a line of megabytes only so much is looked at before, within and after a mark. */
const unitsLookedAt = 400;
/** The part of a line that marks alone may take before anything around them is shown. */
const markShare = 0.6;

type Sign = '^' | '-' | ' ';

interface Mark {
  readonly start: number;
  readonly end: number;
  readonly sign: Sign;
}

interface Line {
  readonly number: number;
  readonly start: number;
  readonly end: number;
  readonly marks: readonly Mark[];
}

/** One character as it is shown. */
interface Cell {
  readonly start: number;
  readonly end: number;
  readonly shown: string;
  readonly width: number;
}

/**
 * Two lines for each source line concerned, in order, no newline at the end: the line behind its number, and markers as wide as the text
 * they mark. Of a line that is too long the surroundings of its marks are shown, joined by `…`; lines apart are joined by `...`. A place
 * over several lines is marked to the end of its first. `text` is the text that all places were found in.
 */
export function codeFrame(text: string, place: Place, related: readonly Place[] = [], style = plainFrame): string {
  const lines = linesOf(text, place, related);
  const digits = Math.max(...lines.map(({ number }) => String(number).length));
  const room = Math.max(20, style.columns - digits - 4);
  const rows: string[] = [];
  let last = Number.NaN;
  for (const line of lines) {
    if (line.number > last + 1) rows.push(style.faint(' ...'));
    last = line.number;
    const { shown, signs } = draw(text, line, room);
    const markers = signs.replace(/\^+|-+/g, (run) => (run.startsWith('^') ? style.main(run) : style.related(run)));
    rows.push(`${style.faint(` ${String(line.number).padStart(digits)} |`)} ${shown}`.trimEnd());
    rows.push(`${style.faint(` ${' '.repeat(digits)} |`)} ${markers}`);
  }
  return rows.join('\n');
}

/** The lines on which places begin. */
function linesOf(text: string, place: Place, related: readonly Place[]): readonly Line[] {
  const byStart = new Map<number, { number: number; start: number; end: number; marks: Mark[] }>();
  const add = (at: Place, sign: Sign) => {
    const from = boundary(text, Math.min(Math.max(at.start, 0), text.length));
    const start = lastBreak(text, from) + 1;
    const end = nextBreak(text, from);
    const line = byStart.get(start) ?? { number: at.line, start, end, marks: [] };
    byStart.set(start, line);
    line.marks.push({ start: from, end: boundary(text, Math.min(Math.max(at.end, from), end)), sign });
  };
  // The place that is meant comes last, so that its marker stands where the others overlap it.
  for (const one of related) add(one, '-');
  add(place, '^');
  return [...byStart.values()].sort((a, b) => a.start - b.start);
}

function draw(text: string, line: Line, room: number): { readonly shown: string; readonly signs: string } {
  const cells = cellsOf(text, line);
  const kept = keep(cells, line, room);
  let shown = '';
  let column = 0;
  const columnAt = new Map<number, number>();
  let next = line.start;
  cells.forEach((cell, index) => {
    if (!kept[index]) return;
    if (cell.start !== next) {
      shown += '…';
      column += 1;
    }
    columnAt.set(cell.start, column);
    shown += cell.shown;
    column += cell.width;
    next = cell.end;
    columnAt.set(next, column);
  });
  if (next !== line.end) shown += '…';

  const signs: Sign[] = [];
  const paint = (from: number, to: number, sign: Sign) => {
    for (let at = from; at < to; at++) signs[at] = sign;
  };
  for (const { start, end, sign } of line.marks) {
    const from = columnAt.get(start) ?? column;
    if (start === end) paint(from, from + 1, sign);
    cells.forEach((cell, index) => {
      if (!kept[index] || cell.start < start || cell.start >= end) return;
      const at = columnAt.get(cell.start) ?? 0;
      paint(at, at + Math.max(1, cell.width), sign);
    });
  }
  return { shown, signs: Array.from(signs, (sign) => sign ?? ' ').join('') };
}

/** What may be shown of a line, in order. */
function cellsOf(text: string, { start, end, marks }: Line): readonly Cell[] {
  const cells: Cell[] = [];
  let from = start;
  for (const mark of marks.toSorted((a, b) => a.start - b.start)) {
    const low = boundary(text, Math.max(from, mark.start - unitsLookedAt));
    const high = boundary(text, Math.min(end, mark.start + 2 * unitsLookedAt));
    if (high <= from) continue;
    let at = low;
    for (const character of text.slice(low, high)) {
      const shown = visible(character);
      cells.push({ start: at, end: at + character.length, shown, width: textWidth(shown) });
      at += character.length;
    }
    from = high;
  }
  return cells;
}

/** Which cells are shown: all where there is room, else the marks and, evenly, what stands around them. */
function keep(cells: readonly Cell[], line: Line, room: number): readonly boolean[] {
  const { marks } = line;
  if (isWhole(cells, line) && cells.reduce((sum, { width }) => sum + width, 0) <= room) return cells.map(() => true);

  const kept = cells.map(() => false);
  // A gap before, between and after the marks.
  let left = room - marks.length - 1;
  const take = (index: number): boolean => {
    const width = cells[index]?.width ?? Number.POSITIVE_INFINITY;
    if (kept[index]) return true;
    if (width > left) return false;
    kept[index] = true;
    left -= width;
    return true;
  };
  const most = Math.floor((room * markShare) / marks.length);
  const edges = marks.map((mark) => {
    let index = cells.findIndex(({ start }) => start >= mark.start);
    if (index < 0) index = cells.length;
    const low = index;
    for (let width = 0; index < cells.length && (cells[index]?.start ?? 0) < mark.end; index++) {
      width += cells[index]?.width ?? 0;
      if (width > most || !take(index)) break;
    }
    return { low, high: index };
  });
  for (let grown = true; grown; ) {
    grown = false;
    for (const edge of edges) {
      if (edge.low > 0 && take(edge.low - 1)) {
        edge.low -= 1;
        grown = true;
      }
      if (edge.high < cells.length && take(edge.high)) {
        edge.high += 1;
        grown = true;
      }
    }
  }
  return kept;
}

function isWhole(cells: readonly Cell[], { start, end }: Line): boolean {
  let next = start;
  for (const cell of cells) {
    if (cell.start !== next) return false;
    next = cell.end;
  }
  return next === end;
}

function lastBreak(text: string, offset: number): number {
  if (offset === 0) return -1;
  return Math.max(text.lastIndexOf('\n', offset - 1), text.lastIndexOf('\r', offset - 1));
}

function nextBreak(text: string, offset: number): number {
  const pattern = /[\r\n]/g;
  pattern.lastIndex = offset;
  return pattern.exec(text)?.index ?? text.length;
}

/** Moves an offset out of the middle of a surrogate pair. */
function boundary(text: string, offset: number): number {
  const inPair = /[\ud800-\udbff]/.test(text.charAt(offset - 1)) && /[\udc00-\udfff]/.test(text.charAt(offset));
  return inPair ? offset - 1 : offset;
}
