// The same declaration gives the same bytes: twice in one process, and in processes that differ in time zone, folder,
// language and day. The processes run what vitest does not reach: the sources, stripped of their types into a folder of their own.
import { execFile } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { promisify } from 'node:util';
import ts from 'typescript';
import { expect, it } from 'vitest';
import { inFolder } from '../support/programs.js';
import { cases } from './declarations.js';
import { gansuCases } from './gansu-declarations.js';

const run = promisify(execFile);
const documents = (cases.length + gansuCases.length) * 4;
const root = resolve('.');

/** Writes the JavaScript of the sources and of this folder, without checking types, beside the installed packages. */
function stripTypes(folder: string): void {
  for (const source of ['src', 'test/support', 'test/parity']) {
    for (const name of readdirSync(join(root, source), { recursive: true, encoding: 'utf8' })) {
      if (!name.endsWith('.ts') || name.endsWith('.test.ts')) continue;
      const target = join(folder, source, name.replace(/\.ts$/, '.js'));
      mkdirSync(dirname(target), { recursive: true });
      const text = readFileSync(join(root, source, name), 'utf8');
      const compilerOptions = { target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.ESNext };
      writeFileSync(target, ts.transpileModule(text, { compilerOptions }).outputText);
    }
  }
  writeFileSync(join(folder, 'package.json'), '{"type":"module"}');
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'), 'junction');
}

interface Digests {
  /** Minutes from the process's time zone to UTC in July. */
  readonly offset: number;
  readonly folder: string;
  readonly digests: Readonly<Record<string, string>>;
}

async function digestsIn(code: string, folder: string, clock: string, env: NodeJS.ProcessEnv): Promise<Digests> {
  const args = [join(code, 'test/parity/digests.js'), root, String(Date.parse(clock))];
  const { stdout } = await run(process.execPath, args, { cwd: folder, env: { ...process.env, ...env } });
  return JSON.parse(stdout) as Digests;
}

it('every document of every case has the same SHA-256', () =>
  inFolder(async (folder) => {
    const code = join(folder, 'code');
    const elsewhere = join(folder, '别的 文件夹');
    mkdirSync(code);
    mkdirSync(elsewhere);
    stripTypes(code);
    const [here, there] = await Promise.all([
      digestsIn(code, root, '2025-01-01T00:30:00Z', { TZ: 'Asia/Shanghai', LANG: 'zh_CN.UTF-8' }),
      digestsIn(code, elsewhere, '2031-12-31T23:59:59Z', { TZ: 'America/New_York', LANG: 'C' }),
    ]);
    expect([here.offset, there.offset]).toEqual([-480, 240]);
    expect([here.folder, there.folder]).toEqual([root, resolve(elsewhere)]);

    expect(Object.keys(here.digests)).toHaveLength(documents * 2);
    expect(there.digests).toEqual(here.digests);
    for (const [document, digest] of Object.entries(here.digests)) {
      expect(here.digests[document.replace(/\d$/, '2')], document).toBe(digest);
    }
    console.log(`same bytes: ${documents} documents, each made twice in each of two processes`);
  }));
