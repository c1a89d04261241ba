// Lays what a reader found beside what was meant: cells in their places, and how many fields of the declaration are in them.
import type { ExpectedCell, ExpectedForm } from './official-form.js';
import type { PartsOfPage } from './read-pdf.js';

export interface ReadCell {
  readonly text: string;
  /** For amounts, where the format has numbers. */
  readonly number?: string;
  /** The cell's field, where the format tells it. */
  readonly field?: string | null;
}

export interface ReadForm {
  readonly title: string;
  readonly rows: readonly (readonly ReadCell[])[];
}

export interface Figures {
  readonly found: number;
  readonly expected: number;
}

/** The lines of a cell as they were drawn; null where the page turns. */
type Drawn = readonly (string | null)[];

/** A field is found when its text stands in the cell where it belongs, behind the field before it. */
export function countFields(read: ReadForm, expected: ExpectedForm): Figures {
  const figures = { found: 0, expected: 0 };
  expected.rows.forEach((cells, row) => {
    cells.forEach(({ fields }, column) => {
      const text = read.rows[row]?.[column]?.text ?? '';
      let from = 0;
      for (const field of fields) {
        figures.expected += 1;
        const at = text.indexOf(field.text, from);
        if (at < 0) continue;
        figures.found += 1;
        from = at + field.text.length;
      }
    });
  });
  return figures;
}

/**
 * The cells that pdf.js read, with the line breaks of the layout undone.
 *
 * A PDF does not tell a line that the layout broke from one that the declaration breaks, so a drawn line counts as going on
 * with the line that is meant as long as it does: its text must be the very next of it. What the layout swallows
 * is given back: empty lines where the page turns, and the spaces (U+0020) of a line that has nothing else. All else must be there as it is meant, and what is not shows as it was drawn.
 */
export function restore(pages: readonly PartsOfPage[], expected: ExpectedForm): ReadForm {
  const drawn = new Map<ExpectedCell, Drawn>();
  /** What has no place on the form: rows of their own, which then are more than are meant. */
  const tooMany: ReadCell[][] = [];
  const linesOf = (cell: ExpectedCell) => drawn.get(cell) ?? [];
  const shown = expected.rows.map((cells) => cells.filter(({ text }) => text.trim() !== ''));

  /** Each part goes on with the first cell behind the last one's whose next text it is. */
  const put = (cells: readonly ExpectedCell[], parts: readonly (readonly string[])[]) => {
    let from = 0;
    for (const part of parts) {
      const longer = (cell: ExpectedCell): Drawn => [...linesOf(cell), ...(drawn.has(cell) ? [null] : []), ...part];
      const fitting = cells.findIndex((cell, index) => index >= from && undoLayout(longer(cell), cell.text).agrees);
      const index = fitting < 0 ? from : fitting;
      const cell = cells[index];
      if (cell) drawn.set(cell, longer(cell));
      else tooMany.push([{ text: part.join('\n') }]);
      from = index + 1;
    }
  };

  let row = -1;
  for (const page of pages) {
    for (const [index, parts] of page.rows.entries()) {
      const unfinished = (shown[row] ?? []).filter((cell) => undoLayout(linesOf(cell), cell.text).rest.trim() !== '');
      const goesOn = index === 0 && unfinished.length > 0;
      if (!goesOn) row = shown.findIndex((cells, at) => at > row && cells.length > 0);
      put(goesOn ? unfinished : (shown[row] ?? []), parts);
    }
  }
  return {
    title: pages.map(({ title }) => title).join(''),
    rows: [
      ...expected.rows.map((cells) => cells.map((cell) => ({ text: undoLayout(linesOf(cell), cell.text).text }))),
      ...tooMany,
    ],
  };
}

/** `agrees` is false when a line differs from what is meant; `rest` is what no line has shown yet. */
function undoLayout(lines: Drawn, meant: string): { text: string; rest: string; agrees: boolean } {
  let at = 0;
  for (const [index, line] of lines.entries()) {
    if (line === null) {
      while (meant[at] === '\n' && meant[at + 1] === '\n') at += 1;
      continue;
    }
    if (index > 0 && meant[at] === '\n') at += 1;
    if (!meant.startsWith(line, at)) {
      const shown = lines.slice(index).map((drawn) => drawn ?? '');
      return { text: `${meant.slice(0, at)}⟂${shown.join('\n')}`, rest: meant.slice(at), agrees: false };
    }
    at += line.length;
  }
  // An empty cell draws no line.
  const whole = meant.trim() === '' && lines.length === 0;
  return { text: whole ? meant : meant.slice(0, at), rest: meant.slice(at), agrees: true };
}

/** A text as poppler tells it: without line breaks, and with one space for several, which pdf.js tells exactly. */
export function flat(text: string): string {
  return text.replace(/\n/g, '').replace(/ +/g, ' ').trimEnd();
}

export function flatForm(form: ExpectedForm): ExpectedForm {
  const flatCell = (cell: ExpectedCell): ExpectedCell => ({
    ...cell,
    text: flat(cell.text),
    fields: cell.fields.map((field) => ({ ...field, text: flat(field.text) })),
  });
  return { ...form, rows: form.rows.map((cells) => cells.map(flatCell)) };
}
