// Makes a document again from the declaration that it says it was made from, by today's form and tool, to be held against it byte by byte.
import { type Finding, isError } from '../base/finding.js';
import type { Provenance } from '../intake/provenance/to-provenance.js';
import { checkSource, produce, type Seen } from '../pipeline.js';
import { sha256 } from './digest.js';
import type { DiskKits } from './kits.js';
import { documentDigest } from './make.js';

/** What of all that a document is made from is another one today; `form`: schema, theme, fonts or the date. */
export type OtherInput = 'template' | 'tool' | 'form';

export interface Rebuilt {
  /** The declaration as it can be compared; null where its text cannot be read or its form is not known. */
  readonly seen: Seen | null;
  /** Null where today nothing can be made of it. */
  readonly bytes: Uint8Array | null;
  /** Empty where a difference of bytes can only come from what became of the document. */
  readonly others: readonly OtherInput[];
  readonly findings: readonly Finding[];
}

export interface RebuildSettings {
  /** What it is called in findings. */
  readonly file: string;
  /** Of the folder; null where nobody knows it. */
  readonly year: string | null;
  /** SOURCE_DATE_EPOCH. */
  readonly epoch: number | null;
  /** Of the tool. */
  readonly version: string;
}

export async function rebuild(
  claims: Omit<Provenance, 'attachment'>,
  source: Uint8Array,
  { file, year, epoch, version }: RebuildSettings,
  kits: DiskKits,
): Promise<Rebuilt> {
  const checked = await checkSource(file, source, kits, year ?? claims.year);
  const { seen, findings } = checked;
  const inputs = seen && kits.inputsFor(seen.kit.form.title, null);
  if (!seen || !inputs) return { seen, bytes: null, others: [], findings };

  const { format, digest, created, template, tool } = claims;
  const origin = { source, digest: sha256(source), template: inputs.template, tool: version };
  const asMade = { year, epoch, draft: checked.findings.some(isError) };
  // The document does not say in so many words what its digest was taken over besides: what gives the same digest is it.
  const possible = [year, claims.year, null].flatMap((year) =>
    [epoch, created, null].flatMap((epoch) => [true, false].map((draft) => ({ year, epoch, draft }))),
  );
  const found = possible.find(
    ({ year, epoch, draft }) => documentDigest(origin.digest, year, { ...inputs, epoch, draft }, version) === digest,
  );
  const others = found ? [] : othersOf({ template, tool }, { template: inputs.template, tool: version });
  if (!checked.value) return { seen, bytes: null, others, findings };
  const made = await produce(checked.value, [format], { ...(found ?? asMade), digest, origin });
  return { seen, bytes: made.value?.[0]?.bytes ?? null, others, findings: [...findings, ...made.findings] };
}

/** Whether the document was made from this very declaration by today's form and tool. */
export function isProved({ bytes, others }: Rebuilt): boolean {
  return bytes !== null && others.length === 0;
}

type Named = Pick<Provenance, 'template' | 'tool'>;

function othersOf(then: Named, now: Named): readonly OtherInput[] {
  const named = (['template', 'tool'] as const).filter((part) => then[part] !== null && then[part] !== now[part]);
  return named.length > 0 ? named : ['form'];
}
