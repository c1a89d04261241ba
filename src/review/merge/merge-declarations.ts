// Merges three versions of one declaration's file: reads and checks each, merges the texts by identity, and checks what comes out.
import { type Finding, isError } from '../../base/finding.js';
import { type CheckedSource, checkSource, type Kits, type Seen } from '../../pipeline.js';
import { decode } from '../../read/decode.js';
import { compareFindings } from '../compare-findings.js';
import { type Clash, clashesIn, decidedFor, type Marks, withMarks } from './clash.js';
import { mergeTexts } from './merge-texts.js';
import { withNotes } from './notes.js';
import { toBytes, toWritten, type Written, withBreaksOf } from './written.js';

const sides = ['ours', 'theirs', 'base'] as const;
export type Side = (typeof sides)[number];

export interface Merge {
  readonly bytes: Uint8Array;
  /** What both sides changed, each in another way; it stands between marks in the file. */
  readonly clashes: readonly Clash[];
  /** Errors of what was merged that neither side had; each is noted in the file. */
  readonly broken: readonly Finding[];
}

/** Why a file cannot be merged by identity. */
export type Refusal =
  | { readonly why: 'no-declaration' }
  | { readonly why: 'too-large' | 'has-marks' | 'two-forms' | 'not-understood' }
  | { readonly why: 'unreadable'; readonly side: Side; readonly finding: Finding };

export interface Versions extends Readonly<Record<Side, Uint8Array>> {
  readonly path: string;
  /** The year of the file's folder. */
  readonly year: string | null;
}

/** UTF-16 units, as many as rules are run on. Items are compared with one another: ten times as many would take most of a minute. */
const mostMerged = 200_000;

/** `base` is empty where the two have no ancestor. `marks` is asked for only where something clashes. */
export async function mergeDeclarations(
  versions: Versions,
  kits: Kits,
  marks: () => Promise<Marks>,
): Promise<Merge | Refusal> {
  const { path, year } = versions;
  const texts = readTexts(versions);
  if ('why' in texts) return texts;
  const check = (text: string) => checkSource(path, new TextEncoder().encode(text), kits, year);
  const checked = await checkSides(texts, check);
  if ('why' in checked) return checked;

  const { ours, theirs, base } = checked;
  const { lineBreak } = texts.ours;
  const pieces = mergeTexts(
    { base: base?.seen.parsed ?? null, ours: ours.seen.parsed, theirs: theirs.seen.parsed },
    ours.seen.kit.form.root,
    lineBreak,
  );
  if (!pieces) return { why: 'not-understood' };
  const clashes = clashesIn(pieces);
  if (clashes.length > 0) {
    const marked = withMarks(pieces, await marks(), lineBreak);
    return { bytes: toBytes(marked, { ...texts.ours, hasEnd: true }), clashes, broken: [] };
  }
  const text = decidedFor('ours', pieces);
  const merged = await check(text);
  const broken = newErrors([ours, theirs], merged);
  const noted = broken.length > 0 && merged.seen ? withNotes(merged.seen.parsed, broken, lineBreak) : text;
  const hasEnd = texts.ours.hasEnd === texts.base.hasEnd ? texts.theirs.hasEnd : texts.ours.hasEnd;
  return { bytes: toBytes(noted, { ...texts.ours, hasEnd }), clashes, broken };
}

/** All with the line breaks of ours. */
function readTexts(versions: Versions): Record<Side, Written> | Refusal {
  const texts: Partial<Record<Side, Written>> = {};
  for (const side of sides) {
    const { value, findings } = decode(versions.path, versions[side]);
    if (!value) return { why: 'unreadable', side, finding: findings[0] as Finding };
    const { text } = value;
    if (text.length > mostMerged) return { why: 'too-large' };
    if (/^(?:<{7,}|>{7,})(?: |$)/m.test(text)) return { why: 'has-marks' };
    // It ends a line in YAML, and nowhere else.
    if (/\r(?!\n)/.test(text)) return { why: 'not-understood' };
    texts[side] = toWritten(text, versions[side]);
  }
  const { ours, theirs, base } = texts as Record<Side, Written>;
  const alike = (other: Written) => ({ ...other, text: withBreaksOf(ours, other) });
  return { ours, theirs: alike(theirs), base: alike(base) };
}

interface CheckedSide extends CheckedSource {
  readonly seen: Seen;
}

interface CheckedSides {
  readonly ours: CheckedSide;
  readonly theirs: CheckedSide;
  readonly base: CheckedSide | null;
}

async function checkSides(
  texts: Readonly<Record<Side, Written>>,
  check: (text: string) => Promise<CheckedSource>,
): Promise<CheckedSides | Refusal> {
  const checked: Partial<Record<Side, CheckedSide>> = {};
  for (const side of sides) {
    const { text } = texts[side];
    if (side === 'base' && saysNothing(text)) continue;
    const source = await check(text);
    const { seen, findings } = source;
    if (!seen) {
      const finding = findings.find((one) => isError(one) && one.rule.startsWith('yaml/'));
      return finding ? { why: 'unreadable', side, finding } : { why: 'no-declaration' };
    }
    checked[side] = { ...source, seen };
  }
  const { ours, theirs, base = null } = checked as Partial<CheckedSides>;
  const form = ours?.seen.kit.form.title;
  const isOne = [theirs, base].every((one) => !one || one.seen.kit.form.title === form);
  return ours && theirs && isOne ? { ours, theirs, base } : { why: 'two-forms' };
}

/** Two that were written apart have an empty ancestor. */
function saysNothing(text: string): boolean {
  return text.split('\n').every((line) => /^\s*(?:#|$)/.test(line));
}

/** What is wrong on neither side, and is wrong of what became of both. */
function newErrors(before: readonly CheckedSource[], after: CheckedSource): readonly Finding[] {
  return before.reduce<readonly Finding[]>((left, { findings }) => {
    const { appeared } = compareFindings(findings, after.findings);
    return left.filter((finding) => appeared.includes(finding));
  }, after.findings.filter(isError));
}
