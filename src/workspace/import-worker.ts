// A thread's side of importing documents: a file's bytes in, the declarations that it holds out.
import { parentPort, workerData } from 'node:worker_threads';
import { importDocument } from '../intake/import/import-document.js';
import type { ImportPlace } from './read-import.js';

const { maps, year } = workerData as ImportPlace;

parentPort?.on('message', async (bytes: Uint8Array) => {
  parentPort?.postMessage(await importDocument(bytes, maps, year));
});
