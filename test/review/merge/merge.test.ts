// Three versions of the sample, and what becomes of them. Each case of test/cases/merge is one passage of the sample in three versions:
// a version that is not given is that of the ancestor, and all the rest of the file has to stay as it is.
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { cleanText, parse, replaceOnce } from '../../support/forms.js';
import { gansuText } from '../../support/gansu.js';
import { sampleWith } from '../../support/workspace.js';
import { merge, tryMerge } from './support.js';

type Part = 'sample' | 'base' | 'ours' | 'theirs' | 'merged' | 'clashes';
interface Case extends Partial<Readonly<Record<Part, string>>> {
  readonly name: string;
}

function casesIn(file: string): readonly Case[] {
  const [, ...all] = readFileSync(file, 'utf8').split(/^## /m);
  return all.map((text) => {
    const [name = '', ...parts] = text.split(/^--- /m);
    const entries = parts.map((part) => {
      const [head = '', ...lines] = part.split('\n');
      return [head, lines.join('\n').replace(/\n+$/, '\n').replace(/^\n$/, '')] as const;
    });
    return { name: name.trim(), ...Object.fromEntries(entries) };
  });
}

const folder = 'test/cases/merge';

describe.each(readdirSync(folder))('%s', (file) => {
  it.each(casesIn(`${folder}/${file}`))('$name', async ({
    base = '',
    sample = base,
    ours = base,
    theirs = base,
    ...said
  }) => {
    const into = (passage: string) => replaceOnce(cleanText, sample, passage);
    const got = await merge(into(base), into(ours), into(theirs));
    expect(got.text).toBe(into(said.merged ?? ''));
    expect(got.clashes).toEqual((said.clashes ?? '').split('\n').filter((line) => line !== ''));
  });
});

const inFourSpaces = (text: string) => text.replace(/^( +)/gm, '$1$1').replace(/^( *)- /gm, '$1-   ');

describe('what is merged', () => {
  const ours = sampleWith(['≥30场次', '≥40场次']);
  const theirs = sampleWith(['≤200元', '≤180元']);
  const both = sampleWith(['≥30场次', '≥40场次'], ['≤200元', '≤180元']);

  it.each([
    ['the sample', cleanText],
    ['the sample of Gansu', gansuText],
    ['a text with a head, in four spaces', `---\n# 表头\n\n${inFourSpaces(cleanText)}# 表尾\n`],
  ])('%s stays as it is where nothing changed', async (_, text) => {
    expect(await merge(text, text, text)).toEqual({ text, clashes: [], broken: [] });
    const commented = `${text}# 另记\n`;
    expect((await merge(text, commented, text)).text).toBe(commented);
    expect((await merge(text, text, commented)).text).toBe(commented);
  });

  it('keeps the byte order mark and the line breaks of ours', async () => {
    const onWindows = (text: string) => `\ufeff${text.replaceAll('\n', '\r\n')}`;
    expect((await merge(cleanText, onWindows(ours), theirs)).text).toBe(onWindows(both));
    expect((await merge(onWindows(cleanText), onWindows(ours), onWindows(theirs))).text).toBe(onWindows(both));
    expect((await merge(onWindows(cleanText), ours, onWindows(theirs))).text).toBe(both);
  });

  it('ends as the side does that changed its end', async () => {
    const open = (text: string) => text.trimEnd();
    expect((await merge(cleanText, open(ours), theirs)).text).toBe(open(both));
    expect((await merge(cleanText, ours, open(theirs))).text).toBe(open(both));
    expect((await merge(open(cleanText), open(ours), theirs)).text).toBe(both);
  });

  it('may have no ancestor: what both wrote alike stands once', async () => {
    expect((await merge('', ours, ours)).text).toBe(ours);
    const { clashes } = await merge('', ours, theirs);
    expect(clashes).toEqual(['产出指标 › 数量指标“开展活动数量” › 指标值', '产出指标 › 成本指标“人均成本” › 指标值']);
  });

  it('says what theirs says where ours is all indented in another way', async () => {
    const indented = inFourSpaces(cleanText);
    const merged = await merge(cleanText, indented, theirs);
    expect(merged.text).toBe(indented.replace('≤200元', '≤180元'));
    expect(parse((await merge(cleanText, theirs, indented)).text).value).toEqual(parse(theirs).value);
  });
});

describe('what no longer holds once both are merged', () => {
  const withItem = (name: string, amount: string) =>
    sampleWith(
      ['本年度项目金额: 2,425,500.00', `本年度项目金额: ${amount}`],
      ['  - 事项: 书籍采购\n', `  - 事项: ${name}\n    金额: 5万\n  - 事项: 书籍采购\n`],
    );

  it('is noted above what it is about: two items more, and the sum raised once', async () => {
    const { text, clashes, broken } = await merge(
      cleanText,
      withItem('职工运动会', '2,475,500.00'),
      withItem('职工歌咏比赛', '247.55万'),
    );
    expect([clashes, broken]).toEqual([[], ['basis-adds-up']]);
    const note =
      '# shenbao-merge basis-adds-up -- 两边的修改合并以后：测算依据 23 项合计 2,525,500.00 元，本年度项目金额是 2,475,500.00 元，合计多了 50,000.00 元。改好以后删去这一行。\n';
    expect(text.split(note)).toHaveLength(2);
    expect(text).toContain(`\n${note}测算依据:\n`);
    expect(text.replace(note, '')).toBe(
      withItem('职工运动会', '2,475,500.00').replace(
        '  - 事项: 书籍采购\n',
        '  - 事项: 职工歌咏比赛\n    金额: 5万\n  - 事项: 书籍采购\n',
      ),
    );
  });

  it('is nothing that was wrong on one side before', async () => {
    const wrong = sampleWith(['  - 事项: 书籍采购\n    金额: 1万\n', '  - 事项: 书籍采购\n    金额: 2万\n']);
    const more = sampleWith(['  - 事项: 报刊订阅\n    金额: 2万\n', '  - 事项: 报刊订阅\n    金额: 3万\n']);
    expect((await merge(cleanText, wrong, cleanText)).broken).toEqual([]);
    expect((await merge(cleanText, wrong, more)).broken).toEqual([]);
  });

  it('is noted above the dash where it is about the first key of an item: one indicator, added by each in another place', async () => {
    const added = (row: string) =>
      sampleWith([
        row,
        `${row}      - 名称: 送温暖活动次数\n        指标值: ≥3次\n        解释: 考察送温暖活动的次数\n`,
      ]);
    const { text, broken } = await merge(
      cleanText,
      added('        解释: 考察全年开展活动次数\n'),
      added('        解释: 反映全年参加工会活动的人均成本\n'),
    );
    expect(broken).toEqual(['indicator-names-differ']);
    expect(text).toMatch(/^ {6}# shenbao-merge indicator-names-differ -- [^\n]+\n {6}- 名称: 送温暖活动次数$/m);
  });
});

describe('what is not merged by identity', () => {
  const marked = sampleWith(['        指标值: ≥30场次\n', '<<<<<<< a\n        指标值: ≥30场次\n=======\n>>>>>>> b\n']);
  const gansu = gansuText;

  it.each([
    ['what is no declaration', 'a: 1\n', 'a: 2\n', 'b: 1\n', { why: 'no-declaration' }],
    ['what has conflict marks', cleanText, marked, cleanText, { why: 'has-marks' }],
    ['two forms', cleanText, cleanText, gansu, { why: 'two-forms' }],
    ['what changed its form', cleanText, gansu, gansu, { why: 'two-forms' }],
    ['what is too large', cleanText, cleanText, `${cleanText}${'#'.repeat(200_000)}\n`, { why: 'too-large' }],
    ['lines that end as long ago', cleanText, cleanText, cleanText.replaceAll('\n', '\r'), { why: 'not-understood' }],
    ['all of it in braces', cleanText, cleanText, JSON.stringify(parse(cleanText).value), { why: 'not-understood' }],
  ])('%s', async (_, base, ours, theirs, refusal) => {
    expect(await tryMerge(base, ours, theirs)).toEqual(refusal);
  });

  it.each(['ours', 'theirs', 'base'] as const)('a text that cannot be read: %s', async (side) => {
    const texts = { base: cleanText, ours: cleanText, theirs: cleanText, [side]: `${cleanText}没有冒号\n` };
    const refusal = await tryMerge(texts.base, texts.ours, texts.theirs);
    expect(refusal).toMatchObject({ why: 'unreadable', side, finding: { rule: 'yaml/missing-colon' } });
  });
});
