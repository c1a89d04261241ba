// Turns text into the `yaml` library's documents, token by token, so that a text of brackets or of millions of items is
// given up early. The marks kept on the way (anchors, tags …) are those that the composed nodes no longer place.
import { Composer, CST, type Document, Lexer, type ParsedNode, Parser, type YAMLParseError } from 'yaml';
import { fileMessages } from './file-messages.js';
import { type IgnoreMark, ignoreMarksIn } from './ignore-comments.js';
import type { Remarks } from './remarks.js';

/** A declaration nests 5 deep. */
const deepest = 100;
/** A declaration has some 1,000 tokens; 600,000 (20,000 items) take about a second. */
const mostTokens = 600_000;
/** Each costs the library an error with its stack. */
const mostMarks = 10_000;
/** More blank lines in a row make the parser's time grow with their square. */
const mostBlankLines = 1000;

export type YamlDocument = Document.Parsed<ParsedNode>;

export interface Mark {
  readonly type: 'anchor' | 'tag' | 'alias' | 'directive-line' | 'block-scalar-header';
  readonly offset: number;
  readonly source: string;
  /** Within brackets, where the rest of the line belongs to more than one value. */
  readonly inFlow: boolean;
}

export interface Syntax {
  readonly documents: readonly YamlDocument[];
  readonly errors: readonly YAMLParseError[];
  readonly marks: readonly Mark[];
  readonly ignores: readonly IgnoreMark[];
}

/** Null, with a remark, for a text that is too deep or too much. */
export function parseSyntax(text: string, remarks: Remarks): Syntax | null {
  const end = endOfBlankLines(text);
  if (end !== null) {
    remarks.add('yaml/too-large', 'error', () => ({ ...fileMessages.tooManyBlankLines, start: end, end }));
    return null;
  }

  const parser = new Parser();
  const composer = new Composer({
    schema: 'failsafe',
    keepSourceTokens: true,
    // Its own search is quadratic and cannot name the first place.
    uniqueKeys: false,
    logLevel: 'silent',
  });
  const documents: YamlDocument[] = [];
  const marks: Mark[] = [];
  const ignores = ignoreMarksIn(text);
  let tokens = 0;
  let brackets = 0;
  let atScalar = false;
  let isLost = false;
  const done = (): Syntax => ({ documents, errors: errorsOf(documents), marks, ignores: ignores?.all() ?? [] });
  const isTooMuch = () => tokens > mostTokens || marks.length > mostMarks;

  for (const lexeme of new Lexer().lex(text)) {
    tokens += 1;
    const offset = parser.offset;
    if (parser.stack.length > deepest || isTooMuch()) {
      const saying = isTooMuch() ? fileMessages.tooManyTokens : fileMessages.tooDeep(deepest);
      const rule = isTooMuch() ? 'yaml/too-large' : 'yaml/too-deep';
      remarks.add(rule, 'error', () => ({ ...saying, start: offset, end: offset + 1 }));
      return null;
    }
    const type: CST.TokenType | null = atScalar ? null : CST.tokenType(lexeme);
    atScalar = type === 'scalar';
    ignores?.see(type, offset, lexeme);
    switch (type) {
      case 'flow-map-start':
      case 'flow-seq-start':
        brackets += 1;
        break;
      case 'flow-map-end':
      case 'flow-seq-end':
        brackets = Math.max(0, brackets - 1);
        break;
      case 'flow-error-end':
        brackets = 0;
        break;
      case 'anchor':
      case 'tag':
      case 'alias':
      case 'directive-line':
      case 'block-scalar-header':
        marks.push({ type, offset, source: lexeme, inFlow: brackets > 0 });
        break;
    }
    for (const token of parser.next(lexeme)) {
      documents.push(...withoutStacks(() => [...composer.next(token)]));
      // Outside a document everything is an error, one for each token left.
      isLost ||= token.type === 'error';
    }
    if (isLost) break;
    // The composer hands a document out when it has the next: there are three, and the second is one too many.
    if (documents.length > 1) return done();
  }
  for (const token of parser.end()) documents.push(...withoutStacks(() => [...composer.next(token)]));
  documents.push(...composer.end(true, text.length));
  return done();
}

/** Where the first run of too many blank lines ends; null where there is none. */
function endOfBlankLines(text: string): number | null {
  const blanks = /\s*/y;
  // So long a run covers one of these offsets and begins behind the one before; few texts have a blank at any.
  for (let at = 0; at < text.length; at += mostBlankLines) {
    blanks.lastIndex = at;
    const after = blanks.exec(text)?.[0] ?? '';
    if (after === '') continue;
    const before = text.slice(Math.max(0, at - mostBlankLines), at);
    const run = before.slice(before.trimEnd().length) + after;
    at += after.length;
    if (run.split('\n').length > mostBlankLines) return at;
  }
  return null;
}

/** The library makes an error object for each fault; taking the stack for a hundred thousand of them takes seconds. */
function withoutStacks<T>(compose: () => T): T {
  const { stackTraceLimit } = Error;
  Error.stackTraceLimit = 0;
  try {
    return compose();
  } finally {
    Error.stackTraceLimit = stackTraceLimit;
  }
}

function errorsOf(documents: readonly YamlDocument[]): readonly YAMLParseError[] {
  return documents.flatMap((document) => document.errors);
}
