// Decides where pages begin, so that no label stands alone at the foot of a page and a block is not torn without need.
// Excel and LibreOffice would break wherever a row happens to end.

/** A row of the grid: the heights of the sheet's rows it is spread over, points. */
export interface Unit {
  readonly heights: readonly number[];
  readonly keepsWithNext: boolean;
}

/** Programs round heights and scale a little: what is planned to fit must fit. */
const safety = 0.98;

/** The share of a page that may stay empty to keep a block in one piece. */
const mostEmpty = 0.4;

/**
 * The sheet rows, counted from 1, after which a page ends. `page` is the printable height in points;
 * `repeated` are the sheet rows that take room again on every page after them.
 */
export function pageBreaks(
  units: readonly Unit[],
  page: number,
  repeated: { readonly first: number; readonly last: number } | null,
): readonly number[] {
  const all = units.flatMap((unit) => unit.heights);
  const head = repeated ? sum(all.slice(repeated.first - 1, repeated.last)) : 0;
  const breaks: number[] = [];
  let row = 0;
  let room = page * safety;
  const turn = () => {
    breaks.push(row);
    room = page * safety - (repeated && row >= repeated.last ? head : 0);
  };
  for (const pieces of blocks(units)) {
    const total = sum(pieces.flat());
    const fresh = page * safety - head;
    if (total > room && total <= fresh && room <= page * mostEmpty) turn();
    for (const piece of pieces) {
      const height = sum(piece);
      if (height > room && row > 0 && breaks.at(-1) !== row) turn();
      room -= height;
      row += piece.length;
    }
  }
  return breaks;
}

/** Units that keep together, as pieces between which a page may end all the same: inside a unit, never between two. */
function blocks(units: readonly Unit[]): readonly (readonly (readonly number[])[])[] {
  const found: number[][][] = [];
  let open = false;
  for (const { heights, keepsWithNext } of units) {
    const pieces = heights.map((height) => [height]);
    const block = open ? found.at(-1) : undefined;
    if (block) {
      block.at(-1)?.push(...(pieces.shift() ?? []));
      block.push(...pieces);
    } else {
      found.push(pieces);
    }
    open = keepsWithNext;
  }
  return found;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
