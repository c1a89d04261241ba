// The report as a comment or a step's summary.
import { describe, expect, test } from 'vitest';
import { printMarkdown } from '../../../src/commands/check-reports/markdown.js';
import { findingAt, many, print, styleOf } from './support.js';

const file = 'projects/2025/甲.yaml';
const text = '合计: 12万\n甲: 5万\n';

test('has the worst first, and what is long is folded', () => {
  const related = [findingAt(file, text, '5万').place].filter((one) => !!one);
  const findings = [findingAt(file, text, '甲', { level: 'hint' }), findingAt(file, text, '12万', { related })];
  const why = {
    about: { zh: '合计要等于各项之和', en: '' },
    source: { zh: '评审要点', en: '' },
    level: 'error' as const,
  };
  const whyOf = () => why;
  expect(print(printMarkdown, { texts: { [file]: text }, files: [{ file, findings }], more: { whyOf } })).toBe(
    `### 申报表检查

查了 1 份：错误 1 处，警告 0 处，提示 1 处。

#### \`projects/2025/甲.yaml\` · 错误 1 处，提示 1 处

- **错误** 1:5 “12万”不对 \`goals-differ\`${'  '}
  → 改一改

  <details><summary>详情</summary>

  \`\`\`text
   1 | 合计: 12万
     |       ^^^^
   2 | 甲: 5万
     |     ---
  \`\`\`

  为什么：合计要等于各项之和（来源：评审要点）

  </details>

- **提示** 2:1 “甲”不对 \`goals-differ\`${'  '}
  → 改一改

  <details><summary>详情</summary>

  \`\`\`text
   2 | 甲: 5万
     | ^^
  \`\`\`

  </details>`,
  );
});

test('says so when nothing was found', () => {
  expect(print(printMarkdown, { files: [] }, styleOf('en'))).toBe(
    '### Check of the declarations\n\n0 declarations checked: 0 errors, 0 warnings, 0 hints.\n\nNothing was found.',
  );
});

test('files with errors come first', () => {
  const files = [
    { file: 'a.yaml', findings: many('a.yaml', 'hint', 1) },
    { file: 'b.yaml', findings: many('b.yaml', 'error', 1) },
  ];
  expect(print(printMarkdown, { files }).match(/^#### .*$/gm)).toEqual([
    '#### `b.yaml` · 错误 1 处',
    '#### `a.yaml` · 提示 1 处',
  ]);
});

describe('a hostile declaration', () => {
  const evil = '合计: </details><script>alert(1)</script> ``` @octocat\n';
  const name = 'projects/`@octocat`/<b>.yaml';
  const finding = findingAt(name, evil, '</details><script>alert(1)</script> ``` @octocat');
  const printed = print(printMarkdown, { texts: { [name]: evil }, files: [{ file: name, findings: [finding] }] });
  const [prose = '', code = ''] = printed.split(/^ {2}````text\n([\s\S]*?)^ {2}````$/m);

  test('stands in the code block as it is, behind a longer fence', () => {
    expect(code).toContain('</script> ``` @octocat');
  });

  test('is no markup outside of it', () => {
    const withoutCode = prose.replace(/(`+) ?.*?[^`]\1(?!`)/g, '');
    expect(withoutCode.match(/<[^>]*>/g)).toEqual(['<details>', '<summary>', '</summary>']);
    expect(withoutCode).not.toMatch(/@\w/);
  });
});

describe('what is too much for a comment', () => {
  const files = Array.from({ length: 2000 }, (_, index) => {
    const one = `projects/2025/${index}.yaml`;
    return { file: one, findings: many(one, index === 1999 ? 'error' : 'warning', 2) };
  });
  const printed = print(printMarkdown, { files });

  test('is counted', () => {
    expect(printed.length).toBeLessThan(60_000);
    const shown = printed.match(/^- \*\*/gm)?.length ?? 0;
    const [, left, inFiles] = /还有 (\d+) 处没有列出，在 (\d+) 个文件里/.exec(printed) ?? [];
    expect(shown).toBeGreaterThan(500);
    expect(shown + Number(left)).toBe(4000);
    expect(Number(inFiles)).toBe(Math.ceil(Number(left) / 2));
    expect(printed).not.toMatch(/^#### .*\n\n(?!- )/m);
  });

  test('is not the worst of it', () => {
    expect(printed.indexOf('**错误**')).toBeLessThan(printed.indexOf('**警告**'));
    expect(printed).toContain('projects/2025/1999.yaml');
  });
});
