// Reads the comments of a Word document, by the ids by which its text refers to them.
import { readXml } from './read-xml.js';

export interface WordComment {
  readonly author: string;
  readonly text: string;
}

/** `part` is the one that holds them all. */
export async function readWordComments(
  part: Uint8Array | null,
  namespaces: readonly string[],
): Promise<ReadonlyMap<string, WordComment>> {
  const comments = new Map<string, WordComment>();
  if (!part) return comments;
  let id = '';
  let author = '';
  let lines: string[] = [];
  let inText = false;
  await readXml(part, namespaces, {
    open(name, attributes) {
      if (name === 'comment') {
        id = attributes('id') ?? '';
        author = attributes('author') ?? '';
        lines = [];
      }
      if (name === 'p') lines.push('');
      inText = name === 't';
    },
    text(text) {
      if (inText) lines.push((lines.pop() ?? '') + text);
    },
    close(name) {
      inText = false;
      if (name === 'comment') comments.set(id, { author, text: lines.join('\n').trim() });
    },
  });
  return comments;
}
