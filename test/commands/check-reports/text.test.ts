// The report on a terminal.
import { describe, expect, test } from 'vitest';
import { printText } from '../../../src/commands/check-reports/text.js';
import type { FileReckoning } from '../../../src/workspace/check-all.js';
import { inWorkspace } from '../../support/workspace.js';
import { findingAt, many, print, styleOf } from './support.js';

const file = 'projects/2025/甲.yaml';
const text = '合计: 12万\n甲: 教育14万；服务6万\n\n其他: 无\n乙: 5万\n';
const related = ['14万', '6万', '5万'].map((passage) => findingAt(file, text, passage).place).filter((one) => !!one);

describe('a finding', () => {
  test('shows what a place disagrees with, and says why once in a run', () => {
    const why = {
      about: { zh: '合计要等于各项之和', en: 'A sum is what its items add up to' },
      source: { zh: '评审要点', en: 'review sheets' },
      level: 'error' as const,
    };
    const findings = [findingAt(file, text, '12万', { related }), findingAt(file, text, '无')];
    expect(print(printText, { texts: { [file]: text }, files: [{ file, findings }], more: { whyOf: () => why } })).toBe(
      `projects/2025/甲.yaml  错误 2 处

  1:5  错误  “12万”不对  goals-differ
 1 | 合计: 12万
   |       ^^^^
 2 | 甲: 教育14万；服务6万
   |         ----      ---
 ...
 5 | 乙: 5万
   |     ---
  为什么：合计要等于各项之和（来源：评审要点）
  → 改一改

  4:5  错误  “无”不对  goals-differ
 4 | 其他: 无
   |       ^^
  → 改一改

查了 1 份：错误 2 处，警告 0 处，提示 0 处。`,
    );
  });

  test('names places in other files in words, and counts those it does not show', () => {
    const other = 'projects/2025/乙.yaml';
    const places = Array.from({ length: 8 }, () => findingAt(other, text, '6万').place).filter((one) => !!one);
    const finding = findingAt(file, text, '12万', { related: places });
    const printed = print(printText, { texts: { [file]: text }, files: [{ file, findings: [finding] }] });
    expect(printed).toContain(
      `  另见：${Array(6).fill('projects/2025/乙.yaml:2:12').join('  ')}\n  相关的还有 2 处。\n`,
    );
  });

  test('breaks its sentences in a terminal’s width, and none where nobody reads along', () => {
    const message = { zh: '这一句话'.repeat(12), en: '' };
    const made = { texts: { [file]: text }, files: [{ file, findings: [findingAt(file, text, '12万', { message })] }] };
    expect(print(printText, made, styleOf('zh', 60)).split('\n\n')[1]).toBe(
      `  1:5  错误  这一句话这一句话这一句话这一句话这一句话这一句
             话这一句话这一句话这一句话这一句话这一句话这一
             句话  goals-differ
 1 | 合计: 12万
   |       ^^^^
  → 改一改`,
    );
    expect(print(printText, made)).toContain(`${message.zh}  goals-differ\n`);
  });
});

describe('too many findings', () => {
  test('of one file are counted, and the worst are shown', () => {
    const findings = [...many(file, 'hint', 30), ...many(file, 'error', 15)];
    const printed = print(printText, { files: [{ file, findings }] });
    expect(printed.match(/错误 {2}error \d+/g)).toHaveLength(15);
    expect(printed.match(/提示 {2}hint \d+/g)).toHaveLength(5);
    expect(printed).toContain('\n\n  还有 25 处没有列出。\n\n');
  });

  test('in all are counted: an error in the last file is shown before the hints of the first', () => {
    const files = Array.from({ length: 300 }, (_, index) => {
      const name = `projects/2025/${String(index).padStart(3, '0')}.yaml`;
      return { file: name, findings: many(name, index === 299 ? 'error' : 'hint', 1) };
    });
    const printed = print(printText, { files });
    expect(printed.match(/^ {2}\d+:\d+ {2}/gm)).toHaveLength(200);
    expect(printed).toContain('projects/2025/299.yaml  错误 1 处');
    expect(printed).toContain('还有 100 处没有列出，在 100 个文件里；先改好列出的，或者用 --format json 全部列出。');
  });
});

describe('sums', () => {
  const reckoning: FileReckoning = {
    file,
    label: '各项',
    items: 21,
    unread: 0,
    fen: 242550000n,
    declared: 242550000n,
    declaredLabel: '今年的金额',
  };
  const closing = (reckonings: readonly FileReckoning[], language: 'zh' | 'en' = 'zh') =>
    print(printText, { files: [], more: { reckonings } }, styleOf(language)).split('\n').slice(0, -1);

  test.each([
    ['that agrees', {}, '各项 21 项合计 2,425,500.00 元，与今年的金额一致。'],
    ['too large', { fen: 242550001n }, '各项 21 项合计 2,425,500.01 元，比今年的金额 2,425,500.00 元多 0.01 元。'],
    ['too small', { fen: 242000000n }, '各项 21 项合计 2,420,000.00 元，比今年的金额 2,425,500.00 元少 5,500.00 元。'],
    ['that cannot be read', { unread: 2 }, '各项 21 项里有 2 项读不出金额，合计不出来。'],
    ['with nothing to compare', { declared: null }, '各项 21 项合计 2,425,500.00 元。'],
  ])('one %s', (_, change, expected) => {
    expect(closing([{ ...reckoning, ...change }])).toEqual([expected]);
  });

  test('in English', () => {
    expect(closing([reckoning], 'en')).toEqual(['各项: 21 items add up to 2,425,500.00 元, which is 今年的金额.']);
  });

  test('a few are named by file, many are counted', () => {
    expect(closing([reckoning, { ...reckoning, file: 'projects/2025/乙.yaml' }])).toEqual([
      'projects/2025/甲.yaml  各项 21 项合计 2,425,500.00 元，与今年的金额一致。',
      'projects/2025/乙.yaml  各项 21 项合计 2,425,500.00 元，与今年的金额一致。',
    ]);
    expect(closing([reckoning, reckoning, { ...reckoning, fen: 1n }, { ...reckoning, unread: 1 }])).toEqual([
      '合计与申报的金额：一致 2 份，不一致 1 份，合计不出来 1 份。',
    ]);
  });
});

test('says why in the words of the form', () =>
  inWorkspace(async ({ write, shenbao }) => {
    const goal = '全年开展活动不少于9次。';
    write('projects/2025/甲.yaml', `表单: 二级项目支出绩效目标申报表\n年度目标: ${goal}\n长期目标: ${goal}\n`);
    const { out } = await shenbao('check', 'projects/2025/甲.yaml');
    expect(out).toContain(`长期目标与年度目标一字不差  goals-differ
 2 | 年度目标: 全年开展活动不少于9次。
   |           -----------------------
 3 | 长期目标: 全年开展活动不少于9次。
   |           ^^^^^^^^^^^^^^^^^^^^^^^
  为什么：“长期目标”说的是整个期限，“年度目标”说的是今年；一字不差，就有一个没有写（来源：已公开的申报表）
  → 长期目标写到期满时要达到什么，年度目标只写今年的`);
  }));

test('no text of a file steers the terminal', () => {
  const evil = '合计: \x1b[2J\u202e12\n';
  const finding = findingAt('a\x1b.yaml', evil, '\x1b[2J\u202e12', { related: [] });
  const printed = print(printText, {
    texts: { 'a\x1b.yaml': evil },
    files: [{ file: 'a\x1b.yaml', findings: [finding] }],
  });
  expect(printed).not.toMatch(/(?!\n)\p{C}/u);
});
