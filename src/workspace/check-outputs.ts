// Says which documents in the folder of outputs are not what a build would make. Writes nothing.

import { outputOf } from './find.js';
import type { Job } from './job.js';
import { describeReasons, messages, type Reason } from './messages.js';
import { findOrphans } from './orphans.js';
import { type BuildReport, gatherFailures, type Stale } from './report.js';

export function checkOutputs(job: Job): BuildReport {
  const { chosen, formats, judge, out } = job;
  const stale: Stale[] = [];
  let unchanged = 0;
  for (const declaration of chosen.declarations) {
    const before = stale.length;
    for (const format of formats) {
      const reasons = judge(declaration, format);
      if (reasons.length === 0) continue;
      const output = outputOf(declaration.stem, format);
      const missing = reasons.includes('new') || job.stamps.digest(`${out}/${output}`) === null;
      stale.push({
        file: declaration.file,
        output,
        state: missing ? 'missing' : reasons.includes('edited') ? 'edited' : 'stale',
        reason: describeReasons(missing ? ['missing', ...reasons.filter(isChange)] : reasons),
      });
    }
    if (stale.length === before) unchanged += 1;
  }
  for (const { file, output, state } of job.full ? findOrphans(job) : []) {
    if (state !== 'gone') stale.push({ file, output, state: 'orphaned', reason: messages.orphaned(file) });
  }
  return {
    out,
    built: [],
    unchanged,
    failed: gatherFailures(chosen.refused),
    busy: [],
    removed: [],
    kept: [],
    stale,
    cached: null,
    warnings: job.warnings,
    interrupted: false,
  };
}

function isChange(reason: Reason): boolean {
  return reason !== 'missing' && reason !== 'new';
}
