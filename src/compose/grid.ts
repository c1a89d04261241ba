// The grid: what stands on the form, in order, without coordinates. Where lines and pages break is a renderer's matter.

export type Mark = 'inserted' | 'deleted';

/** A piece of text. `mark` says that a review inserted or deleted it. */
export interface Run {
  readonly text: string;
  readonly mark?: Mark;
}

/**
 * One line as written; a value's line breaks separate paragraphs. Without runs it is an empty line. A line all of whose runs have the
 * same mark came or went itself: an empty one has a run without text.
 */
export type Paragraph = readonly Run[];

/** A typed value: an exact decimal in the unit it is printed in, e.g. `2425500.00`, shown by the cell's text as `2,425,500.00`. */
export interface Amount {
  readonly decimal: string;
}

export interface Cell {
  /** JSON pointer of the field the cell shows, e.g. `/绩效指标/产出指标/数量指标/0/指标值`; null for labels. */
  readonly field: string | null;
  /** A label or head (`th`). */
  readonly header: boolean;
  /** A key of the theme's classes. */
  readonly style: string;
  readonly colspan: number;
  readonly rowspan: number;
  readonly paragraphs: readonly Paragraph[];
  /** Set when the whole cell is one amount. */
  readonly amount: Amount | null;
  /** The closed list a value is chosen from, where the schema has one. */
  readonly choices: readonly string[] | null;
}

export interface Row {
  readonly cells: readonly Cell[];
  /** Says that a review inserted or deleted the row itself; all of its runs then have the same mark. */
  readonly mark?: Mark;
}

/** Tables stand flush one under the other, each as wide as the paper inside its margins. */
export interface Table {
  /** The columns' classes, keys of the theme's column widths; a cell spans one or more of them. */
  readonly columns: readonly string[];
  /** How many leading rows are the table's head and repeat on every page. */
  readonly headRows: number;
  readonly rows: readonly Row[];
}

export interface Grid {
  readonly title: string;
  /** What a review did to the title; `title` is the one after. */
  readonly titleChanges?: Paragraph;
  readonly titleStyle: string;
  readonly tables: readonly Table[];
}

/** The text of a cell, its lines joined by `\n`. */
export function cellText(cell: Cell): string {
  return cell.paragraphs.map((paragraph) => paragraph.map((run) => run.text).join('')).join('\n');
}

/** The first column of each cell, row by row: cells reaching down from above push others to the right, as in HTML. */
export function cellColumns(table: Table): readonly (readonly number[])[] {
  /** For each column how many more rows a cell takes there. */
  const taken: number[] = [];
  return table.rows.map(({ cells }) => {
    let column = 0;
    const starts = cells.map((cell) => {
      while ((taken[column] ?? 0) > 0) column += 1;
      const start = column;
      for (const end = start + cell.colspan; column < end; column++) taken[column] = cell.rowspan;
      return start;
    });
    taken.forEach((rows, at) => {
      taken[at] = rows - 1;
    });
    return starts;
  });
}
