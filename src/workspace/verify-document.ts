// Says what became of one document since it was built. What it shows counts, not what it says of itself: the declaration that it names is
// printed again, and the two are held against each other.
import { readClaims } from '../intake/provenance/examine.js';
import type { Provenance } from '../intake/provenance/to-provenance.js';
import { checkSource } from '../pipeline.js';
import { stateOf } from '../review/review-declaration.js';
import { sha256 } from './digest.js';
import type { Origins, Standing } from './find-origin.js';
import { changesOf, type Held, holdAgainst, type Shown } from './hold-against.js';
import type { DiskKits } from './kits.js';
import { type PrintedAgain, printAgain } from './print-again.js';
import type { ReadFields } from './read-fields.js';
import { isProved, type Rebuilt } from './rebuild.js';
import type { Reason, Verified } from './verified.js';

export interface Verifier {
  readonly kits: DiskKits;
  readonly origins: Origins;
  /** SOURCE_DATE_EPOCH. */
  readonly epoch: number | null;
  /** Of the tool. */
  readonly version: string;
  readonly readFields: ReadFields;
}

type Said = Pick<Verified, 'verdict' | 'certain' | 'reasons'>;

const unreadable: Said = { verdict: 'unreadable', certain: true, reasons: [] };

/** `file` is what it is called; `bytes` may be anybody's: to be called where memory is watched. */
export async function verifyDocument(file: string, bytes: Uint8Array, verifier: Verifier): Promise<Verified> {
  const { value: read, findings } = await readClaims(bytes);
  const none = { file, certain: false, claims: null, declaration: null, edits: null, since: null, findings };
  if (!read) return { ...none, ...unreadable };
  if (!read.provenance) return { ...none, verdict: 'foreign', reasons: ['no-marks'] };
  const { provenance } = read;
  const { attachment: _, ...claims } = provenance;
  const { source: named } = claims;
  if (named === null) return { ...none, claims, verdict: 'foreign', reasons: ['no-source'] };

  const { origins, kits, readFields } = verifier;
  const { inWorkspace } = origins;
  const shown: Shown = { bytes, format: claims.format };
  const today = await origins.today(claims, file);
  const about = { ...none, claims, declaration: today?.file ?? null };
  const printed = await printAgain({ ...provenance, source: named }, today, verifier);
  if (!printed) return { ...about, verdict: 'foreign', reasons: [inWorkspace ? 'source-unknown' : 'no-workspace'] };

  const { found, known, source, rebuilt } = printed;
  const held = await holdAgainst(rebuilt, shown, readFields);
  const compared = { ...about, edits: held.edits, findings: held.findings };
  if (held.state === 'unreadable') return { ...compared, ...unreadable };
  // Nobody has the declaration as it was: what changed on which side cannot be told.
  if (!known) return { ...compared, verdict: 'other-version', reasons: ['source-unknown', ...held.reasons] };
  const marks = held.state === 'as-built' ? [] : await marksOf(provenance, source.bytes, rebuilt);
  const said = judgeDocument(held, printed, today, inWorkspace);
  const now = today && found !== 'today' ? (await checkSource(today.file, today.bytes, kits, today.year)).seen : null;
  return {
    ...compared,
    ...said,
    ...(marks.includes('marks-changed') ? { verdict: 'edited', certain: true } : {}),
    reasons: [...said.reasons, ...marks],
    since: now && rebuilt.seen ? { changes: changesOf(stateOf(rebuilt.seen), stateOf(now)), lines: [] } : null,
  };
}

/** What of its own word is not what was written into it; `template` and `tool` need not be today's unless all are. */
async function marksOf(
  { attachment, ...claims }: Provenance,
  source: Uint8Array,
  rebuilt: Rebuilt,
): Promise<readonly Reason[]> {
  const marks: Reason[] = [];
  const own = rebuilt.bytes && isProved(rebuilt) ? (await readClaims(rebuilt.bytes)).value?.provenance : null;
  const names = ['code', 'year', 'source', 'template', 'tool'] as const;
  // What is lost was not changed: programs keep some of it only.
  if (own && names.some((name) => claims[name] !== null && claims[name] !== own[name])) marks.push('marks-changed');
  if (claims.format === 'pdf' && !attachment) marks.push('attachment-lost');
  if (attachment && sha256(attachment) !== sha256(source)) marks.push('attachment-changed');
  return marks;
}

function judgeDocument(
  { state, certain, reasons }: Held,
  { found, rebuilt }: PrintedAgain,
  today: Standing | null,
  inWorkspace: boolean,
): Said {
  const { bytes, others } = rebuilt;
  const isUnknown = found === 'attached' && !today;
  const version: readonly Reason[] = [
    ...(found !== 'today' && today ? (['source-changed'] as const) : []),
    ...(found === 'once' && !today ? (['source-gone'] as const) : []),
    ...others.map((other) => `other-${other}` as const),
    ...(bytes === null ? (['source-faulty'] as const) : []),
  ];
  const origin: readonly Reason[] = [
    ...(found === 'attached' && !(today && isProved(rebuilt)) ? (['own-word'] as const) : []),
    ...(isUnknown && inWorkspace ? (['source-unknown'] as const) : []),
  ];
  const all = [...reasons, ...version, ...origin];
  if (state === 'edited') return { verdict: 'edited', certain, reasons: all };
  if (isUnknown && inWorkspace) return { verdict: 'foreign', certain: false, reasons: all };
  if (version.length > 0) return { verdict: 'other-version', certain: state === 'as-built', reasons: all };
  return { verdict: 'unchanged', certain: certain && !isUnknown, reasons: all };
}
