// A thread's side of verifying documents: a file with its bytes in, what became of it out.
import { parentPort, workerData } from 'node:worker_threads';
import { openVerifier, type VerifyPlace } from './open-verifier.js';
import type { Verified } from './verified.js';
import { verifyDocument } from './verify-document.js';

export interface VerifyTask {
  readonly file: string;
  readonly bytes: Uint8Array;
}

const verifier = openVerifier(workerData as VerifyPlace);

parentPort?.on('message', async ({ file, bytes }: VerifyTask) => {
  const verified: Verified = await verifyDocument(file, bytes, verifier);
  parentPort?.postMessage(verified);
});
