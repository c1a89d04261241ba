// Finds the shards of one build in the folders handed to a merge: every shard, each once, all finished and asked for the same.
import { readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { UserError } from '../base/user-error.js';
import { statOf } from './digest.js';
import { type Manifest, parseManifest } from './manifest.js';
import { mergeFaults, messages } from './messages.js';
import { parseShardReport } from './parse-shard-report.js';
import { readWithin } from './read-within.js';
import { type Shard, shardFile } from './shard.js';
import type { ShardReport } from './shard-report.js';

/** What one shard left in its folder of outputs. */
export interface ShardFolder {
  readonly shard: Shard;
  /** As the user named it. */
  readonly name: string;
  /** Absolute. */
  readonly path: string;
  readonly manifest: Manifest;
  readonly report: ShardReport;
}

const ofShard = /^\.(?:manifest|report)-([1-9]\d{0,3})-of-([1-9]\d{0,3})\.json$/;

/** By index, from 1 to the count. `folders` are relative to `cwd`; one may hold several shards. Throws a UserError that says what to do. */
export function findShards(folders: readonly string[], cwd: string): readonly [ShardFolder, ...ShardFolder[]] {
  const places = folders.flatMap((name) =>
    shardsIn(name, resolve(cwd, name)).map((shard) => ({ name, path: resolve(cwd, name), shard })),
  );
  const [first] = places;
  if (!first) throw new UserError(mergeFaults.noFolders);
  const { count } = first.shard;
  const other = places.find(({ shard }) => shard.count !== count);
  if (other) throw new UserError(mergeFaults.otherCount(first.name, count, other.name, other.shard.count));

  const indices = Array.from({ length: count }, (_, at) => at + 1);
  const byIndex = indices.map((index) => places.filter(({ shard }) => shard.index === index));
  const absent = indices.filter((index) => byIndex[index - 1]?.length === 0);
  if (absent.length > 0) throw new UserError(mergeFaults.missing(absent, count));
  const doubled = byIndex.find((same) => same.length > 1);
  if (doubled?.[0]) {
    const found = doubled.map(({ name }) => name);
    throw new UserError(mergeFaults.doubled(doubled[0].shard, found));
  }

  const [head, ...others] = byIndex.flat().map(openShard) as [ShardFolder, ...ShardFolder[]];
  const asked = JSON.stringify(head.report.asked);
  const unlike = others.find(({ report }) => JSON.stringify(report.asked) !== asked);
  if (unlike) throw new UserError(mergeFaults.askedOtherwise(head.shard, unlike.shard));
  return [head, ...others];
}

/** Names of the shards' own files in a folder of outputs. */
export function shardFilesIn(folder: string): readonly string[] {
  return statOf(folder)?.isDirectory() ? readdirSync(folder).filter((file) => ofShard.test(file)) : [];
}

function shardsIn(name: string, folder: string): readonly Shard[] {
  if (!statOf(folder)?.isDirectory()) throw new UserError(messages.noPath(name));
  const shards = new Map<string, Shard>();
  for (const file of shardFilesIn(folder)) {
    const [, index, count] = ofShard.exec(file) as RegExpExecArray;
    shards.set(`${index}/${count}`, { index: Number(index), count: Number(count) });
  }
  if (shards.size === 0) throw new UserError(mergeFaults.noShards(name));
  return [...shards.values()];
}

function openShard({ name, path, shard }: Pick<ShardFolder, 'name' | 'path' | 'shard'>): ShardFolder {
  const open = <T>(kind: 'manifest' | 'report', parse: (text: string) => T | null): T => {
    const file = shardFile(kind, shard);
    if (!statOf(join(path, file))) throw new UserError(mergeFaults.unfinished(shard, name));
    const parsed = parse(readWithin(path, file)?.toString('utf8') ?? '');
    if (parsed === null) throw new UserError(mergeFaults.broken(shard, join(name, file)));
    return parsed;
  };
  const report = open('report', parseShardReport);
  const manifest = open('manifest', parseManifest);
  const { index, count } = report.shard;
  if (index !== shard.index || count !== shard.count) {
    throw new UserError(mergeFaults.broken(shard, join(name, shardFile('report', shard))));
  }
  if (report.interrupted) throw new UserError(mergeFaults.unfinished(shard, name));
  return { shard, name, path, manifest, report };
}
