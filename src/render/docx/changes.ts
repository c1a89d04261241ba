// Says which paragraph ends and which rows a review inserted or deleted, from the marks of their runs, and writes it for Word.
import type { Cell, Paragraph, Run } from '../../compose/grid.js';
import { isoSeconds } from '../office-properties.js';

type Mark = NonNullable<Run['mark']>;

/** Gives the attributes of a document's next change. */
export type Changes = () => string;

/** The changes of one document: who and when, under ids that count from 1. */
export function changesOn(date: Date): Changes {
  let id = 0;
  const author = `w:author="申报" w:date="${isoSeconds(date)}"`;
  return () => {
    id += 1;
    return `w:id="${id}" ${author}`;
  };
}

/** What says of a row or of a paragraph's end that it came or went, in the order that Word wants. */
export function marksXml(inserted: boolean, deleted: boolean, changes: Changes): string {
  return (inserted ? `<w:ins ${changes()}/>` : '') + (deleted ? `<w:del ${changes()}/>` : '');
}

function isWholly(paragraph: Paragraph, mark: Mark): boolean {
  return paragraph.length > 0 && paragraph.every((run) => run.mark === mark);
}

/**
 * For each paragraph of a cell, whether its end is marked.
 *
 * The last end is the cell's own and stays whatever happens. Where the last paragraphs are marked, it is therefore the
 * ends before them that came or go; with that, accepting or rejecting all leaves no empty line behind.
 */
export function markedEnds(paragraphs: readonly Paragraph[], mark: Mark): readonly boolean[] {
  const wholly = paragraphs.map((paragraph) => isWholly(paragraph, mark));
  const tail = wholly.lastIndexOf(false) + 1;
  return wholly.map((marked, index) => {
    if (index === paragraphs.length - 1) return false;
    return index >= tail - 1 ? wholly[index + 1] === true : marked;
  });
}

/** The mark of a row all of whose text has it, or null. */
export function rowMark(cells: readonly Cell[]): Mark | null {
  const written = cells.flatMap((cell) => cell.paragraphs).filter((paragraph) => paragraph.length > 0);
  const has = (mark: Mark) => written.length > 0 && written.every((paragraph) => isWholly(paragraph, mark));
  return has('inserted') ? 'inserted' : has('deleted') ? 'deleted' : null;
}
