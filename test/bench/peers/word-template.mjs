// The Word template that both engines fill in: the sample's form with placeholders, made once by docx.
import { Packer } from 'docx';
import { dataOf, placeholderGrid } from '../contents.mjs';
import { documentOf } from './docx.mjs';

/** `lines(key)`: the paragraphs that the engine repeats for each line of a cell. */
export async function makeWordTemplate({ grid, theme }, lines) {
  const placeholders = placeholderGrid(grid, {
    value: (key) => `{${key}}`,
    lines,
    item: (column, isFirst, isLast) => `${isFirst ? '{#rows}' : ''}{c${column}}${isLast ? '{/rows}' : ''}`,
  });
  return Packer.toBuffer(documentOf(placeholders, theme));
}

export const wordData = ({ grid }) => dataOf(grid, (lines) => lines.map((line) => ({ line })));
