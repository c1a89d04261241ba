// A worker thread's side of a build or a check: opens the workspace's kits once, then does one task a message.
import { workerData } from 'node:worker_threads';
import { UserError } from '../base/user-error.js';
import { type Checked, checkFiles } from './check-files.js';
import { digestOfFile } from './digest.js';
import { openKits } from './kits.js';
import { make as makeHere, type Result, type Site, type Task } from './make.js';
import { once } from './once.js';
import type { Answer, Start } from './spread.js';

// Tinypool puts its own data first.
const [, { root, site, digests }] = workerData as readonly [unknown, Start];

const kits = once(() => openKits(root, (path) => digests.get(path) ?? digestOfFile(path)));

export function make(task: Task): Promise<Answer<Result>> {
  return answer(() => makeHere(task, site as Site, kits()));
}

export function check(files: readonly string[]): Promise<Answer<readonly Checked[]>> {
  return answer(() => checkFiles(root, files, kits()));
}

async function answer<T>(work: () => Promise<T>): Promise<Answer<T>> {
  try {
    return { result: await work() };
  } catch (error) {
    if (error instanceof UserError) return { fault: error.words };
    throw error;
  }
}
