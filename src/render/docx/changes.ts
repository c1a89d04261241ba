// Says which paragraphs’ ends a review inserted or deleted, from the marks of their runs, and writes changes for Word.
import type { Mark, Paragraph, Table } from '../../compose/grid.js';
import { isoSeconds } from '../office-properties.js';

/** Gives the attributes of a document's next change. */
export type Changes = () => string;

/** LibreOffice makes one change of two that are no more than a minute apart. */
const apart = 120_000;

/**
 * The changes of one document: who and when, under ids that count from 1. Those of every other line of a cell are later: of what was
 * inserted at the end of one line and at the beginning of the next LibreOffice makes one, and rejecting it takes the line's end as well.
 */
export function changesOn(date: Date): (line: number) => Changes {
  let id = 0;
  const times = [date, new Date(date.getTime() + apart)].map(isoSeconds);
  return (line) => () => {
    id += 1;
    return `w:id="${id}" w:author="申报" w:date="${times[line % 2]}"`;
  };
}

/** What says of a row or of a paragraph's end that it came or went, in the order that Word wants. */
export function marksXml(marked: (mark: Mark) => boolean, changes: Changes): string {
  const xml = (name: string, mark: Mark) => (marked(mark) ? `<w:${name} ${changes()}/>` : '');
  return xml('ins', 'inserted') + xml('del', 'deleted');
}

/** Whether a line came or went itself, not only its text. */
export function isWholly(paragraph: Paragraph, mark: Mark): boolean {
  return paragraph.length > 0 && paragraph.every((run) => run.mark === mark);
}

/**
 * For each paragraph of a cell, whether its end is marked.
 *
 * The last end is the cell's own and stays whatever happens. A line that came or went takes its end with it, and behind the last line that
 * stays the end before it; with that, accepting or rejecting all leaves no empty line behind, and no end is both inserted and deleted,
 * which LibreOffice does not understand. Only where no line stays, some must be.
 */
export function markedEnds(paragraphs: readonly Paragraph[], mark: Mark): readonly boolean[] {
  const came = paragraphs.map((paragraph) => isWholly(paragraph, 'inserted'));
  const went = paragraphs.map((paragraph) => isWholly(paragraph, 'deleted'));
  const wholly = mark === 'inserted' ? came : went;
  const stays = paragraphs.findLastIndex((_, index) => !came[index] && !went[index]);
  const before = stays < 0 ? wholly.lastIndexOf(false) : stays;
  return wholly.map((marked, index) => {
    if (index === paragraphs.length - 1) return false;
    return index >= before ? wholly[index + 1] === true : marked;
  });
}

/** The mark of a table all of whose rows have it, or null. */
export function tableMark({ rows }: Table): Mark | null {
  const [first] = rows;
  return first?.mark !== undefined && rows.every(({ mark }) => mark === first.mark) ? first.mark : null;
}
