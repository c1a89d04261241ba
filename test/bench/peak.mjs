// Loaded by --import into a process that is measured: writes the peak of its resident memory, in bytes, when it ends.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { isMainThread } from 'node:worker_threads';

/** Linux hands the peak of the parent down to what it starts, as maxRSS; only VmHWM is the process's own. */
function peak() {
  const own = existsSync('/proc/self/status')
    ? /^VmHWM:\s+(\d+) kB$/m.exec(readFileSync('/proc/self/status', 'utf8'))?.[1]
    : undefined;
  return 1024 * Number(own ?? process.resourceUsage().maxRSS);
}

if (isMainThread) {
  const to = new URL(import.meta.url).searchParams.get('to');
  process.on('exit', () => writeFileSync(to, String(peak())));
}
