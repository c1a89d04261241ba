// Writes what a document says into a declaration that exists: what the document changed is spliced in, all else stays as it was written.
// It is a merge of three: what the declaration says, plainly written, is the ancestor of what the document says.
import type { Finding } from '../base/finding.js';
import { type Declaration, isMapping } from '../check/declaration.js';
import { findRole } from '../check/form.js';
import type { ImportedForm } from '../intake/import/to-declaration.js';
import { withExisting } from '../intake/import/with-existing.js';
import { writeYaml } from '../intake/import/write-yaml.js';
import { type CheckedSource, checkSource, type Kits, type Seen } from '../pipeline.js';
import type { Parsed } from '../read/parsed.js';
import { read } from '../read/read.js';
import { compare } from '../review/compare.js';
import { clashesIn, decidedFor, type Piece } from '../review/merge/clash.js';
import { layoutOf } from '../review/merge/layout.js';
import { mergeTexts } from '../review/merge/merge-texts.js';
import { commentsIn, commentsOf, minus } from '../review/merge/trivia.js';
import { toBytes, toWritten, withBreaksOf } from '../review/merge/written.js';
import type { DeclarationReview } from '../review/review.js';
import { reviewDeclaration } from '../review/review-declaration.js';
import type { DeclarationFile } from './find.js';
import { keepSpelling } from './keep-spelling.js';

export interface Updated {
  readonly bytes: Uint8Array;
  readonly review: DeclarationReview;
  /** What check says of it now. */
  readonly findings: readonly Finding[];
}

/** Why nothing was changed; `findings` say what is wrong with the existing file. */
export interface NotUpdated {
  readonly why: 'unreadable' | 'other-form' | 'other-project' | 'too-large' | 'not-understood';
  readonly findings: readonly Finding[];
}

/** Characters: eighty times a declaration. Items are compared with one another. */
const mostMerged = 1_000_000;

/** `bytes`: of the existing file. */
export async function updateDeclaration(
  { file, year }: DeclarationFile,
  bytes: Uint8Array,
  imported: ImportedForm,
  kits: Kits,
): Promise<Updated | NotUpdated> {
  const before = await checkSource(file, bytes, kits, year);
  if (!before.seen) return { why: 'unreadable', findings: before.findings };
  const { parsed, kit } = before.seen;
  if (kit.form.title !== imported.map.form.title) return { why: 'other-form', findings: [] };
  if (isOtherProject(before, imported)) return { why: 'other-project', findings: [] };
  if (Math.max(bytes.length, JSON.stringify(imported.value).length) > mostMerged)
    return { why: 'too-large', findings: [] };
  const existing = declarationIn(parsed);
  const said = withExisting(imported, existing, year);
  const value = keepSpelling(said, existing, { field: kit.form.root, list: null, inItem: false }) as Declaration;
  const merged = merge(before.seen, bytes, value, imported);
  const after = merged && (await checkSource(file, merged, kits, year));
  if (!merged || !after?.seen) return { why: 'not-understood', findings: [] };
  const { form } = kit;
  const { changes } = compare({ declaration: declarationIn(after.seen.parsed), form }, { declaration: value, form });
  if (changes.length > 0) return { why: 'not-understood', findings: [] };
  const sides = { before: readable(file, year, bytes, before), after: readable(file, year, merged, after) };
  return { bytes: merged, review: reviewDeclaration(sides), findings: after.findings };
}

/** Neither code nor name are the same. */
function isOtherProject({ facts }: CheckedSource, { map, value }: ImportedForm): boolean {
  const differs = (role: 'code' | 'name') => {
    const theirs = value[findRole(map.form, role)?.key ?? ''];
    return (
      typeof theirs === 'string' && theirs !== '' && facts?.by[role] !== undefined && facts.by[role].text !== theirs
    );
  };
  return differs('code') && differs('name');
}

function readable(file: string, year: string | null, bytes: Uint8Array, source: CheckedSource) {
  const { seen, value: checked, facts, findings, reckoning } = source;
  return { file, place: file, year, bytes, seen: seen as Seen, checked, facts, findings, reckoning };
}

/** Null where the file is written in a way that is not understood. */
function merge(
  { parsed, kit }: Seen,
  bytes: Uint8Array,
  value: Declaration,
  imported: ImportedForm,
): Uint8Array | null {
  const { path, text } = parsed.source;
  const { form } = kit;
  const written = toWritten(text, bytes);
  const plain = (declaration: Declaration, leftovers: ImportedForm['leftovers']) => {
    const yaml = writeYaml(declaration, form, { schema: null, leftovers, like: value });
    return parse(path, withBreaksOf(written, { ...written, text: yaml }));
  };
  const ours = parse(path, written.text);
  const versions = { base: plain(declarationIn(parsed), []), ours, theirs: plain(value, imported.leftovers) };
  const pieces = mergeTexts(versions, form.root, written.lineBreak);
  return pieces && toBytes(decide(pieces, ours, written.lineBreak), written);
}

/** The document has the last word; comments about what it took out stay where that stood. */
function decide(pieces: readonly Piece[], ours: Parsed, lineBreak: string): string {
  const decided = decidedFor('theirs', pieces);
  if (clashesIn(pieces).length === 0) return decided;
  const lost = minus(commentsOfAll(ours), commentsOfAll(parse(ours.source.path, decided)));
  const left = pieces.map((piece): Piece => {
    if (typeof piece === 'string') return piece;
    const margin = /^ */.exec(piece.ours)?.[0] ?? '';
    const comments = commentsIn(piece.ours).filter((comment) => lost.includes(comment));
    const kept = comments.map((comment) => margin + comment + lineBreak).join('');
    return { ...piece, theirs: kept + piece.theirs };
  });
  return decidedFor('theirs', left);
}

function commentsOfAll(parsed: Parsed): readonly string[] {
  const root = layoutOf(parsed);
  return root ? [...root.entries.flatMap(commentsOf), ...commentsIn(root.trailer)] : [];
}

function parse(path: string, text: string): Parsed {
  const { value } = read({ path, text });
  if (!value) throw new Error(`what was written does not read: ${path}`);
  return value;
}

function declarationIn({ value }: Parsed): Declaration {
  return isMapping(value) ? value : {};
}
