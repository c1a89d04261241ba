// A thread's side of reading documents: a file's bytes in, what it says out.
import { parentPort } from 'node:worker_threads';
import { readDocumentText } from '../intake/document-text/document-text.js';

parentPort?.on('message', async (bytes: Uint8Array) => {
  parentPort?.postMessage(await readDocumentText(bytes));
});
