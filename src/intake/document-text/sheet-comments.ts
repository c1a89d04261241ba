// Reads the comments on the cells of a sheet: those in threads, which newer programs write beside the others, and those that all write.
import type { OfficePackage, Relationship } from './office-package.js';
import { readXml } from './read-xml.js';
import type { Comment } from './rows.js';
import { spreadsheet, textPieces } from './shared-strings.js';
import { toPosition } from './sheet.js';

const threaded = ['http://schemas.microsoft.com/office/spreadsheet/2018/threadedcomments'];

/** Names by the ids of threads. */
export type People = ReadonlyMap<string, string>;

/** `part` lists those who write in threads. */
export async function readPeople(part: Uint8Array | null): Promise<People> {
  const people = new Map<string, string>();
  if (!part) return people;
  await readXml(part, threaded, {
    open(name, attributes) {
      if (name === 'person') people.set(attributes('id') ?? '', attributes('displayName') ?? '');
    },
  });
  return people;
}

/** `related` are the sheet's. */
export async function readSheetComments(
  office: OfficePackage,
  related: readonly Relationship[],
  people: People,
): Promise<readonly Comment[]> {
  const read = async (type: string, of: (bytes: Uint8Array) => Promise<readonly Comment[]>) => {
    const parts = related.filter((one) => one.type === type).flatMap(({ part }) => office.read(part) ?? []);
    return (await Promise.all(parts.map(of))).flat();
  };
  const inThreads = await read('threadedComment', (bytes) => readThreads(bytes, people));
  const others = await read('comments', readNotes);
  // For older programs a thread is written as a comment, too.
  const discussed = new Set(inThreads.map(cellOf));
  return [...inThreads, ...others.filter((one) => !discussed.has(cellOf(one)))].sort((a, b) => a.row - b.row);
}

async function readThreads(bytes: Uint8Array, people: People): Promise<readonly Comment[]> {
  const comments: Comment[] = [];
  let about: { readonly cell: string | undefined; readonly author: string } | null = null;
  let inText = false;
  let text = '';
  await readXml(bytes, threaded, {
    open(name, attributes) {
      if (name === 'threadedComment')
        about = { cell: attributes('ref'), author: people.get(attributes('personId') ?? '') ?? '' };
      inText = name === 'text';
    },
    text(piece) {
      if (inText) text += piece;
    },
    close(name) {
      inText = false;
      if (name !== 'threadedComment') return;
      if (about) comments.push(...toComment(about.cell, about.author, text));
      text = '';
    },
  });
  return comments;
}

async function readNotes(bytes: Uint8Array): Promise<readonly Comment[]> {
  const comments: Comment[] = [];
  const authors: string[] = [];
  const pieces = textPieces();
  let cell: string | undefined;
  let author = '';
  let inAuthor = false;
  await readXml(bytes, spreadsheet, {
    open(name, attributes) {
      pieces.open(name);
      if (name === 'author') {
        inAuthor = true;
        authors.push('');
      }
      if (name !== 'comment') return;
      cell = attributes('ref');
      author = authors[Number(attributes('authorId'))] ?? '';
    },
    text(text) {
      if (inAuthor) authors.push((authors.pop() ?? '') + text);
      else pieces.text(text);
    },
    close(name) {
      pieces.close(name);
      if (name === 'author') inAuthor = false;
      if (name === 'comment') comments.push(...toComment(cell, author, pieces.take()));
    },
  });
  return comments;
}

/** Programs begin a comment with its author's name. */
function toComment(cell: string | undefined, author: string, written: string): readonly Comment[] {
  const position = toPosition(cell);
  const lead = `${author}:\n`;
  const text = (author !== '' && written.startsWith(lead) ? written.slice(lead.length) : written).trim();
  return position && cell !== undefined && text !== '' ? [{ row: position.row, spot: { cell }, author, text }] : [];
}

function cellOf({ spot }: Comment): string {
  return 'cell' in spot ? spot.cell : '';
}
