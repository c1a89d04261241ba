// Turns the `yaml` library's errors into our own words. Its codes are coarse, so its English messages decide as well.
import type { YAMLParseError } from 'yaml';
import type { Said } from '../base/finding.js';
import { fileMessages } from './file-messages.js';
import { messages } from './messages.js';
import { quoted, quoteRest, restOfLine } from './quoting.js';
import type { Remark, Remarks } from './remarks.js';
import type { ScalarEntry, Tree } from './tree.js';

/** So many are looked at; the rest of a file with more is counted. */
const mostErrors = 1000;

interface Context {
  readonly text: string;
  /** The scalar or key that begins or ends at an offset. */
  readonly startingAt: ReadonlyMap<number, ScalarEntry>;
  readonly endingAt: ReadonlyMap<number, ScalarEntry>;
}

interface Explanation {
  readonly rule: `yaml/${string}`;
  readonly remark: Remark;
}

/** Errors on lines that a remark already explains are left out, and everything after the parser lost its way. */
export function checkParserErrors(errors: readonly YAMLParseError[], tree: Tree, text: string, remarks: Remarks): void {
  if (errors.length === 0) return;
  const entries: readonly ScalarEntry[] = [...tree.scalars, ...tree.keys].filter(({ token }) => token?.source);
  const context: Context = {
    text,
    startingAt: new Map(entries.map((entry) => [entry.start, entry])),
    endingAt: new Map(entries.map((entry) => [entry.end, entry])),
  };
  const inOrder = errors.toSorted((a, b) => a.pos[0] - b.pos[0]);
  for (const error of inOrder.slice(0, mostErrors)) {
    const lost = isLost(error);
    if (!remarks.explains(error.pos[0])) {
      const { rule, remark } = explanation(error, context);
      remarks.explain(remark.start, remark.start);
      remarks.explain(error.pos[0], error.pos[0]);
      remarks.add(rule, 'error', () => remark);
    }
    if (lost) return;
  }
  for (const { pos } of inOrder.slice(mostErrors)) {
    remarks.add('yaml/syntax', 'error', () => ({ ...messages.syntax, start: pos[0], end: pos[1] }));
  }
}

/** Everything after such an error is discarded by the parser, one error a token. */
export function isLost(error: YAMLParseError): boolean {
  return error.message.includes('in YAML stream');
}

function explanation(error: YAMLParseError, context: Context): Explanation {
  const [start, end] = error.pos;
  const here = (saying: Said): Remark => ({ ...saying, start, end });
  switch (error.code) {
    case 'BAD_SCALAR_START':
      return badStart(start, context);
    case 'BAD_DQ_ESCAPE': {
      const raw = context.text.slice(start, start + 2);
      const cure = { start, end: start + 1, text: '\\\\' };
      return { rule: 'yaml/escape', remark: { ...messages.escape(raw), start, end: start + raw.length, cure } };
    }
    case 'BLOCK_AS_IMPLICIT_KEY':
      return error.message.startsWith('Nested')
        ? colonInValue(start, context)
        : { rule: 'yaml/indent', remark: here(messages.indent) };
    case 'BAD_INDENT':
      return /end with a/.test(error.message)
        ? unclosedBracket(start, context)
        : { rule: 'yaml/indent', remark: { ...messages.indent, ...wordFrom(start, context) } };
    case 'BLOCK_IN_FLOW':
      return { rule: 'yaml/brackets', remark: here(messages.brackets) };
    case 'KEY_OVER_1024_CHARS':
      return { rule: 'yaml/long-key', remark: here(messages.longKey) };
    case 'MULTILINE_IMPLICIT_KEY':
      return { rule: 'yaml/indent', remark: here(messages.indent) };
    case 'TAB_AS_INDENT':
      return { rule: 'yaml/tab-indent', remark: here(messages.tabIndent) };
    case 'RESOURCE_EXHAUSTION':
      return { rule: 'yaml/too-deep', remark: here(fileMessages.tooDeepForParser) };
    case 'MISSING_CHAR':
      return missingCharacter(error, context);
    case 'UNEXPECTED_TOKEN':
      return unexpected(error, context);
    default:
      return { rule: 'yaml/syntax', remark: here(messages.syntax) };
  }
}

function badStart(start: number, { text, startingAt }: Context): Explanation {
  const scalar = startingAt.get(start);
  const end = start + restOfLine(text, start).length;
  const oneLine = !scalar?.token?.source.includes('\n');
  return {
    rule: 'yaml/special-character',
    remark: {
      ...messages.valueBeginsWith(text.charAt(start)),
      pointer: scalar?.pointer,
      start,
      end,
      cure: oneLine ? quoteRest(text, start) : undefined,
    },
  };
}

/** `说明: 注: 内容`: the second colon makes a mapping of the value. */
function colonInValue(start: number, { text }: Context): Explanation {
  const value = restOfLine(text, start);
  const colon = start + Math.max(0, value.search(/:(?:\s|$)/));
  const cure = { start, end: start + value.length, text: quoted(value) };
  return { rule: 'yaml/colon-in-value', remark: { ...messages.colonInValue, start: colon, end: colon + 1, cure } };
}

function missingCharacter(error: YAMLParseError, context: Context): Explanation {
  const [start, end] = error.pos;
  if (/closing/.test(error.message)) {
    const from = context.endingAt.get(start)?.start ?? start;
    const to = from + restOfLine(context.text, from).length;
    return { rule: 'yaml/unclosed-quote', remark: { ...messages.unclosedQuote, start: from, end: to } };
  }
  if (/must end with/.test(error.message)) {
    return unclosedBracket(start, context);
  }
  if (/^Comments/.test(error.message)) return textAfter(start, context);
  if (/flow/.test(error.message)) return { rule: 'yaml/brackets', remark: { ...messages.brackets, start, end } };
  return { rule: 'yaml/indent', remark: { ...messages.indent, start, end } };
}

/** The error stands where the text ended; the bracket that was opened last before is the one. */
function unclosedBracket(end: number, { text }: Context): Explanation {
  const start = Math.max(0, text.lastIndexOf('[', end - 1), text.lastIndexOf('{', end - 1));
  return { rule: 'yaml/unclosed-bracket', remark: { ...messages.unclosedBracket, start, end: start + 1 } };
}

/** The first word at or behind an offset: an error of indent is told of at the key or dash, not at the spaces. */
function wordFrom(offset: number, { text }: Context): { start: number; end: number } {
  const start = offset + (/^\s*/.exec(text.slice(offset, offset + 1000))?.[0].length ?? 0);
  return { start, end: start + (/^[^\s:]*/.exec(text.slice(start, start + 100))?.[0].length ?? 0) };
}

function unexpected(error: YAMLParseError, context: Context): Explanation {
  const [start, end] = error.pos;
  if (/node end|Unexpected scalar token/.test(error.message)) return textAfter(start, context);
  if (/[\]}]/.test(context.text.charAt(start))) return badStart(start, context);
  if (/flow/.test(error.message)) return { rule: 'yaml/brackets', remark: { ...messages.brackets, start, end } };
  const saying = isLost(error) ? messages.lost : messages.syntax;
  return { rule: 'yaml/syntax', remark: { ...saying, start, end } };
}

/** `"夏日"（18万）` or `[2024]1号`: the value ended with its quote or bracket, and goes on. */
function textAfter(start: number, { text, endingAt }: Context): Explanation {
  let before = start;
  while (/[ \t]/.test(text.charAt(before - 1))) before -= 1;
  const end = start + Math.max(1, restOfLine(text, start).length);
  const closing = text.charAt(before - 1);
  if (/["']/.test(closing)) {
    const from = endingAt.get(before)?.start;
    const cure = from === undefined ? undefined : quoteRest(text, from);
    return { rule: 'yaml/text-after-quote', remark: { ...messages.textAfterQuote, start, end, cure } };
  }
  if (/[\]}]/.test(closing)) {
    const lineStart = text.lastIndexOf('\n', before - 1) + 1;
    const opening = /(?:^|[:-])[ \t]+(?=[[{])/.exec(text.slice(lineStart, before));
    const cure = opening ? quoteRest(text, lineStart + opening.index + opening[0].length) : undefined;
    return { rule: 'yaml/text-after-bracket', remark: { ...messages.textAfterBracket, start, end, cure } };
  }
  return { rule: 'yaml/syntax', remark: { ...messages.syntax, start, end } };
}
