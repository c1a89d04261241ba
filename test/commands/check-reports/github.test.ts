// Annotations for GitHub Actions: https://docs.github.com/actions/reference/workflow-commands-for-github-actions
import { describe, expect, test } from 'vitest';
import { printGitHub } from '../../../src/commands/check-reports/github.js';
import { findingAt, many, print, styleOf } from './support.js';

const file = 'projects/2025/甲.yaml';
const text = '合计: 12万\n说明: |\n  甲\n  乙\n';

const lines = (...args: Parameters<typeof print> extends [unknown, ...infer Rest] ? Rest : never) =>
  print(printGitHub, ...args).split('\n');

test('each finding is a command, and the summary stands in the log', () => {
  const findings = [
    findingAt(file, text, '12万'),
    findingAt(file, text, '甲\n  乙', { level: 'warning', message: { zh: '两行', en: '' } }),
    { rule: 'workspace/unreadable', level: 'hint' as const, message: { zh: '读不了', en: '' } },
  ];
  expect(lines({ texts: { [file]: text }, files: [{ file, findings }] })).toEqual([
    '::error file=projects/2025/甲.yaml,line=1,endLine=1,col=5,endColumn=8,title=goals-differ::“12万”不对 → 改一改',
    '::warning file=projects/2025/甲.yaml,line=3,endLine=4,title=goals-differ::两行 → 改一改',
    '::notice file=projects/2025/甲.yaml,line=1,endLine=1,title=workspace/unreadable::读不了',
    '查了 1 份：错误 1 处，警告 1 处，提示 1 处。',
  ]);
});

test('what commands are written with is escaped, and no text begins a command of its own', () => {
  const name = 'projects/2025/100%,a:b.yaml';
  const message = { zh: '100%\n::stop-commands::x\r\n，a:b', en: '' };
  const [command, ...others] = lines({ files: [{ file: name, findings: [{ rule: 'a/b', level: 'error', message }] }] });
  expect(command).toBe(
    '::error file=projects/2025/100%25%2Ca%3Ab.yaml,line=1,endLine=1,title=a/b::100%25<U+000A>::stop-commands::x<U+000D><U+000A>，a:b',
  );
  expect(others).toHaveLength(1);
});

test('files are named from the top of the repository', () => {
  const [command] = lines({ files: [{ file, findings: many(file, 'error', 1) }], more: { prefix: '预算/' } });
  expect(command).toContain('file=预算/projects/2025/甲.yaml,');
});

describe('ten of a kind are shown in a step', () => {
  const kinds = (printed: readonly string[]) =>
    ['error', 'warning', 'notice'].map((kind) => printed.filter((line) => line.startsWith(`::${kind} `)).length);

  test('so that ten of each fit', () => {
    const findings = [...many(file, 'hint', 10), ...many(file, 'warning', 10), ...many(file, 'error', 10)];
    const printed = lines({ files: [{ file, findings }] });
    expect(kinds(printed)).toEqual([10, 10, 10]);
    expect(printed).toHaveLength(31);
  });

  test('and what does not fit is counted by the last notice', () => {
    const findings = [...many(file, 'hint', 12), ...many(file, 'warning', 3), ...many(file, 'error', 25)];
    const printed = lines({ files: [{ file, findings }] });
    expect(kinds(printed)).toEqual([10, 3, 9]);
    expect(printed.at(-2)).toBe('::notice::还有 18 处没有标在文件里，见 shenbao check');
    expect(lines({ files: [{ file, findings }] }, styleOf('en')).at(-2)).toBe(
      '::notice::+18 not annotated; run shenbao check for all of them',
    );
  });
});

test('a message of any length is cut', () => {
  const message = { zh: '长'.repeat(100_000), en: '' };
  const [command = ''] = lines({ files: [{ file, findings: [{ rule: 'a', level: 'error', message }] }] });
  expect(Buffer.byteLength(command)).toBeLessThan(64 * 1024);
  expect(command.endsWith('…')).toBe(true);
});
