// Looks at an installation: what builds and checks depend on, one remark each. Writes nothing but files that it removes at once.
import { existsSync, readFileSync, realpathSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import type { Words } from '../base/finding.js';
import { UserError } from '../base/user-error.js';
import { cacheFolder } from './cache.js';
import { digestOfFile } from './digest.js';
import { canWrite, freeSpace, gitState } from './doctor-machine.js';
import { advice, states } from './doctor-messages.js';
import { findDeclarations, workspaceAround } from './find.js';
import { bundledFonts } from './fonts.js';
import { openKits } from './kits.js';
import { codeCache, packageRoot, toolVersion } from './package.js';
import { readForms } from './schemas.js';
import { isCompiledAhead } from './validators.js';

/** `error`: something cannot work; `warning`: it works, but should be looked at. */
export interface Remark {
  readonly about: 'node' | 'tool' | 'workspace' | 'form' | 'font' | 'folder' | 'git' | 'threads' | 'disk' | 'terminal';
  readonly state: 'ok' | 'warning' | 'error';
  readonly words: Words;
  /** Null where nothing is to be done. */
  readonly advice: Words | null;
}

type Env = Readonly<Record<string, string | undefined>>;

/** In the order in which they are worth reading; `cwd` need not be in a workspace. */
export async function diagnose(cwd: string, env: Env): Promise<readonly Remark[]> {
  const root = workspaceAround(cwd);
  return [
    node(process.versions.node),
    tool(),
    workspace(root, cwd),
    ...(await forms(root ?? packageRoot)),
    ...fonts(),
    ...folders(root),
    ...git(root, env),
    await threads(),
    disk(root ?? cwd),
    terminal(env),
  ];
}

/** `version` without a v. */
export function node(version: string): Remark {
  const { engines } = JSON.parse(readFileSync(join(packageRoot, 'package.json'), 'utf8')) as {
    readonly engines: { readonly node: string };
  };
  const least = Number(/\d+/.exec(engines.node)?.[0]);
  const fits = Number.parseInt(version, 10) >= least;
  return remark('node', fits ? 'ok' : 'error', states.node(version), fits ? null : advice.node(engines.node));
}

const worker = fileURLToPath(new URL('./worker.js', import.meta.url));

function tool(): Remark {
  return remark('tool', 'ok', states.tool(toolVersion(), packageRoot, existsSync(worker)));
}

function workspace(root: string | null, cwd: string): Remark {
  if (root === null) return remark('workspace', 'warning', states.noWorkspace(cwd), advice.workspace);
  const { declarations, refused } = findDeclarations(root);
  const said = states.workspace(root, declarations.length, refused.length);
  return refused.length > 0 ? remark('workspace', 'warning', said, advice.names) : remark('workspace', 'ok', said);
}

async function forms(root: string): Promise<readonly Remark[]> {
  try {
    const kits = openKits(root, digestOfFile);
    const remarks: Remark[] = [];
    for (const [title, { form }] of readForms(root)) {
      const kit = await kits.kitFor(title);
      const template = await kit.value?.template();
      const workbook = await kit.value?.workbook?.();
      const found = [kit, template, workbook].flatMap((one) => one?.findings ?? []);
      const fault = found.find(({ level }) => level === 'error');
      remarks.push(
        fault
          ? remark('form', 'error', states.brokenForm(title, fault.message), fault.advice ?? advice.form)
          : remark('form', 'ok', states.form(title, await isCompiledAhead(form), workbook !== undefined)),
      );
    }
    return remarks;
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return [remark('form', 'error', states.brokenForms(error.words), advice.form)];
  }
}

function fonts(): readonly Remark[] {
  return [...bundledFonts()].map(([name, path]) => {
    try {
      if (path !== null) return remark('font', 'ok', states.font(name, digestOfFile(path).slice(0, 12)));
    } catch {
      // Told below, as is a font that is not there.
    }
    return remark('font', 'error', states.noFont(name), advice.install);
  });
}

/** Where documents go must be writable; where caches go only should. */
function folders(root: string | null): readonly Remark[] {
  const out = root === null ? [] : [join(root, 'out')];
  const caches = new Set([codeCache(), root === null ? null : cacheFolder(root, false)]);
  const look = (folder: string, state: 'warning' | 'error', otherwise: Words) =>
    canWrite(folder)
      ? remark('folder', 'ok', states.writable(folder))
      : remark('folder', state, states.notWritable(folder), otherwise);
  return [
    ...out.map((folder) => look(folder, 'error', advice.write)),
    ...[...caches].flatMap((folder) => (folder === null ? [] : look(folder, 'warning', advice.cache))),
  ];
}

function git(root: string | null, env: Env): readonly Remark[] {
  const found = gitState(root, env);
  if (!found) return [remark('git', 'warning', states.noGit, advice.git)];
  if (root === null) return [remark('git', 'ok', states.git(found.version, false))];
  if (!found.inRepository) return [remark('git', 'warning', states.noRepository(found.version), advice.repository)];
  const said = remark('git', 'ok', states.git(found.version, true));
  return found.quotesNames ? [said, remark('git', 'warning', states.quotedNames, advice.quotedNames)] : [said];
}

async function threads(): Promise<Remark> {
  if (!existsSync(worker)) return remark('threads', 'ok', states.noWorker);
  const answered = await new Promise<boolean>((resolve) => {
    const started = new Worker('require("node:worker_threads").parentPort.postMessage(1)', {
      eval: true,
      execArgv: [],
    });
    started.once('message', () => resolve(true));
    started.once('error', () => resolve(false));
  }).catch(() => false);
  if (!answered) return remark('threads', 'warning', states.noThreads, advice.threads);
  return remark('threads', 'ok', states.threads(availableParallelism()));
}

/** MB: below the first nothing can be built for long, below the second a large build may not end. */
const tooLittle = 20;
const little = 500;

function disk(folder: string): Remark {
  const free = freeSpace(realpathSync(folder));
  const shown = free >= 1000 ? `${(free / 1000).toFixed(1)} GB` : `${free.toFixed(0)} MB`;
  const state = free < tooLittle ? 'error' : free < little ? 'warning' : 'ok';
  return remark('disk', state, states.disk(shown), state === 'ok' ? null : advice.disk);
}

/** Node speaks UTF-8; what the terminal makes of it, only its locale tells. Windows' console is written to in its own way, which always fits. */
function terminal(env: Env): Remark {
  const locale = [env.LC_ALL, env.LC_CTYPE, env.LANG].find((value) => value) ?? '';
  const fits = process.platform === 'win32' || /utf-?8/i.test(locale);
  const shown = locale || (process.platform === 'win32' ? 'Windows' : 'LANG=');
  return fits
    ? remark('terminal', 'ok', states.utf8(shown))
    : remark('terminal', 'warning', states.notUtf8(shown), advice.utf8);
}

function remark(about: Remark['about'], state: Remark['state'], words: Words, what: Words | null = null): Remark {
  return { about, state, words, advice: what };
}
