import { expect, test } from 'vitest';
import { yearAgreesWithFolder } from '../../../src/check/rules/year-agrees-with-folder.js';
import { sampleText } from '../../support/forms.js';
import { messages, said } from './support.js';

test('another year than the folder’s', () => {
  expect(said(yearAgreesWithFolder, '年度: 2024', { path: 'projects/2025/甲.yaml' })).toEqual([
    {
      level: 'warning',
      pointer: '/年度',
      at: '2024',
      related: [],
      message: '年度写的是 2024，文件却放在 2025 年的文件夹里',
      advice: '写成 2025，或者把文件移到 projects/2024/ 下面',
      cured: null,
    },
  ]);
});

test.each([
  ['the folder’s year', '年度: 2025', 'projects/2025/局/甲.yaml'],
  ['no year is written', '项目名称: 甲', 'projects/2025/甲.yaml'],
  ['the folder has no year', '年度: 2024', '甲.yaml'],
])('%s', (_, yaml, path) => expect(messages(yearAgreesWithFolder, yaml, { path })).toEqual([]));

test('the sample', () => {
  const path = 'projects/2025/区总工会工作经费.yaml';
  expect(messages(yearAgreesWithFolder, sampleText, { path })).toEqual([]);
});
