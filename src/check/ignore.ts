// Passes over the findings that a comment beside them asks for and gives a reason: `# shenbao-ignore 规则名 -- 理由`.
// What is wrong with such a comment is a finding itself, which no comment silences.
import type { Finding, Place } from '../base/finding.js';
import { nearest } from '../base/nearest.js';
import { placesOf } from '../base/place.js';
import type { IgnoreComment, Parsed } from '../read/parsed.js';
import { type Remarks, remarksOf } from '../read/remarks.js';
import type { Checked } from './check.js';
import type { Facts } from './facts.js';
import { readIgnore } from './ignore-comment.js';
import * as words from './ignore-messages.js';
import { ruleHeads } from './rule-set.js';
import { treeRules } from './tree-rules.js';

export interface Silenced {
  readonly findings: readonly Finding[];
  /** How many findings were passed over. */
  readonly suppressed: number;
  /** What only all declarations together can decide. */
  readonly pending: readonly PendingIgnore[];
}

/** Asks to pass over what a rule on the whole tree may find. */
export interface PendingIgnore {
  readonly rule: string;
  /** Of the rule's name in the comment. */
  readonly place: Place;
  /** Of the facts that the comment stands beside. */
  readonly pointers: readonly string[];
}

interface Entry {
  readonly rule: string;
  readonly line: number;
  readonly from: number;
  readonly to: number;
  isUsed: boolean;
}

const ofTree = new Set(treeRules.map(({ name }) => name));
const known = ruleHeads.map(({ name }) => name);
const isYaml = (name: string) => name.startsWith('yaml/');

/** `findings` are all of the file that `parsed` is; a text with an error of reading, which has no `Parsed`, has none passed over. */
export function silence(
  parsed: Parsed,
  findings: readonly Finding[],
  { isReviewed, facts }: Pick<Checked, 'isReviewed' | 'facts'>,
): Silenced {
  const { ignores, source } = parsed;
  if (ignores.length === 0) return { findings, suppressed: 0, pending: [] };
  const placeAt = placesOf(source.path, source.text);
  const remarks = remarksOf(placeAt);
  const entries = ignores.flatMap((comment) => entriesOf(comment, remarks));
  const byLine = new Map<string, Entry>();
  for (const entry of entries.toReversed()) byLine.set(`${entry.line} ${entry.rule}`, entry);

  const left = findings.filter((finding) => {
    const entry = linesOf(finding, parsed).flatMap((line) => byLine.get(`${line} ${finding.rule}`) ?? [])[0];
    if (entry) entry.isUsed = true;
    return !entry;
  });
  const pending: PendingIgnore[] = [];
  for (const entry of entries) {
    const { rule, line, from, to, isUsed } = entry;
    const pointers = ofTree.has(rule) && byLine.get(`${line} ${rule}`) === entry ? factsOn(line, facts, parsed) : [];
    if (pointers.length > 0) pending.push({ rule, place: placeAt(from, to), pointers });
    else if (!isUsed && (isReviewed || isYaml(rule))) {
      remarks.add('ignore/unused', 'warning', () => ({ ...words.unused(rule), start: from, end: to }));
    }
  }
  return { findings: [...left, ...remarks.findings()], suppressed: findings.length - left.length, pending };
}

/** What a comment can pass over; the rest is remarked on. */
function entriesOf(comment: IgnoreComment, remarks: Remarks): readonly Entry[] {
  const { names, reason } = readIgnore(comment);
  const whole = { start: comment.start, end: comment.start + comment.text.length };
  if (names.length === 0) remarks.add('ignore/unknown', 'warning', () => ({ ...words.noNames(), ...whole }));
  else if (reason === '') remarks.add('ignore/reason', 'warning', () => ({ ...words.noReason(), ...whole }));
  return names.flatMap(({ name, from, to }) => {
    const range = { start: from, end: to };
    if (known.includes(name) || isYaml(name)) {
      return reason === '' ? [] : [{ rule: name, line: comment.line, from, to, isUsed: false }];
    }
    if (name.includes('/')) remarks.add('ignore/refused', 'warning', () => ({ ...words.never(name), ...range }));
    else
      remarks.add('ignore/unknown', 'warning', () => ({ ...words.unknownName(name, nearest(name, known)), ...range }));
    return [];
  });
}

/** Where the finding begins, and the line of the key or item that it is about. */
function linesOf({ place, pointer }: Pick<Finding, 'place' | 'pointer'>, parsed: Parsed): readonly number[] {
  const lines = place ? [place.line] : [];
  return pointer ? [...lines, parsed.placeOf(pointer, 'key').line] : lines;
}

function factsOn(line: number, facts: Facts | null, parsed: Parsed): readonly string[] {
  return Object.values(facts?.by ?? {}).flatMap((fact) => (linesOf(fact, parsed).includes(line) ? [fact.pointer] : []));
}
