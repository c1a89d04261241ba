// What pages that show a form's cells have in common: text made safe, marked passages, classes, the labels of columns.
import { escapeXml } from '../../base/xml.js';
import { type Cell, cellText, type Paragraph, type Table } from '../../compose/grid.js';

const tags = { inserted: 'ins', deleted: 'del' } as const;

export function toContent({ paragraphs }: Pick<Cell, 'paragraphs'>): string {
  return paragraphs.map(toPassages).join('<br>');
}

export function toPassages(paragraph: Paragraph): string {
  return paragraph
    .map(({ text, mark }) => (mark ? `<${tags[mark]}>${escaped(text)}</${tags[mark]}>` : escaped(text)))
    .join('');
}

/** For text and for attributes in either kind of quotes. */
export function escaped(text: string): string {
  return escapeXml(text).replaceAll("'", '&#39;');
}

/** Theme names may be any text, class names may not: the n-th style is `s<n>`. */
export function classNames(styles: readonly string[]): ReadonlyMap<string, string> {
  return new Map([...new Set(styles)].map((style, index) => [style, `s${index}`]));
}

/** What stands over each column: a phone shows it inside the card. `starts` are the first columns of the cells, by row. */
export function headLabels(table: Table, starts: readonly (readonly number[])[]): readonly string[] {
  const labels: string[] = [];
  for (const [index, { cells }] of table.rows.slice(0, table.headRows).entries()) {
    cells.forEach((cell, at) => {
      const start = starts[index]?.[at] ?? 0;
      labels.length = Math.max(labels.length, start + cell.colspan);
      labels.fill(cellText(cell).replaceAll('\n', ''), start, start + cell.colspan);
    });
  }
  return labels;
}
