// Turns the borders of boxes into lines drawn once: neighbours share an edge, and edges in a row make one line.
import type { Box } from './paginate.js';

/** From (x1, y1) to (x2, y2), points, y downwards. */
export type Segment = readonly [x1: number, y1: number, x2: number, y2: number];

/** Two edges that lie closer than this, in points, are one. */
const precision = 100;

export function borderLines(boxes: readonly Box[]): readonly Segment[] {
  const across = new Map<number, [number, number][]>();
  const down = new Map<number, [number, number][]>();
  const add = (edges: Map<number, [number, number][]>, at: number, from: number, to: number) => {
    const key = Math.round(at * precision);
    const stretch: [number, number] = [Math.round(from * precision), Math.round(to * precision)];
    const others = edges.get(key);
    if (others) others.push(stretch);
    else edges.set(key, [stretch]);
  };
  for (const { block, y, height } of boxes) {
    if (!block.style.border) continue;
    add(across, y, block.x, block.x + block.width);
    add(across, y + height, block.x, block.x + block.width);
    add(down, block.x, y, y + height);
    add(down, block.x + block.width, y, y + height);
  }
  const point = (key: number) => key / precision;
  return [
    ...joined(across).map(([y, from, to]): Segment => [point(from), point(y), point(to), point(y)]),
    ...joined(down).map(([x, from, to]): Segment => [point(x), point(from), point(x), point(to)]),
  ];
}

function joined(edges: ReadonlyMap<number, [number, number][]>): readonly [number, number, number][] {
  const lines: [number, number, number][] = [];
  for (const [at, stretches] of [...edges].sort(([a], [b]) => a - b)) {
    let last: [number, number, number] | undefined;
    for (const [from, to] of stretches.sort(([a], [b]) => a - b)) {
      if (last && from <= last[2]) {
        last[2] = Math.max(last[2], to);
      } else {
        last = [at, from, to];
        lines.push(last);
      }
    }
  }
  return lines;
}
