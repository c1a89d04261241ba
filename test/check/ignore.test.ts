// Comments that pass a finding over, in texts that are on no disk. Two rules are in force, so that what others find stays out of it.
import { describe, expect, test } from 'vitest';
import { formName } from '../../src/check/form.js';
import { type CheckedSource, checkSource, type Kits } from '../../src/pipeline.js';
import { allRules, projectGoal, sampleText, validateProjectGoal } from '../support/forms.js';

const { rules, treeRules } = allRules();
const ruleSet = { rules: rules.filter(({ rule }) => /^code-has-21$|^goals-differ$/.test(rule.name)), treeRules };
const kits: Kits = {
  forms: [formName(projectGoal)].filter((name) => name !== null),
  kitFor: async () => ({
    value: { form: projectGoal, validate: validateProjectGoal, ruleSet, template: () => Promise.reject(new Error()) },
    findings: [],
  }),
};

/** Lines of the sample replaced: the key, and what stands in place of its line. */
function check(lines: Readonly<Record<string, string>>): Promise<CheckedSource> {
  const text = Object.entries(lines).reduce((before, [key, line]) => {
    const after = before.replace(new RegExp(`^${key}: .*$`, 'm'), () => line);
    if (after === before) throw new Error(`not in the sample: ${key}`);
    return after;
  }, sampleText);
  return checkSource('projects/2025/例子.yaml', Buffer.from(text), kits, '2025');
}

/** Of each finding the line and the rule; and how many were passed over. */
const seen = ({ findings, suppressed }: CheckedSource) =>
  [...findings.map(({ rule, place }) => `${place?.line} ${rule}`), `${suppressed} passed over`].join(', ');

const code = '项目编码: "4403132300315006050"';
const goals = { 年度目标: '年度目标: 全年开展活动9次。', 长期目标: '长期目标: 全年开展活动9次。' };

test('without a comment all is told', async () => {
  expect(seen(await check({ 项目编码: code, ...goals }))).toBe('4 code-has-21, 88 goals-differ, 0 passed over');
});

describe('a comment passes its rule’s finding over', () => {
  test.each([
    ['at the end of the line', ' # shenbao-ignore code-has-21 -- 旧系统的编码'],
    ['with a Chinese dash', ' # shenbao-ignore code-has-21 —— 旧系统的编码'],
    ['with full-width hyphens', ' # shenbao-ignore code-has-21－－旧系统的编码'],
    ['with few spaces', ' #  shenbao-ignore  code-has-21--旧系统的编码'],
  ])('%s', async (_, comment) => {
    const checked = await check({ 项目编码: code + comment });
    expect(seen(checked).replace('4 yaml/text-after-hash, ', '')).toBe(
      '1 ignore/unused'.replace(/.*/, '1 passed over'),
    );
    expect(checked.value).not.toBeNull();
  });

  const comment = '# shenbao-ignore goals-differ -- 跨年度的项目';
  test.each([
    ['on a line of its own above', `${comment}\n${goals.长期目标}`],
    ['that is indented', `    ${comment}\n${goals.长期目标}`],
    ['over other comments and blank lines', `${comment}\n\n# 长期的\n${goals.长期目标}`],
    ['on the line of the key, above a block of text', `长期目标: | ${comment}\n  全年开展活动9次。`],
    ['on the line of the key, above quoted text', `长期目标: ${comment}\n  "全年开展活动9次。"`],
    ['on the line where the text begins', `长期目标:\n  "全年开展活动9次。" ${comment}`],
    ['among Windows line ends', `${comment}\r\n${goals.长期目标}`],
  ])('%s', async (_, line) => {
    expect(seen(await check({ ...goals, 长期目标: line }))).toBe('1 passed over');
  });

  test.each([
    'goals-differ yaml/wrapped-text',
    'goals-differ、yaml/wrapped-text',
    'yaml/wrapped-text, goals-differ',
  ])('of the reader as well, with several names: %s', async (names) => {
    const line = `长期目标: "全年开展\n  活动9次。" # shenbao-ignore ${names} -- 原样`;
    const above = `# shenbao-ignore ${names} -- 原样\n${line.replace(/ #.*/, '')}`;
    expect(seen(await check({ ...goals, 长期目标: above }))).toBe('2 passed over');
  });
});

describe('what is no such comment', () => {
  test.each([
    ['text in a block', `长期目标: |\n  全年开展活动9次。\n  # shenbao-ignore goals-differ -- 理由`],
    ['text in quotes', `长期目标: "全年 # shenbao-ignore goals-differ -- 理由"`],
    ['text next to a word', `长期目标: 全年# shenbao-ignore goals-differ -- 理由`],
    ['a comment that only speaks of it', `# 不用 shenbao-ignore goals-differ -- 理由\n长期目标: 甲`],
    ['another word', `# shenbao-ignored goals-differ -- 理由\n长期目标: 甲`],
  ])('%s', async (_, line) => {
    expect(seen(await check({ 长期目标: line }))).toBe('0 passed over');
  });
});

describe('a comment that is wrong', () => {
  const said = async (comment: string) => {
    const { findings, suppressed } = await check({ 项目编码: `${code} # ${comment}` });
    expect(findings.map(({ level }) => level)).not.toContain('hint');
    return [
      ...findings.map(({ rule, message, advice, place }) =>
        rule.startsWith('ignore/') ? `${place?.column}-${place?.endColumn} ${rule} ${message.zh}。${advice?.zh}` : rule,
      ),
      suppressed,
    ];
  };

  test.each<readonly [string, readonly (string | number)[]]>([
    [
      'shenbao-ignore code-has-21',
      [
        'code-has-21',
        '29-57 ignore/reason 没有写略过的理由，所以没有略过。在后面写“-- 理由”，例如“-- 已与财政局核对”',
        0,
      ],
    ],
    ['shenbao-ignore code-has-21 -- 　', ['code-has-21', expect.stringMatching(/^29-62 ignore\/reason/) as never, 0]],
    [
      'shenbao-ignore code-has-20 -- 理由',
      ['code-has-21', '46-57 ignore/unknown 没有叫“code-has-20”的规则。是不是“code-has-21”', 0],
    ],
    [
      'shenbao-ignore 编码 -- 理由',
      ['code-has-21', '46-48 ignore/unknown 没有叫“编码”的规则。规则名照检查结果里写的抄', 0],
    ],
    [
      'shenbao-ignore -- 理由',
      [
        'code-has-21',
        '29-51 ignore/unknown 没有写要略过哪条规则。写成“# shenbao-ignore 规则名 -- 理由”，规则名照检查结果里写的抄',
        0,
      ],
    ],
    [
      'shenbao-ignore code-has-21 goals-differ -- 理由',
      [
        '58-70 ignore/unused 这里没有“goals-differ”要略过的问题。问题已经改好的，删去这条注释；写错了地方的，移到问题所在的那一行',
        1,
      ],
    ],
    ['shenbao-ignore code-has-21 code-has-21 -- 理由', [expect.stringMatching(/^58-69 ignore\/unused/) as never, 1]],
    [
      'shenbao-ignore code-has-21 ignore/unused goals-differ -- 理由',
      [
        '58-71 ignore/refused “ignore/unused”不能略过：能略过的只有规则，以及 yaml/ 的警告和提示。改正问题本身，删去这条注释',
        expect.stringMatching(/^72-84 ignore\/unused/) as never,
        1,
      ],
    ],
  ])('%s', async (comment, expected) => {
    expect(await said(comment)).toEqual(expected);
  });
});

describe('errors of structure and reading', () => {
  test('are never passed over', async () => {
    const checked = await check({ 实施期限: '实施期限: 五年 # shenbao-ignore schema/pattern -- 就这样写' });
    expect(seen(checked)).toBe('8 schema/pattern, 8 ignore/refused, 0 passed over');
    expect(checked.value).toBeNull();
  });

  test('hold up the judgement of what was passed over in vain: the rules have not said all', async () => {
    const line = '# shenbao-ignore goals-differ -- 理由\n实施期限: 五年';
    expect(seen(await check({ 实施期限: line }))).toBe('9 schema/pattern, 0 passed over');
  });

  test('of reading leave nothing to judge', async () => {
    const line = `${code} # shenbao-ignore code-has-21 -- 理由\n项目编码: "1"`;
    expect(seen(await check({ 项目编码: line }))).toBe('5 yaml/duplicate-key, 0 passed over');
  });
});

describe('hostile comments', () => {
  test.each([
    ['100,000 comments', `${'# shenbao-ignore 甲 -- 乙\n'.repeat(100_000)}项目编码: "1"`],
    ['5 MB of names', `${code} # shenbao-ignore ${'a '.repeat(2_500_000)}-- 乙`],
    ['5 MB of dashes', `${code} # shenbao-ignore a${' -'.repeat(1_250_000)}${'—'.repeat(800_000)}`],
    ['5 MB of spaces', `${code} # shenbao-ignore${' '.repeat(5_000_000)}`],
  ])('%s end in a few findings', async (_, line) => {
    const { findings } = await check({ 项目编码: line });
    expect(findings.length).toBeLessThan(210);
    expect(findings.map(({ rule }) => rule)).toContain('ignore/unknown');
  });
});
