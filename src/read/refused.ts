// Finds what YAML can do and a declaration may not: anchors, aliases, tags, directives, a second document. Most who meet
// these never meant them: a value that begins with * & ! was taken for one, and quotes are the cure.
import { messages } from './messages.js';
import { quoteRest, restOfLine } from './quoting.js';
import type { Remarks } from './remarks.js';
import type { Mark, Syntax, YamlDocument } from './syntax.js';
import type { Tree } from './tree.js';

const coreTag = /^!!(?:str|int|float|bool|null|map|seq|binary|timestamp|set|omap)$/;

export function checkRefused({ documents, marks }: Syntax, tree: Tree, text: string, remarks: Remarks): void {
  const [, second] = documents;
  const end = second ? second.range[0] : text.length;
  const ownMarks = marks.filter((mark) => mark.offset < end);
  const anchors = new Set(ownMarks.filter((mark) => mark.type === 'anchor').map((mark) => mark.source.slice(1)));
  const aliases = new Set(ownMarks.filter((mark) => mark.type === 'alias').map((mark) => mark.source.slice(1)));

  for (const mark of ownMarks) {
    switch (mark.type) {
      case 'anchor':
        checkAnchor(mark, aliases.has(mark.source.slice(1)), text, remarks);
        break;
      case 'alias':
        if (isStarredKey(mark, text)) break;
        checkAlias(mark, anchors.has(mark.source.slice(1)), text, remarks);
        break;
      case 'tag':
        checkTag(mark, text, remarks);
        break;
      case 'directive-line':
        checkDirective(mark, text, remarks);
        break;
    }
  }
  checkStarredKeys(ownMarks, tree, text, end, remarks);
  if (second) checkSecondDocument(second, text, remarks);
}

function checkAnchor(mark: Mark, used: boolean, text: string, remarks: Remarks): void {
  const { offset: start, source } = mark;
  const alone = restOfLine(text, start) === source;
  remarks.explain(start, start + source.length);
  remarks.add('yaml/anchor', 'error', () => ({
    ...messages.anchor(source),
    start,
    end: start + source.length,
    cure: used || alone || mark.inFlow ? undefined : quoteRest(text, start),
  }));
}

function checkAlias(mark: Mark, known: boolean, text: string, remarks: Remarks): void {
  const { offset: start, source } = mark;
  const end = start + source.length;
  remarks.explain(start, end);
  if (known) {
    remarks.add('yaml/alias', 'error', () => ({ ...messages.alias(source), start, end }));
  } else {
    const cure = mark.inFlow ? undefined : quoteRest(text, start);
    remarks.add('yaml/alias', 'error', () => ({ ...messages.valueBeginsWith('*'), start, end, cure }));
  }
}

const starredKey = /^[ -]*(\*[^\s*:,[\]{}]+)[ \t]*:(?=\s|$)/gm;
const starredKeyHere = new RegExp(starredKey, 'my');

function isStarredKey({ type, offset }: Mark, text: string): boolean {
  if (type !== 'alias') return false;
  starredKeyHere.lastIndex = text.lastIndexOf('\n', offset - 1) + 1;
  const found = starredKeyHere.exec(text);
  return found !== null && text.indexOf('*', found.index) === offset;
}

/** The form prints a star before some labels. After the first one the parser sees no more of them, so the lines are read. */
function checkStarredKeys(marks: readonly Mark[], tree: Tree, text: string, end: number, remarks: Remarks): void {
  if (!marks.some((mark) => isStarredKey(mark, text))) return;
  const texts = tree.scalars.filter(({ token }) => token && token.type !== 'scalar' && token.source.includes('\n'));
  let next = 0;
  for (const found of text.matchAll(starredKey)) {
    const start = text.indexOf('*', found.index);
    if (start >= end) break;
    while ((texts[next]?.end ?? Number.POSITIVE_INFINITY) <= start) next += 1;
    if ((texts[next]?.start ?? Number.POSITIVE_INFINITY) < start) continue;
    const [line, name = ''] = found;
    const lineEnd = found.index + line.length + restOfLine(text, found.index + line.length).length;
    // The line counts as explained, and so does the next, which the parser stumbles over.
    remarks.explain(start, lineEnd + 1);
    remarks.add('yaml/alias', 'error', () => ({
      ...messages.starredKey(name),
      start,
      end: start + name.length,
      cure: { start, end: start + 1, text: '' },
    }));
  }
}

function checkTag(mark: Mark, text: string, remarks: Remarks): void {
  const { offset: start, source } = mark;
  const end = start + source.length;
  remarks.explain(start, end);
  if (coreTag.test(source)) {
    const spaces = /[ \t]*/y.exec(text.slice(end, end + 40))?.[0].length ?? 0;
    const cure = { start, end: end + spaces, text: '' };
    remarks.add('yaml/tag', 'error', () => ({ ...messages.tag(source), start, end, cure }));
  } else {
    const cure = mark.inFlow ? undefined : quoteRest(text, start);
    remarks.add('yaml/tag', 'error', () => ({ ...messages.valueBeginsWith('!'), start, end, cure }));
  }
}

function checkDirective({ offset: start, source }: Mark, text: string, remarks: Remarks): void {
  const end = start + source.length;
  const known = /^%(?:YAML|TAG)\b/.test(source);
  const lineBreak = /\r?\n/y.exec(text.slice(end, end + 2))?.[0].length ?? 0;
  remarks.add('yaml/directive', 'error', () => ({
    ...messages.directive,
    start,
    end,
    ...(known && { cure: { start, end: end + lineBreak, text: '' } }),
  }));
}

function checkSecondDocument(second: YamlDocument, text: string, remarks: Remarks): void {
  const [start] = second.range;
  const line = restOfLine(text, start);
  const empty = second.contents === null || second.contents.range[0] === second.contents.range[1];
  const lineBreak = /\r?\n/y.exec(text.slice(start + line.length, start + line.length + 2))?.[0].length ?? 0;
  remarks.add('yaml/several-documents', 'error', () => ({
    ...messages.severalDocuments,
    start,
    end: start + line.length,
    ...(empty && line === '---' && { cure: { start, end: start + line.length + lineBreak, text: '' } }),
  }));
}
