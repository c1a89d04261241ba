// What a build says it did: data only, printed by the command.
import type { Finding, Words } from '../base/finding.js';
import { byFile } from './find.js';
import type { Reason } from './messages.js';

/** Paths of declarations are relative to the workspace, those of outputs to the folder of outputs; both with `/`. */
export interface BuildReport {
  /** Absolute. */
  readonly out: string;
  readonly built: readonly Built[];
  readonly unchanged: number;
  readonly failed: readonly Failed[];
  /** Documents that another program holds open; their old content stays until the next build. */
  readonly busy: readonly Document[];
  /** Orphans that were deleted. */
  readonly removed: readonly string[];
  /** Orphans that were edited by hand and therefore stay. */
  readonly kept: readonly string[];
  /** Documents that are not what a build would make: under `check` all of them, else those that failed declarations left behind. */
  readonly stale: readonly Stale[];
  /** Of the built declarations those whose documents were all copied from the cache; null where no cache was given. */
  readonly cached: number | null;
  readonly warnings: readonly Words[];
  readonly interrupted: boolean;
}

export interface Built {
  readonly file: string;
  readonly outputs: readonly string[];
  readonly reasons: readonly Reason[];
  readonly reason: Words;
  /** Warnings and hints, of those of rules apart; with the errors of a draft. */
  readonly findings: readonly Finding[];
  /** How many warnings and hints of rules there are. */
  readonly remarks: number;
  /** It breaks rules, and each page says that it is a draft. */
  readonly draft: boolean;
}

/** A declaration with errors, or a schema, template or theme whose errors keep `blocks` from being built. */
export interface Failed {
  readonly file: string;
  readonly findings: readonly Finding[];
  readonly blocks?: readonly string[];
}

export interface Document {
  readonly file: string;
  readonly output: string;
}

export interface Stale extends Document {
  readonly state: 'missing' | 'stale' | 'edited' | 'orphaned';
  readonly reason: Words;
}

/**
 * Gathers failures by the file that is to be mended: what ten thousand declarations say of their template is said once, with the
 * declarations it holds up. The order they come in, which threads and shards vary, makes no difference.
 */
export function gatherFailures(failures: readonly Failed[]): readonly Failed[] {
  const own: Failed[] = [];
  const shared = new Map<string, { findings: readonly Finding[]; blocks: string[] }>();
  for (const { file, findings } of [...failures].sort(byFile)) {
    const elsewhere = findings.filter(({ place, level }) => level === 'error' && place && place.file !== file);
    const here = findings.filter((finding) => !elsewhere.includes(finding));
    if (elsewhere.length === 0 || here.some(({ level }) => level === 'error')) own.push({ file, findings: here });
    for (const culprit of new Set(elsewhere.map(({ place }) => place?.file ?? file))) {
      const entry = shared.get(culprit) ?? { findings: [], blocks: [] };
      const about = elsewhere.filter(({ place }) => place?.file === culprit);
      const known = new Set(entry.findings.map(keyOf));
      entry.findings = [...entry.findings, ...about.filter((finding) => !known.has(keyOf(finding)))];
      entry.blocks.push(file);
      shared.set(culprit, entry);
    }
  }
  const all = [
    ...own,
    ...[...shared].map(([file, { findings, blocks }]) => ({ file, findings, blocks: blocks.sort() })),
  ];
  return all.sort(byFile);
}

function keyOf({ rule, place, message }: Finding): string {
  return `${rule} ${place?.start} ${message.zh}`;
}
