// `shenbao doctor`: says what is wrong with an installation, and what to do.
import { diagnose, type Remark } from '../workspace/doctor.js';
import { words } from './new-messages.js';
import { readChoice } from './options.js';
import type { Surroundings, Terminal } from './terminal.js';

interface Flags {
  readonly format?: string;
}

export async function doctor(flags: Flags, { cwd, env }: Surroundings, terminal: Terminal): Promise<number> {
  const format = readChoice('--format', flags.format ?? 'text', ['text', 'json']);
  const remarks = await diagnose(cwd, env);
  const count = (state: Remark['state']) => remarks.filter((remark) => remark.state === state).length;
  const summary = { ok: count('ok'), warnings: count('warning'), errors: count('error') };
  if (format === 'json') {
    const checks = remarks.map(({ about, state, words: said, advice }) => ({
      about,
      state,
      message: terminal.say(said),
      ...(advice && { advice: terminal.say(advice) }),
    }));
    terminal.out(JSON.stringify({ checks, summary }, null, 2));
  } else {
    for (const remark of remarks) terminal.out(describe(remark, terminal));
    terminal.out(terminal.say(words.diagnosed(summary.errors, summary.warnings)));
  }
  return summary.errors > 0 ? 1 : 0;
}

function describe({ state, words: said, advice }: Remark, terminal: Terminal): string {
  const { colours } = terminal;
  const mark = { ok: colours.green('✓'), warning: colours.yellow('!'), error: colours.red('✗') }[state];
  return `${mark} ${terminal.say(said)}${advice ? `  ${colours.green('→')} ${terminal.say(advice)}` : ''}`;
}
