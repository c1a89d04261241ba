// Finds the declaration that a document was made from and prints it again. Which it names can be forged; what its digest is taken over cannot.
import type { Provenance } from '../intake/provenance/to-provenance.js';
import { sha256 } from './digest.js';
import type { Standing } from './find-origin.js';
import { isProved, type Rebuilt, rebuild } from './rebuild.js';
import type { Verifier } from './verify-document.js';

export interface PrintedAgain {
  /** The declaration as it stands, as it stood once, or as the document alone has it. */
  readonly found: 'today' | 'once' | 'attached';
  readonly source: Source;
  /** Whether it is the one that the document names, or gives its digest; else it is only what it is called. */
  readonly known: boolean;
  readonly rebuilt: Rebuilt;
}

type Source = Pick<Standing, 'file' | 'bytes'> & { readonly year: string | null };

/** `claims` name their source. Null where there is no declaration to print. */
export async function printAgain(
  { attachment, ...claims }: Provenance & { readonly source: string },
  today: Standing | null,
  { origins, kits, epoch, version }: Verifier,
): Promise<PrintedAgain | null> {
  const isNamed = (bytes: Uint8Array | null) => bytes !== null && sha256(bytes) === claims.source;
  const before = today && isNamed(today.bytes) ? null : await origins.once(claims.source, today);
  const copy = attachment && isNamed(attachment) ? attachment : null;
  const candidates: readonly Omit<PrintedAgain, 'known' | 'rebuilt'>[] = [
    ...(before ? [{ found: 'once', source: before } as const] : []),
    ...(copy && !before && !isNamed(today?.bytes ?? null)
      ? [{ found: 'attached', source: { file: 'declaration.yaml', year: null, ...today, bytes: copy } } as const]
      : []),
    ...(today ? [{ found: 'today', source: today } as const] : []),
  ];
  let first: PrintedAgain | null = null;
  for (const candidate of candidates) {
    const { file, year, bytes } = candidate.source;
    const rebuilt = await rebuild(claims, bytes, { file, year, epoch, version }, kits);
    if (isProved(rebuilt)) return { ...candidate, known: true, rebuilt };
    first ??= { ...candidate, known: isNamed(bytes), rebuilt };
  }
  return first;
}
