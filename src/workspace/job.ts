// Opens what a build works on: what is asked for, what lies there already and what would be made now. Writes nothing.
import { existsSync, realpathSync, statSync } from 'node:fs';
import { join, resolve, sep } from 'node:path';
import type { Words } from '../base/finding.js';
import { UserError } from '../base/user-error.js';
import { formats as allFormats, type Format } from '../render/renderer.js';
import type { BuildOptions } from './build.js';
import { cacheFolder } from './cache.js';
import { type Found, findDeclarations, select } from './find.js';
import { type DiskKits, openKits } from './kits.js';
import { type Manifest, readManifest } from './manifest.js';
import { messages } from './messages.js';
import { type Judge, judgeOutputs } from './plan.js';
import { shardFile, shardOf } from './shard.js';
import { openStamps, type Stamps } from './stamps.js';

export interface Job {
  readonly root: string;
  /** Absolute. */
  readonly out: string;
  readonly epoch: number | null;
  readonly formats: readonly Format[];
  /** Every declaration and format is asked for: only then may orphans be deleted. */
  readonly full: boolean;
  /** All of projects/. */
  readonly found: Found;
  /** What this build is about. */
  readonly chosen: Found;
  readonly kits: DiskKits;
  readonly stamps: Stamps;
  readonly manifestPath: string;
  readonly manifest: Manifest;
  readonly warnings: readonly Words[];
  readonly judge: Judge;
}

/** Throws a UserError for options and schemas that make no sense. With `check`, no stamp is believed: everything is read. */
export function openJob(root: string, options: BuildOptions): Job {
  const { paths = [], formats, epoch = null, shard = null, check = false, cwd = root } = options;
  const out = outFolder(root, options.out, cwd);
  const found = findDeclarations(root);
  const selected = select(root, found, paths, cwd);
  const sizeOf = ({ file }: { readonly file: string }) => statSync(join(root, file)).size;
  const chosen = shard ? { ...selected, declarations: shardOf(selected.declarations, sizeOf, shard) } : selected;

  const manifestPath = join(out, shard ? shardFile('manifest', shard) : '.manifest.json');
  const { manifest, warning } = readManifest(manifestPath);
  const stamps = openStamps(join(cacheFolder(root, false), 'stamps'), !check);
  const kits = openKits(root, (path) => stamps.digest(path) ?? '');
  const judge = judgeOutputs({
    manifest,
    kits,
    epoch,
    sourceDigest: (file) => stamps.digest(`${root}/${file}`),
    outputDigest: (path) => stamps.digest(`${out}/${path}`),
  });
  return {
    root,
    out,
    epoch,
    // In the registry's order, each once.
    formats: allFormats.filter((format) => formats?.includes(format) ?? true),
    full: paths.length === 0 && formats === undefined && shard === null,
    found,
    chosen,
    kits,
    stamps,
    manifestPath,
    manifest,
    warnings: warning ? [warning] : [],
    judge,
  };
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
