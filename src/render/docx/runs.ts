// Turns runs of text into Word's runs, marked ones into tracked changes, and the footer's text into fields.
// Text always goes in as `text`: as a child, the word CURRENT would become a page number.
import { DeletedTextRun, InsertedTextRun, PageNumber, type ParagraphChild, TextRun } from 'docx';
import type { Paragraph } from '../../compose/grid.js';
import type { Change } from './changes.js';

/** Makes Word take characters that are both, such as “ ” and …, for Chinese ones. */
const font = { hint: 'eastAsia' };

/** docx replaces this text by a number, wherever in the document it stands within one run. */
const placeholder = /(?<=\{)(?=default-bullet-numbering-0\})/;

/** The pieces of a text that docx leaves as they are. */
function safePieces(text: string): readonly string[] {
  return text.split(placeholder).filter((piece) => piece !== '');
}

export function runs(paragraph: Paragraph, changes: () => Change): readonly ParagraphChild[] {
  return paragraph.flatMap(({ text, mark }) =>
    safePieces(text).map((piece) => {
      if (mark === 'inserted') return new InsertedTextRun({ ...changes(), text: piece, font });
      if (mark === 'deleted') return new DeletedTextRun({ ...changes(), text: piece, font });
      return new TextRun({ text: piece, font });
    }),
  );
}

/** A title's lines stay one paragraph, so that the document has one heading. */
export function titleRuns(title: string): readonly ParagraphChild[] {
  return title
    .split('\n')
    .flatMap((line, index) => [
      ...(index > 0 ? [new TextRun({ break: 1 })] : []),
      ...safePieces(line).map((text) => new TextRun({ text, font })),
    ]);
}

/** `{page}` and `{pages}` become fields. */
export function footerRuns(text: string): readonly ParagraphChild[] {
  return text.split(/(\{pages?\})/).flatMap((part) => {
    if (part === '{page}') return [new TextRun({ children: [PageNumber.CURRENT], font })];
    if (part === '{pages}') return [new TextRun({ children: [PageNumber.TOTAL_PAGES], font })];
    return safePieces(part).map((piece) => new TextRun({ text: piece, font }));
  });
}
