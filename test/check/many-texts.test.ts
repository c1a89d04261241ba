// Rules take time in proportion to a declaration: what they look at is counted, for as many texts and for twice as many.
import { afterEach, expect, test, vi } from 'vitest';
import { applyRules } from '../../src/check/apply-rules.js';
import { toSubject } from '../../src/check/subject.js';
import { allRules, parse, projectGoal } from '../support/forms.js';

afterEach(() => void vi.restoreAllMocks());

const policies = (text: string) => (count: number) => `政策依据:\n${`  - ${text}\n`.repeat(count)}`;
const reckoning = (item: (index: number) => string) => (count: number) =>
  `测算依据:\n${Array.from({ length: count }, (_, index) => `  - ${item(index)}\n`).join('')}`;

/** How often the rules ask for what one of the texts says or where it stands. */
function looks(source: string): number {
  const parsed = parse(source);
  const subject = toSubject(parsed.value as never, projectGoal, 'projects/2025/甲.yaml', '2025');
  let count = 0;
  for (const one of subject.texts) {
    for (const key of ['text', 'pointer'] as const) {
      const value = one[key];
      Object.defineProperty(one, key, {
        enumerable: true,
        get: () => {
          count += 1;
          return value;
        },
      });
    }
  }
  applyRules(subject, parsed, allRules().rules);
  return count;
}

test.each([
  ['full-width letters where no half-width ones are', policies('Ａ')],
  ['many full-width letters in each', policies('Ａ，Ｂ，Ｃ，Ｄ')],
  ['brackets without their partners', policies('（甲')],
  ['document numbers with half a pair', policies('甲〔2024〕1号（乙')],
  ['the same document again and again', policies('甲〔2024〕1号《乙》')],
  ['spaces', policies('甲 乙')],
  ['placeholders', policies('某某')],
  ['items that all plan something', reckoning((index) => `活动${index}场（1万）`)],
  ['items without an amount', reckoning((index) => `活动${index}`)],
])('%s: twice the texts are looked at twice as often', (_, sourceOf) => {
  const once = looks(sourceOf(400));
  expect(once).toBeGreaterThan(400);
  expect(looks(sourceOf(800))).toBeLessThan(2.2 * once);
});

test('fifty indicators ask once each what a clause with many counts is about', () => {
  const rows = Array.from({ length: 50 }, (_, index) => `      - 名称: 甲乙丙${index}\n        指标值: ≥1场\n`);
  const searchesWith = (counts: number) => {
    const source = `测算依据:\n  - ${'丁1场'.repeat(counts)}\n绩效指标:\n  产出指标:\n    数量指标:\n${rows.join('')}`;
    const parsed = parse(source);
    const subject = toSubject(parsed.value as never, projectGoal, 'projects/2025/甲.yaml', '2025');
    const idle = allRules().rules.filter(({ rule }) => rule.name === 'target-is-not-idle');
    const spy = vi.spyOn(String.prototype, 'includes');
    applyRules(subject, parsed, idle);
    const { length } = spy.mock.calls.filter(([word]) => word === '甲乙');
    spy.mockRestore();
    return length;
  };
  expect(searchesWith(20)).toBeGreaterThan(0);
  expect(searchesWith(400)).toBe(searchesWith(20));
});
