// GitLab's Code Quality report: https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format
import { expect, test } from 'vitest';
import { printGitLab } from '../../../src/commands/check-reports/gitlab.js';
import { findingAt, print } from './support.js';

interface Issue {
  readonly description: string;
  readonly check_name: string;
  readonly fingerprint: string;
  readonly severity: string;
  readonly location: { readonly path: string; readonly lines: { readonly begin: number; readonly end: number } };
}

const issues = (...args: Parameters<typeof print> extends [unknown, ...infer Rest] ? Rest : never) =>
  JSON.parse(print(printGitLab, ...args)) as readonly Issue[];

const file = 'projects/2025/甲.yaml';

test('is an empty list where nothing was found', () => {
  expect(issues({ files: [] })).toEqual([]);
});

test('says of each finding what GitLab shows', () => {
  const text = '甲: 1\n乙: 2\n';
  expect(
    issues({ texts: { [file]: text }, files: [{ file, findings: [findingAt(file, text, '2', { level: 'hint' })] }] }),
  ).toEqual([
    {
      description: '“2”不对 → 改一改',
      check_name: 'goals-differ',
      fingerprint: expect.stringMatching(/^[0-9a-f]{32}$/),
      severity: 'info',
      location: { path: file, lines: { begin: 2, end: 2 } },
    },
  ]);
});

test('fingerprints are all different, and stay when lines and items move', () => {
  const text = '甲:\n  - 1\n  - 1\n乙: 1\n';
  const at = (shift: string, items: number, rule = 'no-placeholder') => {
    const moved = shift + text;
    const findings = [0, 1].map((index) => ({
      ...findingAt(file, moved, '1', { rule, message: { zh: shift, en: '' } }),
      pointer: `/甲/${index + items}`,
    }));
    return issues({ texts: { [file]: moved }, files: [{ file, findings }] }).map(({ fingerprint }) => fingerprint);
  };
  expect(new Set([...at('', 0), ...at('', 0, 'no-stray-space')]).size).toBe(4);
  expect(at('# 说明\n\n', 3)).toEqual(at('', 0));
});
