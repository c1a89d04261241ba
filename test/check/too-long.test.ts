// What rules are not run on, and how much of what they find is told.
import { expect, test } from 'vitest';
import { applyRules } from '../../src/check/apply-rules.js';
import { check } from '../../src/check/check.js';
import type { Rule } from '../../src/check/rule.js';
import { toSubject } from '../../src/check/subject.js';
import { allRules, parse, projectGoal, sampleWith, validateProjectGoal } from '../support/forms.js';

const review = (text: string) =>
  check(parse(text), projectGoal, validateProjectGoal, { active: allRules().rules, folderYear: '2025' });

test('a file that is too long for any declaration is not reviewed, and says so as an error', () => {
  const items = '  - 关于印发《某市职工文化建设工作方案》的通知\n'.repeat(20_000);
  const { value, findings, isReviewed } = review(sampleWith('政策依据:\n', `政策依据:\n${items}`));
  expect(findings.map(({ rule, level, message, place }) => [rule, level, place?.line, message.zh])).toEqual([
    ['rules/not-run', 'error', 1, '文件有 523085 个字，超过 200000 个，没有按规则检查'],
  ]);
  expect(isReviewed).toBe(false);
  expect(value).not.toBeNull();
});

test('of one rule a thousand findings are told, and how many more there are', () => {
  const everywhere: Rule = {
    name: 'everywhere',
    level: 'hint',
    about: { zh: '', en: '' },
    source: { zh: '', en: '' },
    settings: {},
    check(subject, report) {
      for (const { pointer } of subject.texts)
        report({ pointer, message: { zh: '这里', en: 'here' }, advice: { zh: '改', en: 'mend' } });
    },
  };
  const parsed = parse(`政策依据:\n${'  - 甲\n'.repeat(1234)}`);
  const subject = toSubject(parsed.value as never, projectGoal, 'projects/2025/甲.yaml', '2025');
  const findings = applyRules(subject, parsed, [{ rule: everywhere, level: 'hint', settings: {} }]);
  expect(findings).toHaveLength(1001);
  expect(findings.at(-1)).toMatchObject({
    rule: 'everywhere',
    level: 'hint',
    message: { zh: '还有 234 处同样的问题，没有一一列出' },
  });
});
