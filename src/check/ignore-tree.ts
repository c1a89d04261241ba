// Passes over what rules on the whole tree found where a comment asks for it. Loads no rule: a check of an unchanged tree needs none.
import type { Finding } from '../base/finding.js';
import type { PendingIgnore, Silenced } from './ignore.js';
import * as words from './ignore-messages.js';

/** What rules on the whole tree found in a file, once its own comments had their say. */
export function silenceTree(
  findings: readonly Finding[],
  pending: readonly PendingIgnore[],
): Pick<Silenced, 'findings' | 'suppressed'> {
  const used = new Set<PendingIgnore>();
  const left = findings.filter(({ rule, pointer = '' }) => {
    const by = pending.find((one) => one.rule === rule && one.pointers.includes(pointer));
    if (by) used.add(by);
    return !by;
  });
  const unused = pending
    .filter((one) => !used.has(one))
    .map(({ rule, place }): Finding => ({ rule: 'ignore/unused', level: 'warning', ...words.unused(rule), place }));
  return { findings: [...left, ...unused], suppressed: findings.length - left.length };
}
