// A workspace in a temporary folder, and the tool run in it as its users run it.
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { run } from '../../src/commands/run.js';
import { cleanText } from './forms.js';
import { inFolder } from './programs.js';
import { samplePath } from './project-goal.js';

export interface Ran {
  readonly status: number;
  readonly out: string;
  readonly complaints: string;
}

export interface Workspace {
  readonly root: string;
  /** Writes a file, given relative to the workspace. */
  write(file: string, text: string): void;
  read(file: string): string;
  /** Runs `shenbao` in this process. */
  shenbao(...args: readonly string[]): Promise<Ran>;
  shenbaoIn(folder: string, env: Readonly<Record<string, string>>, ...args: readonly string[]): Promise<Ran>;
  /** With `stdin` on standard input. */
  shenbaoWith(stdin: string, ...args: readonly string[]): Promise<Ran>;
}

/** The clean sample's text with some of it replaced; a text that is not there is a mistake of the test. */
export function sampleWith(...changes: readonly (readonly [from: string, to: string])[]): string {
  return changes.reduce((text, [from, to]) => {
    if (!text.includes(from)) throw new Error(`The sample does not say ${from}`);
    return text.replace(from, () => to);
  }, cleanText);
}

/** The same as another project: two with one code or one name are refused. */
export function anotherWith(...changes: readonly (readonly [from: string, to: string])[]): string {
  return sampleWith(['605004', '605005'], ['项目名称: 区总工会工作经费', '项目名称: 另一个项目'], ...changes);
}

/** Calls `use` in a workspace that holds the clean sample and nothing else; schema and templates come from the package. */
export function inWorkspace<T>(use: (workspace: Workspace) => T | Promise<T>): Promise<T> {
  return inFolder(async (root) => {
    const write = (file: string, text: string) => {
      mkdirSync(dirname(join(root, file)), { recursive: true });
      writeFileSync(join(root, file), text);
    };
    const shenbaoFrom = async (
      folder: string,
      env: Readonly<Record<string, string>>,
      stdin: string,
      args: readonly string[],
    ): Promise<Ran> => {
      let out = '';
      let complaints = '';
      const status = await run(args, {
        cwd: join(root, folder),
        env,
        stdout: { write: (text) => (out += text) },
        stderr: { write: (text) => (complaints += text) },
        signal: new AbortController().signal,
        stdin: async () => Buffer.from(stdin),
      });
      return { status, out: out.replaceAll(root, '<工作区>'), complaints: complaints.replaceAll(root, '<工作区>') };
    };
    write(samplePath, cleanText);
    return use({
      root,
      write,
      read: (file) => readFileSync(join(root, file), 'utf8'),
      shenbao: (...args) => shenbaoFrom('.', {}, '', args),
      shenbaoIn: (folder, env, ...args) => shenbaoFrom(folder, env, '', args),
      shenbaoWith: (stdin, ...args) => shenbaoFrom('.', {}, stdin, args),
    });
  });
}

/** Runs the compiled tool as a process of its own. */
export function runBin(
  args: readonly string[],
  options: { readonly cwd: string; readonly env?: NodeJS.ProcessEnv },
): Ran {
  const { status, stdout, stderr } = spawnSync(process.execPath, [resolve('dist/main.js'), ...args], {
    cwd: options.cwd,
    env: { ...process.env, ...options.env },
    encoding: 'utf8',
  });
  return { status: status ?? -1, out: stdout, complaints: stderr };
}
