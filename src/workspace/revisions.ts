// Writes the Word files with revision marks of a review, beside the documents that a build writes.
import { basename, join, resolve } from 'node:path';
import type { Finding } from '../base/finding.js';
import { followItems } from '../review/follow-items.js';
import type { DeclarationReview, Review } from '../review/review.js';
import { printRevision } from '../review/revision.js';
import { sha256 } from './digest.js';
import { toDeclarationFile, workspaceAround } from './find.js';
import { writeWholeFile } from './write-whole-file.js';

export interface RevisionOptions {
  readonly cwd: string;
  /** Relative to `cwd`; null: out/ of the workspace, or `cwd` outside of one. */
  readonly out: string | null;
  /** Seconds since 1970 that the documents are dated with; null: 1 January of the year. */
  readonly epoch: number | null;
}

export interface Revision {
  /** Of the declaration. */
  readonly file: string;
  /** Absolute. */
  readonly path: string;
  readonly outcome: 'written' | 'busy' | 'unprintable';
  /** Why it cannot be printed. */
  readonly findings: readonly Finding[];
}

/** One for each declaration that is on both sides and changed. Throws a UserError where nothing can be written. */
export async function writeRevisions({ declarations }: Review, options: RevisionOptions): Promise<readonly Revision[]> {
  const { cwd, out, epoch } = options;
  const folder =
    out === null ? join(workspaceAround(cwd) ?? cwd, workspaceAround(cwd) ? 'out' : '') : resolve(cwd, out);
  const revisions: Revision[] = [];
  for (const declaration of declarations) {
    const { before, after, file, changes, items } = declaration;
    if (!before || !after || changes.length === 0) continue;
    const path = join(folder, `${stemOf(declaration)}.review.docx`);
    if (!before.checked || !after.checked) {
      revisions.push({ file, path, outcome: 'unprintable', findings: [] });
      continue;
    }
    const settings = { year: after.year, epoch, digest: sha256(before.bytes, after.bytes), draft: false };
    const printed = await printRevision(before.checked, after.checked, followItems(items), settings, before.year);
    if (!printed.value) {
      revisions.push({ file, path, outcome: 'unprintable', findings: printed.findings });
      continue;
    }
    const { outcome } = await writeWholeFile(path, printed.value);
    revisions.push({ file, path, outcome: outcome === 'busy' ? 'busy' : 'written', findings: [] });
  }
  return revisions;
}

/** As the documents of a build are called; of single files by their own name. */
function stemOf({ after, file }: DeclarationReview): string {
  const place = after?.place ?? '';
  if (place.startsWith('projects/')) return toDeclarationFile(place).stem;
  return (place === '' ? basename(file) : place).replace(/\.ya?ml$/i, '');
}
