// The report as GitLab's Code Quality widget reads it: a list, empty where nothing was found.
import type { Level } from '../../base/finding.js';
import { visibleText } from '../../base/visible-text.js';
import { fingerprintsOf } from './fingerprints.js';
import { type Report, type Style, worstFirst } from './report.js';

const severities: Readonly<Record<Level, string>> = { error: 'major', warning: 'minor', hint: 'info' };

export function printGitLab(report: Report, { say }: Style): string {
  const findings = worstFirst(report.files);
  const fingerprints = fingerprintsOf(findings, report);
  const issues = findings.map(({ file, finding: { rule, level, message, advice, place } }, index) => ({
    description: visibleText(`${say(message)}${advice ? ` → ${say(advice)}` : ''}`),
    check_name: rule,
    fingerprint: fingerprints[index],
    severity: severities[level],
    location: {
      path: report.prefix + (place?.file ?? file),
      lines: { begin: place?.line ?? 1, end: place?.endLine ?? 1 },
    },
  }));
  return JSON.stringify(issues, null, 2);
}
