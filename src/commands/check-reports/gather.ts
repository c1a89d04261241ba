// Puts what a check found together with what the formats look up: the texts of files, and what rules say of themselves.
import { existsSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import type { CheckReport } from '../../workspace/check-all.js';
import { toolVersion } from '../../workspace/package.js';
import { readForms } from '../../workspace/schemas.js';
import { openWhys } from '../rule-book.js';
import { openTexts } from '../texts.js';
import { countLevels, type Reckoning, type Report } from './report.js';

export interface Additions {
  readonly reckonings?: readonly Reckoning[];
  /** Texts that are not on the disk, by file: what an editor hands over. */
  readonly texts?: ReadonlyMap<string, string>;
}

/** `root` is the workspace, absolute. */
export function gatherReport(root: string, checked: CheckReport, additions: Additions = {}): Report {
  const findings = checked.findings.flatMap((one) => one.findings);
  const textOf = openTexts(root, additions.texts);
  return {
    files: checked.findings.filter((one) => one.findings.length > 0),
    summary: {
      files: checked.files,
      cached: checked.cached,
      suppressed: checked.suppressed,
      ...countLevels(findings),
      curable: findings.filter(({ cure }) => cure !== undefined).length,
    },
    reckonings: additions.reckonings ?? [],
    version: toolVersion(),
    prefix: prefixIn(root),
    textOf,
    whyOf: openWhys(() => [...readForms(root).values()].map(({ form }) => form), textOf),
  };
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
