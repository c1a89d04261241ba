// Finds pairs that are none: a full-width colon, a colon without its space, a line that lost its key. The parser takes such
// a line for the beginning of the next key, so one slip makes it stumble for the rest of the pair.
import { messages } from './messages.js';
import { quoted } from './quoting.js';
import type { Remarks } from './remarks.js';
import type { KeyEntry } from './tree.js';

const wideColonAtEnd = /(?<![ \t])[ \t]*：[ \t]*$/;

export function checkPairs(keys: readonly KeyEntry[], text: string, remarks: Remarks): void {
  // Outer pairs come first: what a slip made of the inner ones needs no second word.
  for (const key of keys) {
    const swallowed = key.token?.type === 'scalar' && key.token.source.includes('\n');
    if (!remarks.explains(key.start)) checkPair(key, text, remarks);
    if (swallowed || key.kind !== 'text') remarks.explain(key.start, key.pairEnd);
    else if (!key.hasColon) remarks.explain(key.start, key.end);
  }
}

function checkPair(key: KeyEntry, text: string, remarks: Remarks): void {
  const { start, end, token } = key;
  if (key.kind !== 'text') {
    if (key.kind === 'collection')
      remarks.add('yaml/complex-key', 'error', () => ({ ...messages.complexKey, start, end }));
    return;
  }
  if (token?.type === 'scalar' && token.source.includes('\n')) {
    checkLinesBeforeKey(key, token.source, text, remarks);
  } else if (!key.hasColon) {
    checkLineWithoutColon(key, text, remarks);
  } else if (key.text === '') {
    const saying = token?.source ? messages.emptyQuotedKey : messages.noKey;
    remarks.add('yaml/empty-key', 'error', () => ({ ...saying, start, end: end + 1 }));
  } else {
    checkColonInKey(key, remarks);
  }
  if (key.first) {
    const { first } = key;
    remarks.add('yaml/duplicate-key', 'error', () => ({
      ...messages.duplicateKey(key.text),
      ...about(key),
      related: [first],
    }));
  }
}

function about({ pointer, start, end }: KeyEntry) {
  return { pointer, start, end };
}

/** All lines but the last were swallowed by the key that follows. */
function checkLinesBeforeKey(key: KeyEntry, source: string, text: string, remarks: Remarks): void {
  if (checkListOnKeyLine(key, text, remarks)) return;
  const lines = source.split('\n');
  const starts: number[] = [];
  let offset = key.start;
  for (const line of lines) {
    starts.push(offset + line.length - line.trimStart().length);
    offset += line.length + 1;
  }
  const before = lines.slice(0, -1).map((line, index) => ({ line: line.trim(), start: starts[index] ?? key.start }));
  const slips = before.map(({ line, start }) => checkLine(line, start, remarks));
  if (slips.includes(true)) return;

  const from = starts.at(-1) ?? key.start;
  if (columnOf(from, text) > columnOf(key.start, text) || textBefore(key.start, text).trim() !== '') {
    remarks.add('yaml/indent', 'error', () => ({ ...messages.deeperThanText, start: from, end: key.end }));
    return;
  }
  for (const { line, start } of before) {
    if (line === '') continue;
    remarks.add('yaml/missing-colon', 'error', () => ({ ...messages.missingColon, start, end: start + line.length }));
  }
}

function textBefore(offset: number, text: string): string {
  return text.slice(text.lastIndexOf('\n', offset - 1) + 1, offset);
}

function columnOf(offset: number, text: string): number {
  return textBefore(offset, text).length;
}

/** `政策依据: - 甲`: whether the key stands behind a dash on another key's line. */
function checkListOnKeyLine({ start }: KeyEntry, text: string, remarks: Remarks): boolean {
  const before = textBefore(start, text);
  if (!/:[ \t]+-[ \t]+$/.test(before)) return false;
  const dash = start - before.length + before.lastIndexOf('-');
  remarks.add('yaml/list-on-key-line', 'error', () => ({ ...messages.listOnKeyLine, start: dash, end: dash + 1 }));
  return true;
}

/** Whether the line holds the slip of a colon, and a remark on it. */
function checkLine(line: string, start: number, remarks: Remarks): boolean {
  const at = line.search(/[：:]/);
  const name = line.slice(0, at).trimEnd();
  if (at < 0 || name === '') return false;
  const value = line.slice(at + 1).trim();
  const safe = /^[\p{L}\p{N}≥≤（《“]/u.test(value) && !/:(?:\s|$)|\s#/.test(value);
  const text = value === '' ? `${name}:` : `${name}: ${safe ? value : quoted(value)}`;
  const wide = line.charAt(at) === '：';
  remarks.add(wide ? 'yaml/full-width-colon' : 'yaml/space-after-colon', 'error', () => ({
    ...(wide ? messages.wideColon(name) : messages.spaceAfterColon(name)),
    start: start + at,
    end: start + at + 1,
    cure: { start, end: start + line.length, text },
  }));
  return true;
}

/** A file that is one text: most likely every colon in it is full-width. */
export function checkTextAsPairs(source: string, offset: number, remarks: Remarks): void {
  let start = offset;
  for (const line of source.split('\n')) {
    const indent = line.length - line.trimStart().length;
    if (line.charAt(indent) !== '-') checkLine(line.trim(), start + indent, remarks);
    start += line.length + 1;
  }
}

function checkLineWithoutColon(key: KeyEntry, text: string, remarks: Remarks): void {
  if (checkListOnKeyLine(key, text, remarks)) return;
  const { start } = key;
  if (key.text === '') {
    remarks.add('yaml/indent', 'error', () => ({ ...messages.itemAmongKeys, start, end: start + 1 }));
  } else if (key.token?.type !== 'scalar' || !checkLine(key.text, start, remarks)) {
    remarks.add('yaml/missing-colon', 'error', () => ({ ...messages.missingColon, ...about(key) }));
  }
}

/** `名称：: x` has two colons. */
function checkColonInKey(key: KeyEntry, remarks: Remarks): void {
  const found = wideColonAtEnd.exec(key.text);
  if (!found || key.token?.type !== 'scalar') return;
  const range = { start: key.start + found.index, end: key.end };
  const saying = messages.wideColonBeforeColon;
  remarks.add('yaml/full-width-colon', 'error', () => ({
    ...saying,
    pointer: key.pointer,
    ...range,
    cure: { ...range, text: '' },
  }));
}
