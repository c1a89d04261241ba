// Says what became of one document since it was built. What it shows counts, not what it says of itself: the declaration that it names is
// printed again, and the two are held against each other.
import { examine } from '../intake/provenance/examine.js';
import { checkSource } from '../pipeline.js';
import { stateOf } from '../review/review-declaration.js';
import { sha256 } from './digest.js';
import type { Origins, Standing } from './find-origin.js';
import { changesOf, type Held, holdAgainst, type Shown } from './hold-against.js';
import type { DiskKits } from './kits.js';
import type { ReadFields } from './read-fields.js';
import { type Rebuilt, rebuild } from './rebuild.js';
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

/** Where the declaration that a document was made from was found: as it stands, as it stood once, or in the document alone. */
type Found = 'today' | 'once' | 'attached';

type Claims = NonNullable<Verified['claims']>;
type Said = Pick<Verified, 'verdict' | 'certain' | 'reasons'>;

/** `file` is what it is called; `bytes` may be anybody's: to be called where memory is watched. */
export async function verifyDocument(file: string, bytes: Uint8Array, verifier: Verifier): Promise<Verified> {
  const { value: read, findings } = await examine(bytes);
  const none = { file, certain: false, claims: null, declaration: null, edits: null, since: null, findings };
  if (!read) return { ...none, certain: true, verdict: 'unreadable', reasons: [] };
  if (!read.provenance) return { ...none, verdict: 'foreign', reasons: ['no-marks'] };
  const { attachment, ...claims } = read.provenance;
  if (claims.source === null) return { ...none, claims, verdict: 'foreign', reasons: ['no-source'] };

  const { origins, kits, epoch, version, readFields } = verifier;
  const shown: Shown = { bytes, format: claims.format, lines: read.lines };
  const today = await origins.today(claims, file);
  const about = { ...none, claims, declaration: today?.file ?? null };
  const attached = attachment && sha256(attachment) === claims.source ? attachment : null;
  const isToday = today !== null && sha256(today.bytes) === claims.source;
  const source = isToday ? today : ((await origins.once(claims.source, today)) ?? copyOf(attached, today));
  if (!source) return { ...about, ...(await againstToday(claims, shown, today, verifier)) };

  const settings = { file: source.file, year: source.year, epoch, version };
  const rebuilt = await rebuild(claims, source.bytes, settings, kits);
  const held = await holdAgainst(rebuilt, shown, readFields);
  const now = today && !isToday ? (await checkSource(today.file, today.bytes, kits, today.year)).seen : null;
  const found = isToday ? 'today' : source.bytes === attached ? 'attached' : 'once';
  const said = judgeDocument(held, rebuilt, found, today, origins.inWorkspace);
  const reasons = claims.format === 'pdf' && held.state !== 'as-built' ? attachmentReasons(attachment, attached) : [];
  return {
    ...about,
    ...said,
    reasons: [...said.reasons, ...reasons],
    edits: held.edits,
    since: now && rebuilt.seen ? { changes: changesOf(stateOf(rebuilt.seen), stateOf(now)), lines: [] } : null,
  };
}

function copyOf(attached: Uint8Array | null, today: Standing | null) {
  return attached && { file: today?.file ?? 'declaration.yaml', year: today?.year ?? null, bytes: attached };
}

function judgeDocument(
  { state, certain, reasons }: Held,
  { bytes, others }: Rebuilt,
  found: Found,
  today: Standing | null,
  inWorkspace: boolean,
): Said {
  const version: readonly Reason[] = [
    ...(found !== 'today' && today ? (['source-changed'] as const) : []),
    ...(found === 'once' && !today ? (['source-gone'] as const) : []),
    ...others.map((other) => `other-${other}` as const),
    ...(bytes === null ? (['source-faulty'] as const) : []),
  ];
  const isUnknown = found === 'attached' && !today;
  const all = [...reasons, ...version, ...(isUnknown ? (['own-word'] as const) : [])];
  if (state === 'edited') return { verdict: 'edited', certain, reasons: all };
  if (isUnknown && inWorkspace) return { verdict: 'foreign', certain: false, reasons: [...all, 'source-unknown'] };
  if (version.length > 0) return { verdict: 'other-version', certain: state === 'as-built', reasons: all };
  return { verdict: 'unchanged', certain: certain && !isUnknown, reasons: all };
}

/** Nobody has the declaration as it was: it is held against today's, and what changed on which side cannot be told. */
async function againstToday(
  claims: Claims,
  shown: Shown,
  today: Standing | null,
  { kits, epoch, version, readFields }: Verifier,
): Promise<Said & Pick<Verified, 'edits'>> {
  if (!today) return { verdict: 'foreign', certain: false, reasons: ['source-unknown'], edits: null };
  const rebuilt = await rebuild(claims, today.bytes, { file: today.file, year: today.year, epoch, version }, kits);
  const { reasons, edits } = await holdAgainst(rebuilt, shown, readFields);
  return { verdict: 'other-version', certain: false, reasons: ['source-unknown', ...reasons], edits };
}

function attachmentReasons(attachment: Uint8Array | null, attached: Uint8Array | null): readonly Reason[] {
  return attached ? [] : [attachment ? 'attachment-changed' : 'attachment-lost'];
}
