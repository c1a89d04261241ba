// The floor of checking many files: parses every file under projects/ with yaml's parseDocument, in threads that read their own files.
// node parse-alone.mjs <workspace> <threads>
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isMainThread, Worker, workerData } from 'node:worker_threads';
import { parseDocument } from 'yaml';

if (isMainThread) {
  const [root, threads] = [process.argv[2], Number(process.argv[3])];
  const found = readdirSync(join(root, 'projects'), { recursive: true, encoding: 'utf8' });
  const files = found.filter((file) => file.endsWith('.yaml')).map((file) => join(root, 'projects', file));
  for (let thread = 0; thread < threads; thread++) {
    const share = files.filter((_, index) => index % threads === thread);
    new Worker(new URL(import.meta.url), { workerData: share, argv: [] });
  }
} else {
  for (const file of workerData) {
    const { errors } = parseDocument(readFileSync(file, 'utf8'), { schema: 'failsafe' });
    if (errors.length > 0) throw errors[0];
  }
}
