// Reads a Word document as rows: paragraphs and tables in order, with what was inserted and without what is not shown or was deleted under
// revision marks, and its comments. Headers, footers and notes are not read, nor the numbers that Word itself puts before paragraphs.
import { cellPlaces } from './docx-cells.js';
import { readWordComments } from './docx-comments.js';
import { mostCells } from './limits.js';
import type { OfficePackage } from './office-package.js';
import { readXml } from './read-xml.js';
import { type Comment, countText, type Row, rowLines, type Section } from './rows.js';
import { symbolOf } from './symbol-fonts.js';
import { Unreadable } from './unreadable.js';

/** Of Word, of formulas, and of alternatives, in the transitional and the strict edition. */
const namespaces = [
  'http://schemas.openxmlformats.org/wordprocessingml/2006/main',
  'http://purl.oclc.org/ooxml/wordprocessingml/main',
  'http://schemas.openxmlformats.org/officeDocument/2006/math',
  'http://purl.oclc.org/ooxml/officeDocument/math',
  'http://schemas.openxmlformats.org/markup-compatibility/2006',
];

/** What is deleted, or moved to elsewhere; what stands twice for older programs; how a character is pronounced. */
const passedOver = ['del', 'moveFrom', 'Fallback', 'rt'];

const signs: Readonly<Record<string, string>> = { tab: ' ', br: '\n', cr: '\n', noBreakHyphen: '-' };

/** A cell under way, or the document around all tables. */
interface Story {
  readonly rows: Row[];
  /** Its text since the last end of a paragraph. */
  paragraph: string;
  /** Whether the cell is deleted, or covered by the one above. */
  hidden: boolean;
}

interface RowUnderWay {
  readonly cells: string[];
  /** Deleted, or not shown. */
  gone: boolean;
}

export async function readDocx(office: OfficePackage): Promise<readonly Section[]> {
  const body: Story = { rows: [], paragraph: '', hidden: false };
  const stories: Story[] = [body];
  const rowsUnderWay: RowUnderWay[] = [];
  const path: string[] = [];
  const count = countText();
  const places = cellPlaces();
  const references: (Pick<Comment, 'row' | 'spot'> & { readonly id: string })[] = [];
  let passing = 0;
  let inText = false;
  let markDeleted = false;
  /** The run under way is not shown. */
  let vanished = false;

  const story = () => stories.at(-1) as Story;
  const add = (text: string) => {
    if (vanished) return;
    count(text);
    story().paragraph += text;
  };
  const endParagraph = (isEnd = false) => {
    const current = story();
    if (isEnd || current.paragraph !== '') places.paragraph(current.paragraph);
    if (current.paragraph !== '') current.rows.push([current.paragraph]);
    current.paragraph = '';
  };

  /** Marks at a paragraph, a row or a cell, rather than around a text. */
  const property = (name: string, value: string | undefined) => {
    if (name === 'del' && path.at(-1) === 'rPr' && path.at(-2) === 'pPr') markDeleted = true;
    const row = rowsUnderWay.at(-1);
    const isOff = /^(?:0|false|off)$/.test(value ?? '');
    if ((name === 'del' || (name === 'hidden' && !isOff)) && path.at(-1) === 'trPr' && row) row.gone = true;
    if (name === 'vanish' && path.at(-1) === 'rPr' && path.at(-2) === 'r') vanished = !isOff;
    places.property(name, value);
    if (name === 'cellDel' || (name === 'vMerge' && value !== 'restart')) story().hidden = true;
  };

  await readXml(office.read(office.main) ?? new Uint8Array(), namespaces, {
    open(name, attributes) {
      if (path.at(-1)?.endsWith('Pr')) {
        if (passing === 0) property(name, attributes('val'));
      } else if (passedOver.includes(name)) passing += 1;
      else if (passing === 0) {
        if (name === 'tr') {
          rowsUnderWay.push({ cells: [], gone: false });
          places.openRow();
        } else if (name === 'tc') {
          stories.push({ rows: [], paragraph: '', hidden: false });
          places.openCell();
        } else if (name === 'tbl' || name === 'txbxContent') {
          endParagraph();
          if (name === 'tbl') places.openTable();
        } else if (name === 'r') vanished = false;
        else if (name === 't') inText = true;
        else if (name === 'sym') add(symbolOf(attributes('font'), attributes('char')));
        else if (name === 'commentReference') references.push({ id: attributes('id') ?? '', ...places.here() });
        else if (signs[name] !== undefined && path.at(-1) === 'r') add(signs[name]);
      }
      path.push(name);
    },
    text(text) {
      if (inText && passing === 0) add(text);
    },
    close(name) {
      path.pop();
      if (path.at(-1)?.endsWith('Pr')) return;
      if (passedOver.includes(name)) passing -= 1;
      else if (passing > 0) return;
      else if (name === 't') inText = false;
      else if (name === 'p') {
        if (!markDeleted) endParagraph(true);
        markDeleted = false;
      } else if (name === 'tc') {
        endParagraph();
        const { rows, hidden } = stories.pop() as Story;
        if (!hidden) rowsUnderWay.at(-1)?.cells.push(rowLines(rows).join('\n'));
        places.closeCell(hidden);
      } else if (name === 'tr') {
        const row = rowsUnderWay.pop();
        if (row && !row.gone) story().rows.push(row.cells);
        places.closeRow(row?.gone ?? false);
      } else if (name === 'tbl') places.closeTable();
    },
  });
  endParagraph();
  const cells = places.cells();
  if (cells.length > mostCells) throw new Unreadable('too-large');
  const related = await office.relationships(office.main);
  const part = related.find(({ type }) => type === 'comments')?.part;
  const written = await readWordComments(part === undefined ? null : office.read(part), namespaces);
  const comments = references.flatMap(({ id, ...place }): readonly Comment[] => {
    const comment = written.get(id);
    if (!comment || comment.text === '') return [];
    count(comment.text);
    return [{ ...place, ...comment }];
  });
  return [{ name: null, hidden: false, rows: body.rows, cells, comments }];
}
