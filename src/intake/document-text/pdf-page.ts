// Follows the operators of a PDF's page and notes what is drawn where: runs of text, and straight lines that may border cells.
// pdf.js would also tell the text alone, but joins what stands in neighbouring cells.
import type { Operators } from 'unpdf/pdfjs';
import { untold } from './chinese-encodings.js';
import { mostStrokes } from './limits.js';
import { type Matrix, outlines, type Stroke, type Strokes, strokesOf, times } from './pdf-strokes.js';

/** Characters drawn one after another on one base line. Lengths are points, y downwards from the page's upper edge. */
export interface Run {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  /** Its base line. */
  readonly y: number;
  readonly size: number;
  /** As what the PDF marks it, e.g. `TD`; null where it does not. */
  readonly mark: string | null;
  /** The number of its marked content; null without one. */
  readonly content: number | null;
}

export interface DrawnPage extends Strokes {
  readonly runs: readonly Run[];
  /** By code point, how wide it was drawn, in font sizes. */
  readonly advances: ReadonlyMap<number, number>;
  /** Whether some text was not given, or the page broke off within a text. */
  readonly lacking: boolean;
}

interface Glyph {
  readonly unicode: string;
  /** Thousandths of the font's size. */
  readonly width: number;
  readonly isSpace: boolean;
}

interface TextState {
  readonly font: string;
  readonly size: number;
  readonly characterSpacing: number;
  readonly wordSpacing: number;
  /** Horizontal scale. */
  readonly stretch: number;
  readonly leading: number;
  readonly rise: number;
}

interface State extends TextState {
  readonly ctm: Matrix;
  /** Nothing outside is seen. */
  readonly clip: Box;
}

/** Points of the page. */
interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

const everywhere: Box = { left: -Infinity, top: -Infinity, right: Infinity, bottom: Infinity };

const identity: Matrix = [1, 0, 0, 1, 0, 0];

/** A gap within a text, in font sizes, that parts it in two: a space between words, or the way to another cell. */
export const wordGap = 0.2;

const numbers = (args: readonly unknown[]) => args as readonly number[];

/** Ways to paint a path; another only limits what is painted after it. */
const strokings = ['stroke', 'closeStroke', 'fillStroke', 'eoFillStroke', 'closeFillStroke', 'closeEOFillStroke'];
const fillings = ['fill', 'eoFill'];

/**
 * `ops` are the operators' numbers. `fontUnit` gives how long a unit of a font is, mostly a thousandth of its size; null for a font
 * that could not be read.
 */
export function drawnPage(
  { fnArray, argsArray }: Operators,
  ops: Readonly<Record<string, number>>,
  viewport: Matrix,
  fontUnit: (font: string) => number | null,
): DrawnPage {
  const runs: Run[] = [];
  const across: Stroke[] = [];
  const down: Stroke[] = [];
  const advances = new Map<number, number>();
  /** The names of the marked contents under way: what is an artifact belongs to the page, not to the text. */
  const marks: { readonly tag: unknown; readonly content: unknown }[] = [];
  const saved: State[] = [];
  let state: State = {
    ctm: viewport,
    clip: everywhere,
    font: '',
    size: 0,
    characterSpacing: 0,
    wordSpacing: 0,
    stretch: 1,
    leading: 0,
    rise: 0,
  };
  let textMatrix = identity;
  let lineMatrix = identity;
  let inText = false;
  /** The next path limits what is seen. */
  let clipping = false;
  let lacking = false;

  const set = (change: Partial<State>) => {
    state = { ...state, ...change };
  };
  const restore = () => {
    state = saved.pop() ?? state;
  };
  const startLine = (matrix: Matrix) => {
    lineMatrix = matrix;
    textMatrix = matrix;
  };
  const beginClip = () => {
    clipping = true;
  };
  const moveLine = (x: number, y: number) => startLine(times([1, 0, 0, 1, x, y], lineMatrix));

  const show = (glyphs: readonly (Glyph | number)[]) => {
    const { size, characterSpacing, wordSpacing, stretch, rise } = state;
    const unit = fontUnit(state.font);
    if (unit === null) {
      lacking = true;
      return;
    }
    const artifact = marks.some(({ tag }) => tag === 'Artifact');
    const last = marks.at(-1);
    const mark = typeof last?.tag === 'string' ? last.tag : null;
    const content = typeof last?.content === 'number' ? last.content : null;
    const from = (x: number) => times([1, 0, 0, 1, x * stretch, rise], times(textMatrix, state.ctm));
    const scale = Math.hypot(...(from(0).slice(2, 4) as [number, number])) * Math.abs(size);
    let x = 0;
    let start = 0;
    let text = '';
    const end = () => {
      const [left, right] = [from(start), from(x)];
      if (text !== '' && !artifact) {
        const [a, b] = left[4] <= right[4] ? [left[4], right[4]] : [right[4], left[4]];
        if (isWithin(state.clip, (a + b) / 2, left[5] - scale * 0.35))
          runs.push({ text, left: a, right: b, y: left[5], size: scale, mark, content });
      }
      text = '';
    };
    for (const glyph of glyphs) {
      if (typeof glyph === 'number') {
        const gap = (-glyph / 1000) * size;
        if (text !== '' && gap > wordGap * Math.abs(size)) end();
        x += gap;
        continue;
      }
      if (text === '') start = x;
      if (glyph.unicode === untold) lacking = true;
      else {
        text += glyph.unicode;
        advances.set(glyph.unicode.codePointAt(0) ?? 0, glyph.width * unit * stretch);
      }
      x += glyph.width * unit * size + characterSpacing + (glyph.isSpace ? wordSpacing : 0);
    }
    end();
    textMatrix = times([1, 0, 0, 1, x * stretch, 0], textMatrix);
  };

  const named = (names: readonly string[]) => names.map((name) => ops[name]);
  const [strokes, fills] = [named(strokings), named(fillings)];
  const path = ([operator, [data]]: readonly [number, readonly [ArrayLike<number> | null]]) => {
    if (clipping && data) set({ clip: common(state.clip, boxOf(data, state.ctm)) });
    clipping = false;
    const stroked = strokes.includes(operator);
    if (!data || !(stroked || fills.includes(operator)) || across.length + down.length > mostStrokes) return;
    const found = strokesOf(data, state.ctm, stroked);
    across.push(...found.across);
    down.push(...found.down);
  };

  const actions: Readonly<Record<string, (args: readonly unknown[]) => void>> = {
    save: () => saved.push(state),
    restore,
    transform: (args) => set({ ctm: times(args as unknown as Matrix, state.ctm) }),
    paintFormXObjectBegin: ([matrix]) => {
      saved.push(state);
      if (matrix) set({ ctm: times(matrix as Matrix, state.ctm) });
    },
    paintFormXObjectEnd: restore,
    beginMarkedContent: ([tag]) => marks.push({ tag, content: null }),
    beginMarkedContentProps: ([tag, content]) => marks.push({ tag, content }),
    endMarkedContent: () => marks.pop(),
    beginText: () => {
      inText = true;
      startLine(identity);
    },
    endText: () => {
      inText = false;
    },
    setFont: ([font, size]) => set({ font: font as string, size: size as number }),
    setCharSpacing: (args) => set({ characterSpacing: numbers(args)[0] ?? 0 }),
    setWordSpacing: (args) => set({ wordSpacing: numbers(args)[0] ?? 0 }),
    setHScale: (args) => set({ stretch: (numbers(args)[0] ?? 100) / 100 }),
    setLeading: (args) => set({ leading: numbers(args)[0] ?? 0 }),
    setTextRise: (args) => set({ rise: numbers(args)[0] ?? 0 }),
    setTextMatrix: ([matrix]) => startLine(matrix as Matrix),
    moveText: (args) => moveLine(numbers(args)[0] ?? 0, numbers(args)[1] ?? 0),
    setLeadingMoveText: (args) => {
      set({ leading: -(numbers(args)[1] ?? 0) });
      moveLine(numbers(args)[0] ?? 0, numbers(args)[1] ?? 0);
    },
    nextLine: () => moveLine(0, -state.leading),
    showText: ([glyphs]) => show(glyphs as readonly (Glyph | number)[]),
    clip: beginClip,
    eoClip: beginClip,
    constructPath: (args) => path(args as unknown as readonly [number, readonly [ArrayLike<number> | null]]),
  };
  const byNumber = new Map(Object.entries(actions).map(([name, action]) => [ops[name], action]));
  fnArray.forEach((operator, index) => {
    byNumber.get(operator)?.(argsArray[index] ?? []);
  });
  return { runs, across, down, advances, lacking: lacking || inText };
}

/** What a path stands within. */
function boxOf(path: ArrayLike<number>, matrix: Matrix): Box {
  const points = outlines(path, matrix).flat();
  const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)];
  return { left: Math.min(...xs), right: Math.max(...xs), top: Math.min(...ys), bottom: Math.max(...ys) };
}

function common(a: Box, b: Box): Box {
  return {
    left: Math.max(a.left, b.left),
    right: Math.min(a.right, b.right),
    top: Math.max(a.top, b.top),
    bottom: Math.min(a.bottom, b.bottom),
  };
}

/** Points by which what is seen may be off. */
const inexact = 1;

function isWithin({ left, top, right, bottom }: Box, x: number, y: number): boolean {
  return x >= left - inexact && x <= right + inexact && y >= top - inexact && y <= bottom + inexact;
}
