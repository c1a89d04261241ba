// Finds the programs that only verify. On a machine without one its tests skip and say so; under CI=true they fail.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const probes = {
  soffice: ['soffice', ['--version']],
  pdftotext: ['pdftotext', ['-v']],
  pdftoppm: ['pdftoppm', ['-v']],
  pdfinfo: ['pdfinfo', ['-v']],
  // Ends well for nothing but a file: whether it is there, pdfinfo tells, which comes with it.
  pdfdetach: ['pdfdetach', ['-v']],
  chromium: ['chromium', ['--version']],
  python: [python(), ['-c', 'import openpyxl, docx']],
  git: ['git', ['--version']],
} as const satisfies Record<string, readonly [string, readonly string[]]>;

export type Program = keyof typeof probes;

const answers = new Map<Program, boolean>();

/** Debian's python3 has the packages; another python3 may come first on the path. */
function python(): string {
  const has = (command: string) => spawnSync(command, ['-c', 'import openpyxl, docx']).status === 0;
  return ['python3', '/usr/bin/python3'].find(has) ?? 'python3';
}

/** Why tests that need these programs are skipped here, or null when they can run. Throws under CI=true. */
export function missing(...programs: readonly Program[]): string | null {
  const absent = programs.filter((program) => {
    let there = answers.get(program);
    if (there === undefined) {
      const [command, args] = probes[program];
      there = spawnSync(command, [...args]).status === 0;
      answers.set(program, there);
    }
    return !there;
  });
  if (absent.length === 0) return null;
  const reason = `not installed here: ${absent.join(', ')}`;
  if (process.env.CI === 'true') throw new Error(`${reason}; CI must have them (see .ci/run)`);
  return reason;
}

/** Runs a program and returns its standard output; throws with its standard error when it fails. */
export function runProgram(program: Program, args: readonly string[], input?: string | Uint8Array): string {
  const { status, stdout, stderr, error } = spawnSync(probes[program][0], [...args], {
    input,
    maxBuffer: 256 * 1024 * 1024,
    timeout: 180_000,
  });
  if (error) throw error;
  if (status !== 0) throw new Error(`${program} ended with ${status}: ${stderr.toString()}`);
  return stdout.toString();
}

/** Calls `use` with a fresh folder and removes it afterwards. */
export async function inFolder<T>(use: (folder: string) => T | Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'shenbao-'));
  try {
    return await use(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Has LibreOffice convert a document; returns the new file's bytes. Each call uses its own profile, so calls may overlap. */
export async function convert(bytes: Uint8Array, from: string, to: 'pdf' | 'docx' | 'xlsx'): Promise<Uint8Array> {
  return inFolder((folder) => {
    const source = join(folder, `document.${from}`);
    const target = join(folder, 'converted');
    writeFileSync(source, bytes);
    const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`;
    runProgram('soffice', [profile, '--headless', '--convert-to', to, '--outdir', target, source]);
    const [name] = readdirSync(target);
    if (name === undefined) throw new Error('LibreOffice wrote nothing');
    return readFileSync(join(target, name));
  });
}
