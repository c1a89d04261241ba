// What became of a text, as a person would mark it with a pencil: [-gone-], {+come+}.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { textChanges } from '../../src/review/text-changes.js';

const show = (before: string, after: string) =>
  textChanges(before, after)
    .map(({ text, mark }) => (mark === 'deleted' ? `[-${text}-]` : mark === 'inserted' ? `{+${text}+}` : text))
    .join('');

describe('what became of a text', () => {
  it.each([
    ['区总工会工作经费', '区总工会工作经费', '区总工会工作经费'],
    ['', '', ''],
    ['', '新写的', '{+新写的+}'],
    ['原有的', '', '[-原有的-]'],
    ['全年开展活动不少于9次', '全年开展活动不少于12次', '全年开展活动不少于[-9-]{+12+}次'],
  ])('%s → %s', (before, after, shown) => {
    expect(show(before, after)).toBe(shown);
  });

  it.each([
    ['≥90%', '≥85%', '[-≥90%-]{+≥85%+}'],
    ['≤200元', '≤180元', '[-≤200-]{+≤180+}元'],
    ['2,425,500.00', '2,545,500.00', '[-2,425,500.00-]{+2,545,500.00+}'],
    ['深工〔2024〕13号', '深工〔2025〕13号', '深工[-〔2024〕13号-]{+〔2025〕13号+}'],
    ['8月-9月开展', '8月-10月开展', '8月-[-9-]{+10+}月开展'],
    ['2025-01-31', '2025-02-28', '[-2025-01-31-]{+2025-02-28+}'],
    ['5-6门课程', '5-8门课程', '[-5-6-]{+5-8+}门课程'],
    ['1,2,3', '1,2,4', '[-1,2,3-]{+1,2,4+}'],
    ['版本1.2.3。', '版本1.2.4。', '版本[-1.2.3-]{+1.2.4+}。'],
  ])('what is read as one value is replaced whole: %s → %s', (before, after, shown) => {
    expect(show(before, after)).toBe(shown);
  });

  it.each([
    ['甲、乙、丙', '丁、戊、己', '[-甲、乙、丙-]{+丁、戊、己+}'],
    ['甲单位，乙单位', '丙单位，丁单位', '[-甲-]{+丙+}单位，[-乙-]{+丁+}单位'],
    ['开展活动', '开展大型活动、技能培训', '开展{+大型+}活动{+、技能培训+}'],
    ['第一行\n第二行', '第三行\n第四行', '[-第一-]{+第三+}行\n[-第二-]{+第四+}行'],
  ])('what two texts share by accident is swallowed, a line break never: %s → %s', (before, after, shown) => {
    expect(show(before, after)).toBe(shown);
  });

  it.each([
    ['甲活动、乙活动', '甲活动、丙活动、乙活动', '甲活动、{+丙活动、+}乙活动'],
    ['甲活动、乙活动', '甲活动、乙活动、丙活动', '甲活动、乙活动{+、丙活动+}'],
    ['一是宣传。二是培训。', '一是宣传。二是比赛。二是培训。', '一是宣传。{+二是比赛。+}二是培训。'],
  ])('what was inserted begins or ends with a clause: %s → %s', (before, after, shown) => {
    expect(show(before, after)).toBe(shown);
    const [back, shownBack] = [show(after, before), shown.replaceAll('{+', '[-').replaceAll('+}', '-]')];
    expect(back).toBe(shownBack);
  });
});

const alphabet = fc.constantFrom('活动', '的', '，', '。', '9', '.', ',', '%', '≥', '\n', '甲', '职工', 'a', ' ', '🧧');
const text = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.array(alphabet, { maxLength: 60 }).map((all) => all.join('')),
);
const edited = fc
  .tuple(fc.array(alphabet, { maxLength: 80 }), fc.array(fc.tuple(fc.nat(), fc.nat(4), alphabet)))
  .map(([before, edits]) => {
    const after = [...before];
    for (const [at, count, word] of edits) after.splice(at % (after.length + 1), count, word);
    return [before.join(''), after.join('')] as const;
  });
const pair = fc.oneof(fc.tuple(text, text), edited);

describe('laws', () => {
  const without = (mark: 'inserted' | 'deleted', runs: ReturnType<typeof textChanges>) =>
    runs
      .filter((run) => run.mark !== mark)
      .map((run) => run.text)
      .join('');

  it('without what was inserted it is the text before, without what was deleted the text after', () => {
    fc.assert(
      fc.property(pair, ([before, after]) => {
        const runs = textChanges(before, after);
        expect([without('inserted', runs), without('deleted', runs)]).toEqual([before, after]);
        expect(runs.every((run) => run.text !== '')).toBe(true);
        // No run is followed by another of its kind, and no insertion by a deletion.
        expect(runs.filter(({ mark }, at) => at > 0 && mark === runs[at - 1]?.mark)).toEqual([]);
        expect(runs.filter(({ mark }, at) => mark === 'deleted' && runs[at - 1]?.mark === 'inserted')).toEqual([]);
      }),
      { numRuns: 2000 },
    );
  });

  it('a text compared with itself is one unmarked run, or none', () => {
    fc.assert(
      fc.property(text, (same) => {
        expect(textChanges(same, same)).toEqual(same === '' ? [] : [{ text: same }]);
      }),
    );
  });

  it('texts swapped are marks swapped', () => {
    fc.assert(
      fc.property(pair, ([before, after]) => {
        const there = textChanges(before, after);
        const back = textChanges(after, before);
        const joined = (runs: typeof there, mark?: string) =>
          runs.filter((run) => run.mark === mark).map(({ text }) => text);
        expect(joined(back)).toEqual(joined(there));
        expect(joined(back, 'inserted')).toEqual(joined(there, 'deleted'));
        expect(joined(back, 'deleted')).toEqual(joined(there, 'inserted'));
      }),
      { numRuns: 2000 },
    );
  });
});

describe('long texts', () => {
  // Nothing here is timed: a comparison without its bound would outlast the runner's patience.
  const long = (length: number, from: number) =>
    Array.from({ length }, (_, at) => String.fromCodePoint(0x4e00 + ((at * 7919 + from) % 20000))).join('');

  it.each([32_767, 200_000])('with nothing in common, %i characters each, are one replacement', (length) => {
    const [before, after] = ['甲乙'.repeat(length / 2), '丙丁'.repeat(length / 2)];
    expect(textChanges(before, after)).toEqual([
      { text: before, mark: 'deleted' },
      { text: after, mark: 'inserted' },
    ]);
  });

  it('with more changes than are followed are replaced between their common beginning and end', () => {
    const before = `开头，${long(60_000, 1)}。结尾`;
    const after = `开头，${[...long(60_000, 1)].reverse().join('')}。结尾`;
    const runs = textChanges(before, after);
    expect([runs[0]?.text.startsWith('开头，'), runs.at(-1)?.text.endsWith('。结尾')]).toEqual([true, true]);
  });

  it('with one change say just that', () => {
    const text = long(200_000, 3);
    expect(show(`${text}，9次。${text}`, `${text}，12次。${text}`)).toBe(`${text}，[-9-]{+12+}次。${text}`);
  });
});
