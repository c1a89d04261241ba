// Finds for each text of a PDF's page the cell it stands in: the nearest lines on its four sides.
import type { DrawnPage, Run } from './pdf-page.js';
import type { Stroke } from './pdf-strokes.js';

export interface CellBox {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** Runs within one box, or outside of all. */
export interface CellRuns {
  readonly box: CellBox | null;
  readonly runs: readonly Run[];
}

/** Points: lines that lie closer are one, and a line with a smaller gap goes on. */
const near = 1.5;

/** On a page with more lines than this no cell is looked for: it is a drawing. */
const mostLines = 500;

interface Line {
  readonly at: number;
  /** Stretches, from and to. */
  readonly stretches: readonly (readonly [from: number, to: number])[];
}

/** The cells in no particular order; last the runs outside of all. */
export function cellsOf({ runs, across, down }: DrawnPage): readonly CellRuns[] {
  const [rows, columns] = [joined(across), joined(down)];
  const outside: Run[] = [];
  const cells = new Map<string, { readonly box: CellBox; readonly runs: Run[] }>();
  const usable = rows.length <= mostLines && columns.length <= mostLines;
  for (const run of runs) {
    const box = usable ? boxAround(run, rows, columns) : null;
    if (!box) {
      outside.push(run);
      continue;
    }
    const key = `${box.left} ${box.right} ${box.top} ${box.bottom}`;
    const cell = cells.get(key);
    if (cell) cell.runs.push(run);
    else cells.set(key, { box, runs: [run] });
  }
  return [...cells.values(), { box: null, runs: outside }];
}

function boxAround(run: Run, rows: readonly Line[], columns: readonly Line[]): CellBox | null {
  const x = (run.left + run.right) / 2;
  const y = run.y - run.size * 0.35;
  const [left, right] = around(columns, x, y);
  if (left === null || right === null) return null;
  const [top, bottom] = around(rows, y, x);
  // A cell that goes on over a page's end may have no line there: it is as high as the lines beside it.
  const [from, to] = stretchAt(columns, left, y);
  return { left, right, top: top ?? from, bottom: bottom ?? to };
}

/** The nearest lines before and after `at` that pass by `beside`. */
function around(lines: readonly Line[], at: number, beside: number): readonly [number | null, number | null] {
  let before: number | null = null;
  for (const line of lines) {
    if (!line.stretches.some(([from, to]) => from - near <= beside && beside <= to + near)) continue;
    if (line.at > at) return [before, line.at];
    before = line.at;
  }
  return [before, null];
}

/** From where to where the line at `at` reaches beside a point. */
function stretchAt(lines: readonly Line[], at: number, beside: number): readonly [from: number, to: number] {
  const stretches = lines.find((line) => line.at === at)?.stretches ?? [];
  return stretches.find(([from, to]) => from - near <= beside && beside <= to + near) ?? [beside, beside];
}

/** Sorted; lines side by side as one, and so their stretches. */
function joined(strokes: readonly Stroke[]): readonly Line[] {
  const groups: { readonly at: number; readonly strokes: Stroke[] }[] = [];
  for (const stroke of [...strokes].sort((a, b) => a.at - b.at)) {
    const last = groups.at(-1);
    if (last && stroke.at - last.at <= near) last.strokes.push(stroke);
    else groups.push({ at: stroke.at, strokes: [stroke] });
  }
  return groups.map((group) => ({ at: group.at, stretches: stretchesOf(group.strokes) }));
}

function stretchesOf(strokes: readonly Stroke[]): readonly (readonly [number, number])[] {
  const all: [number, number][] = [];
  for (const { from, to } of [...strokes].sort((a, b) => a.from - b.from)) {
    const last = all.at(-1);
    if (last && from - last[1] <= near) last[1] = Math.max(last[1], to);
    else all.push([from, to]);
  }
  return all;
}
