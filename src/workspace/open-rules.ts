// Opens a form's rules: the package's rules.yaml, and over it what the workspace's own says.
import type { Finding, Outcome } from '../base/finding.js';
import { type RuleSet, readRuleSet } from '../check/rule-set.js';
import { decode } from '../read/decode.js';
import type { Parsed } from '../read/parsed.js';
import { read } from '../read/read.js';
import type { RuleFile } from './rule-files.js';

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
