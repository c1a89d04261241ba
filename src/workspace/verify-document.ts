// Says what became of one document since it was built. What it shows counts, not what it says of itself: the declaration that it names is
// printed again, and the two are held against each other.
import { readClaims } from '../intake/provenance/examine.js';
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

type Said = Pick<Verified, 'verdict' | 'certain' | 'reasons'>;

const unreadable: Said = { verdict: 'unreadable', certain: true, reasons: [] };

/** `file` is what it is called; `bytes` may be anybody's: to be called where memory is watched. */
export async function verifyDocument(file: string, bytes: Uint8Array, verifier: Verifier): Promise<Verified> {
  const { value: read, findings } = await readClaims(bytes);
  const none = { file, certain: false, claims: null, declaration: null, edits: null, since: null, findings };
  if (!read) return { ...none, ...unreadable };
  if (!read.provenance) return { ...none, verdict: 'foreign', reasons: ['no-marks'] };
  const { attachment, ...claims } = read.provenance;
  if (claims.source === null) return { ...none, claims, verdict: 'foreign', reasons: ['no-source'] };

  const { origins, kits, epoch, version, readFields } = verifier;
  const shown: Shown = { bytes, format: claims.format };
  const today = await origins.today(claims, file);
  const about = { ...none, claims, declaration: today?.file ?? null };
  const attached = attachment && sha256(attachment) === claims.source ? attachment : null;
  const isToday = today !== null && sha256(today.bytes) === claims.source;
  const known = isToday ? today : await origins.once(claims.source, today);
  // Nobody else has the declaration as it was: what changed on which side cannot be told.
  const source = known ?? copyOf(attached, today) ?? today;
  if (!source) return { ...about, verdict: 'foreign', reasons: ['source-unknown'] };

  const settings = { file: source.file, year: source.year, epoch, version };
  const rebuilt = await rebuild(claims, source.bytes, settings, kits);
  const held = await holdAgainst(rebuilt, shown, readFields);
  const compared = { ...about, edits: held.edits, findings: held.findings };
  if (held.state === 'unreadable') return { ...compared, ...unreadable };
  if (!known && !attached) {
    return { ...compared, verdict: 'other-version', reasons: ['source-unknown', ...held.reasons] };
  }
  const now = today && !isToday ? (await checkSource(today.file, today.bytes, kits, today.year)).seen : null;
  const found = isToday ? 'today' : known ? 'once' : 'attached';
  const { reasons, ...said } = judgeDocument(held, rebuilt, found, today, origins.inWorkspace);
  const ofAttachment = claims.format === 'pdf' && held.state !== 'as-built' && !attached;
  return {
    ...compared,
    ...said,
    reasons: ofAttachment ? [...reasons, attachment ? 'attachment-changed' : 'attachment-lost'] : reasons,
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
  const isUnknown = found === 'attached' && !today;
  const version: readonly Reason[] = [
    ...(found !== 'today' && today ? (['source-changed'] as const) : []),
    ...(found === 'once' && !today ? (['source-gone'] as const) : []),
    ...others.map((other) => `other-${other}` as const),
    ...(bytes === null ? (['source-faulty'] as const) : []),
  ];
  const origin: readonly Reason[] = isUnknown ? (inWorkspace ? ['own-word', 'source-unknown'] : ['own-word']) : [];
  const all = [...reasons, ...version, ...origin];
  if (state === 'edited') return { verdict: 'edited', certain, reasons: all };
  if (isUnknown && inWorkspace) return { verdict: 'foreign', certain: false, reasons: all };
  if (version.length > 0) return { verdict: 'other-version', certain: state === 'as-built', reasons: all };
  return { verdict: 'unchanged', certain: certain && !isUnknown, reasons: all };
}
