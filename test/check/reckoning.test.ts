import { expect, test } from 'vitest';
import { isMapping } from '../../src/check/declaration.js';
import { type Reckoning, reckon } from '../../src/check/reckoning.js';
import { toSubject } from '../../src/check/subject.js';
import { parse, projectGoal, sampleText } from '../support/forms.js';
import { gansu } from '../support/gansu.js';

function reckoned(yaml: string, form = projectGoal): Reckoning | null {
  const { value } = parse(yaml);
  if (!isMapping(value)) throw new Error('no mapping');
  return reckon(toSubject(value, form, 'test.yaml', null));
}

test('the sample: 21 items, 2,425,500.00 元, as declared', () => {
  expect(reckoned(sampleText)).toEqual({
    label: '测算依据',
    items: 21,
    unread: 0,
    fen: 242_550_000n,
    declared: 242_550_000n,
    declaredLabel: '本年度项目金额',
  });
});

test('items that cannot be read are counted', () => {
  const items = '测算依据:\n  - 甲（1万）\n  - 乙约2万\n  - {事项: 丙, 金额: 3万}';
  expect(reckoned(items)).toMatchObject({ items: 3, unread: 1, fen: 4_000_000n, declared: null });
  expect(reckoned(`本年度项目金额: 约4万\n${items}`)).toMatchObject({ declared: null });
});

test('nothing to reckon', () => {
  expect(reckoned('测算依据: []')).toBeNull();
  expect(reckoned('项目总投资: 20', gansu.form)).toBeNull();
});
