// A process of its own: prints the SHA-256 of every document of every case, under a clock that was set.
// Arguments: the repository's folder, and what the clock says in milliseconds since 1970.
import { createHash } from 'node:crypto';

const [root = '', now = ''] = process.argv.slice(2);
const clock = Number(now);
const started = process.cwd();

globalThis.Date = class extends Date {
  constructor(...given: readonly unknown[]) {
    super(...((given.length === 0 ? [clock] : given) as [number]));
  }
  static override now(): number {
    return clock;
  }
} as DateConstructor;

// Only the form's own files are found from the repository's folder; the documents are made where the process was started.
process.chdir(root);
const { kits, produceFrom } = await import('../support/project-goal.js');
const { cases } = await import('./declarations.js');
const { gansuCases } = await import('./gansu-declarations.js');
const ours = kits();
process.chdir(started);

const { formats } = await import('../../src/render/renderer.js');
const settings = { year: '2025', epoch: null, digest: '5eed'.repeat(16), draft: false };
const digests: Record<string, string> = {};
for (const { name, path, bytes } of [...cases, ...gansuCases]) {
  for (let time = 1; time <= 2; time += 1) {
    const origin = { source: bytes, digest: settings.digest, template: settings.digest, tool: '0' };
    const { value } = await produceFrom(path, bytes, ours, formats, { ...settings, origin });
    for (const document of value ?? []) {
      const digest = createHash('sha256').update(document.bytes).digest('hex');
      digests[`${name}, ${document.format}, ${time}`] = digest;
    }
  }
}
console.log(JSON.stringify({ offset: new Date(2025, 6, 1).getTimezoneOffset(), folder: process.cwd(), digests }));
