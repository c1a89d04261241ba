// Finds what the parser reads without a word though the writer meant something else: text lost behind #, a sign > taken
// for a block of text, lines joined, keys without a colon.
import { checkPairs } from './colons.js';
import { messages } from './messages.js';
import { quoted, restOfLine } from './quoting.js';
import type { Remarks } from './remarks.js';
import type { Mark } from './syntax.js';
import type { ScalarEntry, Tree } from './tree.js';

/** Characters that one cell of a workbook holds. */
const longestText = 32_767;

const cleanHeader = /^[|>](?:[1-9][+-]?|[+-][1-9]?)?$/;
const lostText = /(?<=[ \t])[ \t]*#(?=[^\s#])|[ \t]+#(?=[^\s#])/y;

export function checkTraps(tree: Tree, marks: readonly Mark[], text: string, remarks: Remarks): void {
  const blocks = tree.scalars.filter(({ token }) => token?.type === 'block-scalar');
  const blockAt = new Map(blocks.map((scalar) => [scalar.start, scalar]));
  for (const mark of marks) {
    if (mark.type !== 'block-scalar-header') continue;
    const scalar = blockAt.get(mark.offset);
    if (scalar) checkBlockHeader(mark, scalar, text, remarks);
  }
  checkPairs(tree.keys, text, remarks);
  for (const scalar of tree.scalars) checkText(scalar, remarks);
  if (!/[ \t]#[^\s#]/.test(text)) return;
  for (const scalar of tree.scalars) checkLostText(scalar, text, remarks);
  for (const key of tree.keys) {
    if (key.token?.type === 'scalar') checkLostText(key, text, remarks);
  }
}

/** `>9` is the header of a block that holds nothing. */
function checkBlockHeader(mark: Mark, scalar: ScalarEntry, text: string, remarks: Remarks): void {
  const { offset: start, source } = mark;
  const rest = restOfLine(text, start).replace(/(?<![ \t])[ \t]+#.*$/, '');
  const empty = scalar.token?.source.trim() === '';
  const clean = cleanHeader.test(rest);
  const { pointer } = scalar;
  if (!clean || (empty && /[1-9]/.test(rest))) {
    remarks.explain(start, start + rest.length);
    const cure = empty ? { start, end: start + rest.length, text: quoted(rest) } : undefined;
    const saying = messages.blockHeader(rest);
    remarks.add('yaml/block-header', 'error', () => ({ ...saying, pointer, start, end: start + rest.length, cure }));
  } else if (empty) {
    const end = start + source.length;
    remarks.add('yaml/empty-block', 'warning', () => ({ ...messages.emptyBlock(source), pointer, start, end }));
  }
}

function checkLostText({ token, pointer, end }: ScalarEntry, text: string, remarks: Remarks): void {
  const quotes = token?.type === 'single-quoted-scalar' || token?.type === 'double-quoted-scalar';
  if (quotes) return;
  lostText.lastIndex = token?.type === 'block-scalar' ? token.offset + headerLength(token.props[0]) : end;
  const from = lostText.lastIndex;
  const found = lostText.exec(text);
  if (!found) return;
  const start = from + found[0].length - 1;
  const lineEnd = start + (/[^\r\n]*/.exec(text.slice(start, start + 400))?.[0].trimEnd().length ?? 1);
  const lost = text.slice(start, lineEnd);
  remarks.add('yaml/text-after-hash', 'warning', () => ({
    ...messages.textAfterHash(lost),
    pointer,
    start,
    end: lineEnd,
  }));
}

function headerLength(header: object | undefined): number {
  return header && 'source' in header && typeof header.source === 'string' ? header.source.length : 0;
}

function isClosed(token: ScalarEntry['token']): boolean {
  return token?.type.endsWith('quoted-scalar') ? /^(["'])[\s\S]*\1$/.test(token.source) : true;
}

function checkText({ token, text, pointer, start, end, wrapped }: ScalarEntry, remarks: Remarks): void {
  if (wrapped && pointer !== '' && isClosed(token)) {
    remarks.add('yaml/wrapped-text', 'hint', () => ({ ...messages.wrappedText, pointer, start, end }));
  }
  if (text.length > longestText) {
    const saying = messages.tooLong(text.length, longestText);
    remarks.add('yaml/text-too-long', 'error', () => ({ ...saying, pointer, start, end }));
  }
  if (token?.type === 'scalar' && /^\d{16,}$/.test(text)) {
    const cure = { start, end, text: quoted(text) };
    remarks.add('yaml/long-number', 'hint', () => ({ ...messages.longNumber, pointer, start, end, cure }));
  }
}
