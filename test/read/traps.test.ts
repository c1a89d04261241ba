// Every trap of a YAML text: test/cases/yaml/<trap>.yaml and, beside it, what the reader is told and what is read.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { codeFrame } from '../../src/base/code-frame.js';
import type { Finding } from '../../src/base/finding.js';
import type { Source } from '../../src/read/parsed.js';
import { read } from '../../src/read/read.js';

const folder = join(import.meta.dirname, '../cases/yaml');
const names = readdirSync(folder)
  .filter((file) => file.endsWith('.yaml'))
  .map((file) => file.slice(0, -'.yaml'.length))
  .sort();

describe('a trap is told with its place, what to do and, where one is safe, the cure', () => {
  it.each(names)('%s', async (name) => {
    const text = readFileSync(join(folder, `${name}.yaml`), 'utf8');
    const source = { path: `${name}.yaml`, text };
    const { value, findings } = read(source);
    const told = findings.map((finding) => printed(finding, source));
    const result = value ? JSON.stringify(value.value, null, 2) : 'nothing is read';
    await expect(`${[...told, result].join('\n\n')}\n`).toMatchFileSnapshot(join(folder, `${name}.txt`));
  });
});

describe('a cure leaves nothing of its finding', () => {
  it.each(names)('%s', (name) => {
    const text = readFileSync(join(folder, `${name}.yaml`), 'utf8');
    const { findings } = read({ path: name, text });
    for (const { rule, cure } of findings) {
      if (!cure) continue;
      const count = (of: string) => read({ path: name, text: of }).findings.filter((finding) => finding.rule === rule);
      const cured = text.slice(0, cure.start) + cure.text + text.slice(cure.end);
      expect(count(cured).length, `${rule} in ${JSON.stringify(cured)}`).toBeLessThan(count(text).length);
    }
  });
});

function printed({ rule, level, message, advice, pointer, place, related, cure }: Finding, { text }: Source): string {
  if (!place) throw new Error(`${rule} has no place`);
  const lines = [`${place.line}:${place.column} ${level} ${rule}${pointer ? ` ${pointer}` : ''}`];
  lines.push(message.zh, `→ ${advice?.zh}`, codeFrame(text, place));
  for (const other of related ?? []) lines.push(codeFrame(text, other));
  if (cure) {
    const start = text.lastIndexOf('\n', cure.start - 1) + 1;
    const after = (text.slice(cure.end).match(/^[^\n]*/) ?? [''])[0];
    const line = text.slice(start, cure.start) + cure.text + after;
    lines.push(`cure: ${JSON.stringify(line).slice(1, -1)}`);
  }
  return lines.join('\n');
}
