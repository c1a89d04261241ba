import { expect, test } from 'vitest';
import { toForm } from '../../../src/check/form.js';
import { endIsNotBeforeStart } from '../../../src/check/rules/end-is-not-before-start.js';
import { sampleText } from '../../support/forms.js';
import { gansu, gansuText } from '../../support/gansu.js';
import { messages, said } from './support.js';

const text = { type: 'string' };
const form = toForm(
  'dates',
  {
    type: 'object',
    properties: { 开工: { ...text, 'x-role': 'start-date' }, 竣工: { ...text, 'x-role': 'end-date' } },
  },
  '',
);

test('dates that changed places', () => {
  expect(said(endIsNotBeforeStart, '开工: 2023-09-01\n竣工: 2023年6月30日', { form })).toEqual([
    {
      level: 'error',
      pointer: '/竣工',
      at: '2023年6月30日',
      related: ['2023-09-01'],
      message: '竣工 2023年6月30日 早于开工 2023-09-01',
      advice: '核对两个日期，看年份有没有写错，或者是不是写反了',
      cured: null,
    },
  ]);
});

test.each([
  ['one day', '开工: 2023-09-01\n竣工: 2023-09-01'],
  ['a month of which the day is not known', '开工: 2023-09-15\n竣工: 2023年9月'],
  ['a date that cannot be read', '开工: 2023-09-01\n竣工: 去年底'],
  ['an end without a start', '竣工: 2023-09-01'],
])('%s', (_, yaml) => expect(messages(endIsNotBeforeStart, yaml, { form })).toEqual([]));

test('the samples', () => {
  expect(messages(endIsNotBeforeStart, sampleText)).toEqual([]);
  expect(messages(endIsNotBeforeStart, gansuText, { form: gansu.form })).toEqual([]);
});
