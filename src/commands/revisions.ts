// `shenbao diff --to docx`: writes Word files with revision marks and says which.
import { relative, sep } from 'node:path';
import type { Review } from '../review/review.js';
import { writeRevisions as write } from '../workspace/revisions.js';
import { words } from './diff-messages.js';
import { readEpoch } from './options.js';
import type { Surroundings, Terminal } from './terminal.js';

/** Whether all could be written. */
export async function writeRevisions(
  review: Review,
  out: string | null,
  { cwd, env }: Surroundings,
  { say, complain }: Terminal,
): Promise<boolean> {
  const revisions = await write(review, { cwd, out, epoch: readEpoch(env.SOURCE_DATE_EPOCH) });
  for (const { file, path, outcome, findings } of revisions) {
    const shown = relative(cwd, path).split(sep).join('/');
    if (outcome === 'written') complain(say(words.written(shown)));
    else if (outcome === 'busy') complain(say(words.notWritten(shown)));
    else complain(say(findings[0]?.message ?? words.noForm(file)));
  }
  if (revisions.length === 0) complain(say(words.noRevisions));
  return revisions.every(({ outcome }) => outcome === 'written');
}
