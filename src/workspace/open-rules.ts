// Opens a form's rules: the package's rules.yaml, and over it what the workspace's own says.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Finding, Outcome } from '../base/finding.js';
import { type RuleSet, readRuleSet } from '../check/rule-set.js';
import { decode } from '../read/decode.js';
import type { Parsed } from '../read/parsed.js';
import { read } from '../read/read.js';
import { homes } from './schemas.js';

export interface RuleFile {
  readonly file: string;
  readonly bytes: Uint8Array;
}

/** In the order in which they are read; empty where there are none. An unchanged copy in the workspace counts once. */
export function findRuleFiles(root: string, form: string): readonly RuleFile[] {
  return homes(root)
    .toReversed()
    .map(({ folder, prefix }) => ({
      path: join(folder, 'schema', form, 'rules.yaml'),
      file: `${prefix}schema/${form}/rules.yaml`,
    }))
    .filter(({ path }) => existsSync(path))
    .map(({ path, file }) => ({ file, bytes: readFileSync(path) }))
    .filter(({ bytes }, index, all) => index === 0 || !all[index - 1]?.bytes.equals(bytes));
}

export function openRules(files: readonly RuleFile[]): Outcome<RuleSet> {
  const findings: Finding[] = [];
  const parsed: Parsed[] = [];
  for (const { file, bytes } of files) {
    const source = decode(file, bytes);
    const text = source.value && read(source.value);
    // A rule that is lost is a fault that nobody notices: here a warning is an error too.
    const own = [...source.findings, ...(text?.findings ?? [])].filter(({ level }) => level !== 'hint');
    findings.push(...own.map((finding) => ({ ...finding, level: 'error' as const })));
    if (!text?.value || findings.length > 0) return { value: null, findings };
    parsed.push(text.value);
  }
  return readRuleSet(parsed);
}
