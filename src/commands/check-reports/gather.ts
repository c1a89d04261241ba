// Puts what a check found together with what the formats look up: the texts of files, and what rules say of themselves.
import { existsSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import type { CheckReport } from '../../workspace/check-all.js';
import { toolVersion } from '../../workspace/package.js';
import { readForms } from '../../workspace/schemas.js';
import { openTexts } from '../texts.js';
import { countLevels, type Report } from './report.js';

/** `root` is the workspace, absolute; `texts` stand in for files on the disk. */
export async function gatherReport(
  root: string,
  checked: CheckReport,
  texts: ReadonlyMap<string, Uint8Array>,
): Promise<Report> {
  const findings = checked.findings.flatMap((one) => one.findings);
  const textOf = openTexts(root, texts);
  return {
    files: checked.findings.filter((one) => one.findings.length > 0),
    summary: {
      files: checked.files,
      cached: checked.cached,
      suppressed: checked.suppressed,
      ...countLevels(findings),
      curable: findings.filter(({ cure }) => cure !== undefined).length,
    },
    reckonings: checked.reckonings,
    version: toolVersion(),
    prefix: prefixIn(root),
    textOf,
    whyOf: findings.length === 0 ? () => null : await openWhysOf(root, textOf),
  };
}

/** Loads every rule, for which a clean report has no use. */
async function openWhysOf(root: string, textOf: Report['textOf']): Promise<Report['whyOf']> {
  const { openWhys } = await import('../rule-book.js');
  return openWhys(() => [...readForms(root).values()].map(({ form }) => form), textOf);
}

/** The repository's services name files from its top. */
function prefixIn(root: string): string {
  for (let folder = root; ; folder = dirname(folder)) {
    if (existsSync(join(folder, '.git'))) {
      const path = relative(folder, root).split(sep).join('/');
      return path === '' ? '' : `${path}/`;
    }
    if (dirname(folder) === folder) return '';
  }
}
