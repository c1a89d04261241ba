import { expect, test } from 'vitest';
import { noLostSign } from '../../../src/check/rules/no-lost-sign.js';
import { noStraySpace } from '../../../src/check/rules/no-stray-space.js';
import { sampleText } from '../../support/forms.js';
import { messages, said } from './support.js';

test('the sample: a ＋ that a system could not hold', () => {
  expect(said(noLostSign, sampleText)).toEqual([
    {
      level: 'warning',
      pointer: '/政策依据/8',
      at: '“互联网 ”',
      related: [],
      message: '“互联网 ”的里侧有空格，像是丢了一个字或符号',
      advice: '照原文件核对，把丢了的补上（例如“＋”）；没有丢就删去空格',
      cured: null,
    },
  ]);
});

test.each([
  ['开展“”活动', ['“”里面是空的']],
  ['关于印发《 工作方案》的通知', ['《的里侧有空格，像是丢了一个字或符号']],
  ['关于印发《工作方案》 的通知', []],
])('%s', (text, expected) => expect(messages(noLostSign, `年度目标: ${text}`)).toEqual(expected));

test('no-stray-space leaves these places alone', () => {
  const text = '政策依据:\n  - "《“互联网  ”方案》和《 办法 》"';
  expect(messages(noLostSign, text)).toHaveLength(3);
  expect(messages(noStraySpace, text)).toEqual([]);
});
