// Opens what a build works on: what is asked for, what lies there already and what would be made now. Writes nothing.
import { existsSync, realpathSync, statSync } from 'node:fs';
import { join, resolve, sep } from 'node:path';
import { UserError } from '../base/user-error.js';
import { formats as allFormats, type Format } from '../render/renderer.js';
import type { BuildOptions } from './build.js';
import { type Found, findDeclarations, select } from './find.js';
import { messages } from './messages.js';
import { shardFile, shardOf } from './shard.js';
import { openStanding, type Standing } from './standing.js';

export interface Job extends Standing {
  readonly root: string;
  /** Absolute. */
  readonly out: string;
  readonly epoch: number | null;
  readonly draft: boolean;
  readonly formats: readonly Format[];
  /** Every declaration and format is asked for: only then may orphans be deleted. */
  readonly full: boolean;
  /** All of projects/. */
  readonly found: Found;
  /** What this build is about. */
  readonly chosen: Found;
}

/** Throws a UserError for options and schemas that make no sense. With `check`, no stamp is believed: everything is read. */
export function openJob(root: string, options: BuildOptions): Job {
  const { paths = [], epoch = null, shard = null, check = false, draft = false, cwd = root } = options;
  const out = outFolder(root, options.out, cwd);
  const found = findDeclarations(root);
  const selected = select(root, found, paths, cwd);
  const sizeOf = ({ file }: { readonly file: string }) => statSync(join(root, file)).size;
  const chosen = shard ? { ...selected, declarations: shardOf(selected.declarations, sizeOf, shard) } : selected;

  const manifestPath = join(out, shard ? shardFile('manifest', shard) : '.manifest.json');
  // In the registry's order, each once.
  const formats = allFormats.filter((format) => options.formats?.includes(format) ?? true);
  const whole = paths.length === 0 && shard === null;
  const believe = check ? 'read' : whole ? 'table' : 'stamps';
  const standing = openStanding({ root, out, formats, epoch, draft, manifestPath, believe });
  const full = whole && options.formats === undefined;
  // Not spread, which would read the manifest.
  return Object.assign(standing, { root, out, epoch, draft, formats, full, found, chosen });
}

/** The folder of outputs: `out` relative to `cwd`, else out/. Throws a UserError where sources lie. */
function outFolder(root: string, out: string | undefined, cwd: string): string {
  const folder = out === undefined ? join(root, 'out') : resolve(cwd, out);
  if (isAmongSources(root, folder)) throw new UserError(messages.outInside(out ?? folder));
  return folder;
}

/** Whether an absolute path is the workspace itself or lies in one of its folders of sources. */
export function isAmongSources(root: string, path: string): boolean {
  const real = realpathOf(path);
  const sources = ['projects', 'schema', 'templates', 'src'].map((name) => realpathOf(join(root, name)));
  return real === realpathOf(root) || sources.some((one) => real === one || real.startsWith(one + sep));
}

/** Links resolved as far as the path exists. */
export function realpathOf(path: string): string {
  if (existsSync(path)) return realpathSync(path);
  const parent = resolve(path, '..');
  return parent === path ? path : join(realpathOf(parent), path.slice(parent.length));
}
