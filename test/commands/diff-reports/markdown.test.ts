// The review as a comment under a pull request.
import { describe, expect, test } from 'vitest';
import { printMarkdown } from '../../../src/commands/diff-reports/markdown.js';
import { exceededBy } from '../../../src/review/gates.js';
import { samplePath } from '../../support/project-goal.js';
import { anotherWith, sampleWith } from '../../support/workspace.js';
import { print, reviewOf } from './support.js';

test('has one line on everything, a table, and the changes folded', async () => {
  const review = await reviewOf(
    { [samplePath]: sampleWith() },
    {
      [samplePath]: sampleWith(
        ['本年度项目金额: 2,425,500.00', '本年度项目金额: 2,545,500.00'],
        ['≥30场次', '≥28场次'],
        ['预计1500元一人，覆盖约80人', '预计1500元一人，覆盖约90人'],
      ),
      'projects/2025/另一个.yaml': anotherWith(),
    },
  );
  const exceeded = exceededBy(review, { maxIncrease: null, noLoosening: true });
  expect(await print(printMarkdown, review, exceeded)).toMatchInlineSnapshot(`
    "### 申报表改了什么

    以前 → 现在

    **本年度项目金额 2,425,500.00 → 4,971,000.00 元，增加 2,545,500.00 元（+104.95%）** · 收紧 0 处，放宽 1 处 · 检查：新出现错误 1、警告 2

    **超出了允许的变动：**

    - projects/2025/区总工会工作经费.yaml：产出指标 › 数量指标“开展活动数量” › 指标值 放宽了

    | 申报表 | 变动 | 年度金额（元） | 指标 | 检查 |
    | --- | --- | --- | --- | --- |
    | 区总工会工作经费<br>\`projects/2025/区总工会工作经费.yaml\` | 修改 3 处 | +120,000.00（+4.95%） | 收紧 0 处，放宽 1 处 | 新出现错误 1、警告 2 |
    | 另一个项目<br>\`projects/2025/另一个.yaml\` | 新增 | +2,425,500.00 |  |  |

    <details><summary>区总工会工作经费：修改</summary>

    - 修改 本年度项目金额：<del>2,425,500.00</del> → <ins>2,545,500.00</ins> — **增加 120,000.00 元（+4.95%）**
    - 修改 测算依据第 10 项“暑期托管班” › 说明：预计1500元一人，覆盖约<del>80</del><ins>90</ins>人，共计12万。
    - 修改 产出指标 › 数量指标“开展活动数量” › 指标值：<del>≥30场次</del> → <ins>≥28场次</ins> — **放宽**
    - 检查新发现 31:1：错误 测算依据 21 项合计 2,425,500.00 元，本年度项目金额是 2,545,500.00 元，合计少了 120,000.00 元 \`basis-adds-up\`
    - 检查新发现 56:11：警告 1500元一人 × 90人 = 13.5万元，写的金额是 12万元 \`price-times-quantity\`
    - 检查新发现 86:99：警告 年度目标里的“30次”，绩效指标里没有，同类的是“≥28场次” \`goal-numbers-are-indicators\`

    </details>

    <details><summary>另一个项目：新增</summary>

    - 测算依据 21 项合计 2,425,500.00 元，与本年度项目金额一致。

    </details>"
  `);
});

test('speaks English', async () => {
  const review = await reviewOf({ [samplePath]: sampleWith() }, { [samplePath]: sampleWith(['≥30场次', '≥28场次']) });
  expect(await print(printMarkdown, review, [], 'en')).toMatchInlineSnapshot(`
    "### What changed in the declarations

    then → now

    **本年度项目金额 unchanged (2,425,500.00 元)** · 0 tightened, 1 loosened · check: 1 warning new

    | Declaration | Change | Year’s amount (元) | Indicators | Check |
    | --- | --- | --- | --- | --- |
    | 区总工会工作经费<br>\`projects/2025/区总工会工作经费.yaml\` | 1 change | unchanged | 0 tightened, 1 loosened | 1 warning new |

    <details><summary>区总工会工作经费: changed</summary>

    - changed 产出指标 › 数量指标 “开展活动数量” › 指标值: <del>≥30场次</del> → <ins>≥28场次</ins> — **loosened**
    - Found by check 86:99: warning “30次” in 年度目标 is no indicator’s value; those of its kind are “≥28场次” \`goal-numbers-are-indicators\`

    </details>"
  `);
});

test('says so when nothing changed', async () => {
  const review = await reviewOf({ [samplePath]: sampleWith() }, { [samplePath]: `# 整理\n${sampleWith()}` });
  expect(await print(printMarkdown, review)).toBe(
    '### 申报表改了什么\n\n以前 → 现在\n\n申报表的内容没有变动。\n\n1 份只改了写法，内容没有变动。',
  );
});

describe('a hostile declaration', () => {
  const evil = [
    '</summary></details><script>alert(1)</script>',
    '@octocat #1 ![x](http://x.example/x.png) [y](javascript:1)',
    '| 甲 | 乙 |',
    '```` ~~~ <!-- shenbao review -->',
    'www.example.com http://example.com GH-1 !2 %3 $4',
    '<img src=x onerror=alert(1)> &lt;b&gt; \\| \\<b>',
    '# 标题',
    '1. 一',
  ];

  test.each(evil)('%s stays text', async (text) => {
    const quoted = JSON.stringify(text);
    const review = await reviewOf(
      { 'projects/2025/a.yaml': sampleWith(), 'projects/2025/`b|<b>@c`.yaml': anotherWith() },
      {
        'projects/2025/a.yaml': sampleWith(
          ['项目名称: 区总工会工作经费', `项目名称: ${quoted}`],
          ['指标值: ≥30场次', `指标值: ${quoted}`],
          ['- 事项: 书籍采购', `- 事项: ${quoted}`],
          ['年度目标: ', `年度目标: ${text.replace(/[^一-龥]/g, '')}`],
        ),
        'projects/2025/`b|<b>@c`.yaml': anotherWith(['名称: 开展活动数量', `名称: ${quoted}`]),
      },
    );
    const printed = await print(printMarkdown, review);
    const withoutCode = printed.replace(/(`+) ?.*?[^`]\1(?!`)/g, '');
    const tags = withoutCode.replace(/\\[!-/:-@[-`{-~]/g, '').match(/<\/?[a-z!][^>]*>/gi) ?? [];
    expect(tags.filter((tag) => !/^<\/?(?:details|summary|del|ins|br)>$/.test(tag))).toEqual([]);
    expect(printed.match(/<details>/g)).toHaveLength(2);
    expect(printed.match(/<\/details>/g)).toHaveLength(2);
    // What a service would take for a mention, a reference, an address or an image, once the markup is gone.
    const shown = withoutCode.replace(/\\(.)/g, '$1');
    expect(shown).not.toMatch(/[@#!%~$](?=\w)|GH-\d|\/\/|www\.|!\[/);
    // A summary is a block of HTML, in which no Markdown is read.
    expect(withoutCode.replace(/<summary>.*<\/summary>/g, '')).not.toMatch(/(?<!\\)\]\(/);
    // Each row of the table has its five cells and no more.
    const rows = printed.split('\n').filter((line) => line.startsWith('| '));
    for (const row of rows) expect(row.replace(/\\\|/g, '').match(/\|/g)).toHaveLength(6);
    expect(rows).toHaveLength(4);
  });
});

describe('what is too much for a comment', () => {
  const many = (count: number, change: (text: string, at: number) => string) =>
    Object.fromEntries(
      Array.from({ length: count }, (_, at) => {
        const text = anotherWith(['605005', `${605005 + at}`], ['另一个项目', `项目${at}`]);
        return [`projects/2025/${at}.yaml`, change(text, at)];
      }),
    );

  test('is counted, and each fold is whole', async () => {
    const before = many(150, (text) => text);
    const after = many(150, (text, at) =>
      text.replace('≥30场次', `≥${at + 31}场次`).replace('年度目标: ', `年度目标: ${'说明，'.repeat(300)}`),
    );
    const printed = await print(printMarkdown, await reviewOf(before, after));
    expect(printed.length).toBeLessThan(60_000);
    const folds = printed.match(/<details>/g)?.length ?? 0;
    expect(printed.match(/<\/details>/g)).toHaveLength(folds);
    expect(folds).toBeGreaterThan(10);
    expect(printed).toContain(`还有 ${150 - folds} 份没有列出；全部的看 shenbao diff。`);
    expect(printed).toContain('还有 50 份没有列出');
  });

  test('of one declaration is counted within it', async () => {
    const item = (at: number, cost: string) => `  - 事项: 第${at}件事的名称写得很长很长\n    金额: ${cost}\n`;
    const items = (cost: string) => Array.from({ length: 600 }, (_, at) => item(at, cost)).join('');
    const text = (cost: string) => sampleWith(['测算依据:\n', `测算依据:\n${items(cost)}`]);
    const printed = await print(
      printMarkdown,
      await reviewOf({ [samplePath]: text('1万') }, { [samplePath]: text('2万') }),
    );
    expect(printed.length).toBeLessThan(30_000);
    const shown = printed.match(/^- 修改/gm)?.length ?? 0;
    expect(printed).toMatch(new RegExp(`还有 ${600 - shown + 1} 处没有列出|还有 ${600 - shown} 处没有列出`));
  });
});
