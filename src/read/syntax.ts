// Turns text into the `yaml` library's documents, token by token, so that a text of brackets or of millions of items is
// given up early. The marks kept on the way (anchors, tags …) are those that the composed nodes no longer place.
import { Composer, CST, type Document, Lexer, type ParsedNode, Parser, type YAMLParseError } from 'yaml';
import { fileMessages } from './file-messages.js';
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
}

/** Null, with a remark, for a text that is too deep or too much. */
export function parseSyntax(text: string, remarks: Remarks): Syntax | null {
  for (const { 0: blank, index } of text.matchAll(/(?<!\s)\s{1000,}/g)) {
    if (blank.split('\n').length <= mostBlankLines) continue;
    const start = index + blank.length;
    remarks.add('yaml/too-large', 'error', () => ({ ...fileMessages.tooManyBlankLines, start, end: start }));
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
  let tokens = 0;
  let brackets = 0;
  let atScalar = false;
  let isLost = false;
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
    if (documents.length > 1) return { documents, errors: errorsOf(documents), marks };
  }
  for (const token of parser.end()) documents.push(...withoutStacks(() => [...composer.next(token)]));
  documents.push(...composer.end(true, text.length));
  return { documents, errors: errorsOf(documents), marks };
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
