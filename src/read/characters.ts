// Finds the characters that no declaration may or should hold. Those that end in an error are looked for in the whole
// text, comments too, and hidden from the parser; the others only where they are printed, in values and keys.
import type { Level } from '../base/finding.js';
import { type CharacterMessage, characterMessages } from './character-messages.js';
import { messages } from './messages.js';
import { type SourceRange, sourceRangesOf } from './pieces.js';
import { isPlain } from './plain.js';
import type { Remarks } from './remarks.js';
import { type KeyEntry, piecesOfEntry, type Range, type ScalarEntry, type Tree } from './tree.js';

interface Kind {
  readonly rule: `yaml/${string}`;
  readonly level: Level;
  readonly test: RegExp;
  readonly message: CharacterMessage;
  /** What to put in its place; undefined where only a person knows. */
  readonly cure?: string;
}

const kinds: readonly Kind[] = [
  // A vertical tab (Word's line break), a form feed and U+0085 were line breaks: dropping them would join two words.
  { rule: 'yaml/control-character', level: 'error', test: /[\v\f\x85]/, message: 'lineBreak' },
  { rule: 'yaml/control-character', level: 'error', test: /(?![\t\n\r])\p{Cc}/u, message: 'control', cure: '' },
  { rule: 'yaml/lone-surrogate', level: 'error', test: /\p{Cs}/u, message: 'surrogate' },
  {
    rule: 'yaml/noncharacter',
    level: 'error',
    test: /\p{Noncharacter_Code_Point}/u,
    message: 'noncharacter',
    cure: '',
  },
  { rule: 'yaml/line-separator', level: 'error', test: /[\u2028\u2029]/, message: 'lineBreak' },
  { rule: 'yaml/bidi-control', level: 'error', test: /[\u202a-\u202e\u2066-\u2069]/, message: 'bidi', cure: '' },
  { rule: 'yaml/byte-order-mark', level: 'warning', test: /\ufeff/, message: 'byteOrderMark', cure: '' },
  { rule: 'yaml/zero-width', level: 'warning', test: /\p{Cf}/u, message: 'zeroWidth', cure: '' },
  { rule: 'yaml/no-break-space', level: 'warning', test: /[\u00a0\u2007\u202f]/, message: 'noBreakSpace', cure: ' ' },
  { rule: 'yaml/tab', level: 'warning', test: /\t/, message: 'tab', cure: ' ' },
  { rule: 'yaml/replacement-character', level: 'warning', test: /\ufffd/, message: 'replacement', cure: '' },
];

const refused = /(?![\t\n\r])\p{Cc}|[\p{Cs}\p{Noncharacter_Code_Point}\u2028\u2029\u202a-\u202e\u2066-\u2069]/gu;
const unwanted =
  /(?![\t\n\r])\p{Cc}|[\p{Cs}\p{Noncharacter_Code_Point}\u2028\u2029\u202a-\u202e\u2066-\u2069]|[\p{Cf}\u00a0\u2007\u202f\t\ufffd]/gu;
const unwantedInKey = /[\p{Cf}\u00a0\u2000-\u200a\u202f\u205f\u3000\t\n\ufffd]+/gu;

/** The text that the parser may see, as long as the given one: each refused character is U+FFFD, a lone CR a line break. */
export function withoutRefused(text: string, remarks: Remarks): string {
  let clean = text;
  if (clean.search(refused) >= 0) {
    for (const { 0: character, index } of text.matchAll(refused)) {
      const kind = kindOf(character);
      const end = index + character.length;
      remarks.add(kind.rule, kind.level, () => ({
        ...characterMessages[kind.message](character),
        start: index,
        end,
        ...(kind.cure !== undefined && { cure: { start: index, end, text: kind.cure } }),
      }));
    }
    clean = text.replace(refused, (character) => '\ufffd'.repeat(character.length));
  }
  const lone = /\r(?!\n)/g;
  const first = clean.search(lone);
  if (first >= 0) {
    remarks.add('yaml/carriage-return', 'error', () => ({
      ...messages.carriageReturn,
      start: first,
      end: first + 1,
    }));
    clean = clean.replace(lone, '\n');
  }
  return clean;
}

/** `original` is the text before anything was hidden from the parser. */
export function checkCharacters({ keys, scalars }: Tree, original: string, remarks: Remarks): void {
  if (!mayHoldUnwanted(original)) return;
  checkKeys(keys, original, remarks);
  checkValues(scalars, original, remarks);
}

function checkValues(scalars: readonly ScalarEntry[], original: string, remarks: Remarks): void {
  for (const scalar of scalars) {
    if (isPlain(scalar.text)) continue;
    const rangeOf = rangesIn(scalar);
    for (const { 0: character, index } of scalar.text.matchAll(unwanted)) {
      if (character === '\ufffd' && isHidden(rangeOf(index, index + 1), original)) continue;
      const kind = kindOf(character);
      remarks.add(kind.rule, kind.level, () => {
        const range = rangeOf(index, index + character.length);
        const { start, end } = range ?? scalar;
        return {
          ...characterMessages[kind.message](character),
          pointer: scalar.pointer,
          start,
          end,
          ...(range && kind.cure !== undefined && { cure: { start, end, text: kind.cure } }),
        };
      });
    }
  }
}

/** Most texts hold none, nor a backslash that may stand for one. */
function mayHoldUnwanted(text: string): boolean {
  return /[\\\t\u00a0\u2000-\u200a\u202f\u205f\u3000\ufffd\p{Cf}\p{Cs}]/u.test(text);
}

function rangesIn(entry: ScalarEntry): SourceRange {
  const pieces = piecesOfEntry(entry);
  return pieces ? sourceRangesOf(pieces) : () => null;
}

/** Whether U+FFFD stands there only because another character, told of already, was hidden from the parser. */
function isHidden(range: Range | null, original: string): boolean {
  return range !== null && !/[\ufffd\\]/.test(original.slice(range.start, range.end));
}

/** An unseen or wide space in a key makes it another key. Those that stand as indent are told of as indent. */
function checkKeys(keys: readonly KeyEntry[], original: string, remarks: Remarks): void {
  for (const key of keys) {
    if (key.text.includes('\n') || key.text.search(unwantedInKey) < 0) continue;
    const rangeOf = rangesIn(key);
    for (const { 0: characters, index } of key.text.matchAll(unwantedInKey)) {
      const range = rangeOf(index, index + characters.length);
      const { start, end } = range ?? key;
      if (remarks.explains(start) || original.slice(start, end).search(refused) >= 0) continue;
      remarks.add('yaml/key-character', 'error', () => ({
        ...messages.keyCharacter(characters),
        pointer: key.pointer,
        start,
        end,
        ...(range && { cure: { start, end, text: '' } }),
      }));
    }
  }
}

function kindOf(character: string): Kind {
  const kind = kinds.find(({ test }) => test.test(character));
  if (!kind) throw new RangeError(`no kind for U+${character.codePointAt(0)?.toString(16)}`);
  return kind;
}
