// A thread's side of importing documents: a file's bytes in, its cells or lines out.
import { parentPort } from 'node:worker_threads';
import { readImportSource } from '../intake/import/import-source.js';

parentPort?.on('message', async (bytes: Uint8Array) => {
  parentPort?.postMessage(await readImportSource(bytes));
});
