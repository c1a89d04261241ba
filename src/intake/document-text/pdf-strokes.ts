// Finds in what a PDF's page draws the straight lines that may border cells: strokes, and filled boxes so thin that they look like one.

/** As PDFs write it: a, b, c, d, e, f. */
export type Matrix = readonly [number, number, number, number, number, number];

/** A line across at `at` = y, or down at `at` = x; points, y downwards. */
export interface Stroke {
  readonly at: number;
  readonly from: number;
  readonly to: number;
}

export interface Strokes {
  readonly across: readonly Stroke[];
  readonly down: readonly Stroke[];
}

type Point = readonly [x: number, y: number];
type Side = readonly [x1: number, y1: number, x2: number, y2: number];

/** Points: a filled box that is no thicker is a line; a line that is off by no more is straight. */
const thickest = 3;
const inexact = 0.5;
/** Points: what is shorter is a dot. */
const shortest = 1;

/** Numbers of a path: one that has more is a drawing. */
const longestPath = 20_000;

/** How many numbers follow the steps of a path: move, line, curve, close. */
const stepLengths = [2, 2, 6, 0] as const;

/** `path` as pdf.js gives it: steps, each followed by its numbers. */
export function strokesOf(path: ArrayLike<number>, matrix: Matrix, stroked: boolean): Strokes {
  const across: Stroke[] = [];
  const down: Stroke[] = [];
  for (const points of path.length > longestPath ? [] : outlines(path, matrix)) {
    for (const [x1, y1, x2, y2] of stroked ? sides(points) : thinBox(points)) {
      const [width, height] = [Math.abs(x2 - x1), Math.abs(y2 - y1)];
      if (height < inexact && width > shortest) {
        across.push({ at: (y1 + y2) / 2, from: Math.min(x1, x2), to: Math.max(x1, x2) });
      } else if (width < inexact && height > shortest) {
        down.push({ at: (x1 + x2) / 2, from: Math.min(y1, y2), to: Math.max(y1, y2) });
      }
    }
  }
  return { across, down };
}

/** First `a`, then `b`. */
export function times(a: Matrix, b: Matrix): Matrix {
  return [
    a[0] * b[0] + a[1] * b[2],
    a[0] * b[1] + a[1] * b[3],
    a[2] * b[0] + a[3] * b[2],
    a[2] * b[1] + a[3] * b[3],
    a[4] * b[0] + a[5] * b[2] + b[4],
    a[4] * b[1] + a[5] * b[3] + b[5],
  ];
}

/** The corners of each outline, placed on the page; a curve counts by its end. */
export function outlines(path: ArrayLike<number>, [a, b, c, d, e, f]: Matrix): readonly (readonly Point[])[] {
  const all: Point[][] = [];
  for (let at = 0; at < path.length; ) {
    const step = path[at] ?? 0;
    const end = at + (stepLengths[step] ?? 0);
    if (step === 0) all.push([]);
    const current = all.at(-1);
    if (step === 3) current?.push(...current.slice(0, 1));
    else {
      const [x, y] = [path[end - 1] ?? 0, path[end] ?? 0];
      current?.push([a * x + c * y + e, b * x + d * y + f]);
    }
    at = end + 1;
  }
  return all;
}

function sides(points: readonly Point[]): readonly Side[] {
  return points.slice(1).map(([x, y], index) => [...(points[index] as Point), x, y] as const);
}

/** The line that a filled box looks like, or none. */
function thinBox(points: readonly Point[]): readonly Side[] {
  if (points.length < 4 || points.length > 6) return [];
  const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)];
  const [left, right] = [Math.min(...xs), Math.max(...xs)];
  const [top, bottom] = [Math.min(...ys), Math.max(...ys)];
  const [x, y] = [(left + right) / 2, (top + bottom) / 2];
  if (bottom - top <= thickest && right - left > thickest) return [[left, y, right, y]];
  return right - left <= thickest && bottom - top > thickest ? [[x, top, x, bottom]] : [];
}
