// Where a command's words go, and in which language. The only floor that prints.
import pc from 'picocolors';
import type { Language, Words } from '../base/finding.js';
import { textWidth } from '../base/text-width.js';
import { visibleText } from '../base/visible-text.js';

/** What a command is started with; nothing below reads the process itself. */
export interface Surroundings {
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly stdout: Sink;
  readonly stderr: Sink;
  /** Aborted when the user interrupts. */
  readonly signal: AbortSignal;
  /** All that comes in on standard input. */
  stdin(): Promise<Uint8Array>;
}

export interface Sink {
  readonly isTTY?: boolean;
  readonly columns?: number;
  write(text: string): unknown;
}

export interface Terminal {
  readonly language: Language;
  readonly colours: ReturnType<typeof pc.createColors>;
  /** Of a line, where somebody reads along; null where the words go into a file or a pipe. */
  readonly columns: number | null;
  /** A report: standard output. */
  out(text: string): void;
  /** Progress and complaints: standard error. */
  complain(text: string): void;
  say(words: Words): string;
  /** Redraws a bar in one line on a terminal; does nothing elsewhere. The next words take its place. */
  progress(done: number, total: number, label: string): void;
}

export function openTerminal(surroundings: Surroundings, language: Language): Terminal {
  const { stdout, stderr, env } = surroundings;
  const interactive = stdout.isTTY === true && stderr.isTTY === true && !env.CI;
  const colours = pc.createColors(interactive && !env.NO_COLOR);
  let drawn = false;
  const clear = () => {
    if (drawn) stderr.write('\r\u001b[K');
    drawn = false;
  };
  return {
    language,
    colours,
    columns: stdout.isTTY ? (stdout.columns ?? 80) : null,
    out(text) {
      clear();
      stdout.write(`${text}\n`);
    },
    complain(text) {
      clear();
      stderr.write(`${text}\n`);
    },
    say: (words) => words[language],
    progress(done, total, label) {
      if (!interactive) return;
      stderr.write(`\r\u001b[K${progressBar(done, total, label, stderr.columns ?? 80)}`);
      drawn = true;
    },
  };
}

const barWidth = 20;

/** One line that fits into `columns`: a longer one would wrap, and could not be redrawn. */
function progressBar(done: number, total: number, label: string, columns: number): string {
  const filled = total === 0 ? barWidth : Math.floor((done / total) * barWidth);
  let line = `${'█'.repeat(filled)}${'░'.repeat(barWidth - filled)} ${done}/${total}  `;
  for (const character of visibleText(label)) {
    if (textWidth(line + character) >= columns) break;
    line += character;
  }
  return line;
}
