// `shenbao diff`: says what changed between two states of the declarations, in a reviewer's words.
import { toDecimal } from '../base/decimal.js';
import { UserError } from '../base/user-error.js';
import { type Exceeded, exceededBy, type Gates, type Increase } from '../review/gates.js';
import type { Review } from '../review/review.js';
import { readAmount } from '../terms/amount.js';
import { review } from '../workspace/review.js';
import { words } from './diff-messages.js';
import { diffFormats, printers } from './diff-reports/formats.js';
import { words as general } from './messages.js';
import { readChoice } from './options.js';
import type { Surroundings, Terminal } from './terminal.js';

interface Flags {
  readonly format?: string;
  readonly to?: string;
  readonly out?: string;
  readonly maxIncrease?: string;
  readonly failOnChange?: string;
}

export async function diff(
  sides: readonly string[],
  flags: Flags,
  surroundings: Surroundings,
  terminal: Terminal,
): Promise<number> {
  const format = readChoice('--format', flags.format ?? 'text', diffFormats);
  const gates = readGates(flags);
  if (flags.to !== undefined) readChoice('--to', flags.to, ['docx']);
  if (flags.out !== undefined && flags.to === undefined) throw new UserError(general.needs('--out', '--to docx'));
  const { cwd, env, signal } = surroundings;
  const found = await review({ words: sides, cwd, mainBranch: mainBranchOf(env), signal });
  if (signal.aborted) return 130;
  const exceeded = exceededBy(found, gates);
  const print = await printers[format]();
  terminal.out(
    await print({ review: found, exceeded, namesSides: true, maxIncrease: flags.maxIncrease ?? null }, terminal),
  );
  let isWritten = true;
  if (flags.to !== undefined) {
    const { writeRevisions } = await import('./revisions.js');
    isWritten = await writeRevisions(found, flags.out ?? null, surroundings, terminal);
  }
  return isWritten ? statusOf(found, exceeded) : 2;
}

/** 2: a side cannot be read, so nobody knows what changed; 1: a change goes too far. */
function statusOf({ unreadable }: Review, exceeded: readonly Exceeded[]): 0 | 1 | 2 {
  return unreadable.length > 0 ? 2 : exceeded.length > 0 ? 1 : 0;
}

/** The branch that a pull request is for, as the forges' runners say it. */
function mainBranchOf(env: Surroundings['env']): string | null {
  return env.GITHUB_BASE_REF || env.CI_MERGE_REQUEST_TARGET_BRANCH_NAME || null;
}

function readGates({ maxIncrease, failOnChange }: Flags): Gates {
  if (failOnChange !== undefined) readChoice('--fail-on-change', failOnChange, ['loosened']);
  return {
    maxIncrease: maxIncrease === undefined ? null : readIncrease(maxIncrease),
    noLoosening: failOnChange !== undefined,
  };
}

/** `5%`, `0.5%`, `100000`, `10万` */
function readIncrease(text: string): Increase {
  const share = /^([0-9]{1,6}(?:\.[0-9]{1,6})?)[%％]$/.exec(text)?.[1];
  if (share !== undefined) return { percent: toDecimal(share) };
  const { fen } = readAmount(text);
  if (fen === null) throw new UserError(words.wrongIncrease(text));
  return { fen };
}
