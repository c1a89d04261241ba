// A worker thread's side of a build: opens the workspace's kits once, then makes one declaration a message.
import { workerData } from 'node:worker_threads';
import { UserError } from '../base/user-error.js';
import { digestOfFile } from './digest.js';
import { type DiskKits, openKits } from './kits.js';
import { make, type Result, type Site, type Task } from './make.js';

/** What the pool hands to every thread: the site, and digests that need not be computed again. */
export interface Start {
  readonly site: Site;
  readonly digests: ReadonlyMap<string, string>;
}

// Tinypool puts its own data first.
const [, { site, digests }] = workerData as readonly [unknown, Start];

let kits: DiskKits | null = null;

/** An error's class does not survive the way to the main thread, so a UserError travels as its words. */
export default async function run(task: Task): Promise<Result> {
  try {
    kits ??= openKits(site.root, (path) => digests.get(path) ?? digestOfFile(path));
  } catch (error) {
    if (error instanceof UserError) return { kind: 'fault', words: error.words };
    throw error;
  }
  return make(task, site, kits);
}
