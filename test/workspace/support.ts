// Small workspaces on the real disk, and the tool compiled into a folder of its own for tests that need worker threads or processes.
import { execFileSync, spawn } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { afterAll } from 'vitest';
import { sha256 } from '../../src/workspace/digest.js';
import { type Inputs, type Manifest, noManifest, withChanges } from '../../src/workspace/manifest.js';
import { cleanText } from '../support/forms.js';

const repository = resolve(import.meta.dirname, '../..');

const folders: string[] = [];
afterAll(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

/** A folder that is gone after the tests of a file. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'shenbao-test-'));
  folders.push(folder);
  return folder;
}

/** The clean sample under another name and a code of its own; `extra` stands at the end of its goal. */
export function declaration(name: string, extra = ''): string {
  return cleanText
    .replace('440313230031500605004', codeOf(name))
    .replace('项目名称: 区总工会工作经费', `项目名称: ${name}`)
    .replace(/^(年度目标: .*)$/m, `$1${extra}`);
}

/** The code of the declaration with this name. */
export function codeOf(name: string): string {
  return sha256(name).slice(0, 21).toUpperCase();
}

/** A workspace with these files; a declaration where the text is left out. */
export function workspace(files: Readonly<Record<string, string | null>>): string {
  const root = temporaryFolder();
  mkdirSync(join(root, 'projects'));
  for (const [file, text] of Object.entries(files)) write(root, file, text ?? declaration(file));
  return root;
}

let age = 0;

/** Writes a file, dated back so far that its stamp is believed at once. */
export function write(root: string, file: string, text: string): void {
  const path = join(root, file);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
  // In steps that no test lasts: two writes must never bear the same time.
  age += 1000;
  const before = Math.floor(Date.now() / 1000) - 60 - age;
  utimesSync(path, before, before);
}

/** The package's template and theme as the workspace's own. */
export function ownTemplate(root: string): void {
  cpSync(join(repository, 'templates'), join(root, 'templates'), { recursive: true });
}

export function ownSchema(root: string): void {
  cpSync(join(repository, 'schema'), join(root, 'schema'), { recursive: true });
}

export function edit(root: string, file: string, from: string | RegExp, to: string): void {
  const text = readFileSync(join(root, file), 'utf8');
  const changed = text.replace(from, to);
  if (changed === text) throw new Error(`${file} does not hold ${from}`);
  write(root, file, changed);
}

/** Every file under `folder` with the digest of its content, hidden ones too. */
export function contents(folder: string): Readonly<Record<string, string>> {
  if (!existsSync(folder)) return {};
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name));
  return Object.fromEntries(files.sort().map((path) => [path.slice(folder.length + 1), sha256(readFileSync(path))]));
}

/** The names of the files under `folder`. */
export function names(folder: string): readonly string[] {
  return Object.keys(contents(folder)).sort();
}

/** Several manifests as one, later ones winning; of the shards of one build the result is what the whole build writes. */
export function mergeManifests(manifests: readonly Manifest[]): Manifest {
  return manifests.reduce(
    (all, { inputs, declarations }) =>
      withChanges(all, { inputs: new Map(inputs), made: new Map(declarations), dropped: new Map() }),
    noManifest,
  );
}

let compiled: string | null = null;

/** The tool, compiled from the sources as they are, in a package folder like an installed one. */
export function compiledTool(): string {
  if (compiled) return compiled;
  const tool = temporaryFolder();
  for (const part of ['schema', 'templates', 'package.json'])
    cpSync(join(repository, part), join(tool, part), { recursive: true });
  symlinkSync(join(repository, 'node_modules'), join(tool, 'node_modules'), 'junction');
  const tsc = join(repository, 'node_modules/typescript/bin/tsc');
  execFileSync(process.execPath, [
    tsc,
    '-p',
    join(repository, 'src'),
    '--outDir',
    join(tool, 'dist'),
    '--declaration',
    'false',
  ]);
  compiled = tool;
  return tool;
}

export interface Process {
  readonly pid: number;
  /** What it has printed so far. */
  printed(): string;
  /** Resolves to what it has printed and complained of, with its exit code or signal. */
  readonly ended: Promise<{
    readonly printed: string;
    readonly complaints: string;
    readonly status: number | string | null;
  }>;
}

/** Builds in a process of its own; prints a line for each declaration built, and the report as JSON at the end. */
export function buildProcess(tool: string, root: string, options: object): Process {
  const script = `
    const { build } = await import(${JSON.stringify(new URL(`file://${join(tool, 'dist/workspace/build.js')}`).href)});
    const report = await build(${JSON.stringify(root)}, ${JSON.stringify(options)}, { built: ({ file }) => console.log('built ' + file) });
    console.log(JSON.stringify(report));`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', script], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let printed = '';
  let complaints = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    complaints += text;
  });
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    printed += text;
  });
  return {
    pid: child.pid as number,
    printed: () => printed,
    ended: new Promise((done) =>
      child.on('close', (code, signal) => done({ printed, complaints, status: signal ?? code })),
    ),
  };
}

/** Waits until `holds` does, and fails with `what` when it does not within a minute. */
export async function eventually(what: string, holds: () => boolean): Promise<void> {
  const end = performance.now() + 60_000;
  while (!holds()) {
    if (performance.now() > end) throw new Error(`Not within a minute: ${what}`);
    await new Promise((resume) => setTimeout(resume, 20));
  }
}

/** What documents are made from, for tests of manifests alone. */
export const inputs: Inputs = {
  form: '表',
  schema: 's',
  rules: 'r',
  template: 't',
  theme: 'h',
  workbook: '',
  fonts: 'f',
  tool: '1',
  epoch: null,
  draft: false,
};
