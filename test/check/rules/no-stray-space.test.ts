import { expect, test } from 'vitest';
import { noStraySpace } from '../../../src/check/rules/no-stray-space.js';
import { sampleText } from '../../support/forms.js';
import { messages, said } from './support.js';

test('a space within a name', () => {
  expect(said(noStraySpace, '项目名称: 区总工会 工作经费')).toEqual([
    {
      level: 'warning',
      pointer: '/项目名称',
      at: ' ',
      related: [],
      message: '汉字之间有空格',
      advice: '删去空格',
      cured: '区总工会工作经费',
    },
  ]);
});

test.each([
  [' 区总工会', '开头有空格', '区总工会'],
  ['区总工会 ', '末尾有空格', '区总工会'],
  ['慰问职工， 服务群众', '标点旁边有空格', '慰问职工，服务群众'],
  ['采购A4  复印纸', '连着有几个空格', '采购A4 复印纸'],
  ['活动（ 3场）', '标点旁边有空格', '活动（3场）'],
  ['深工〔2024〕13号  深圳市总工会', '连着有几个空格', '深工〔2024〕13号 深圳市总工会'],
  ['区总工会　工作经费', '汉字之间有空格', '区总工会工作经费'],
])('"%s"', (text, message, cured) => {
  expect(said(noStraySpace, `项目名称: "${text}"`)).toMatchObject([{ message, cured }]);
  expect(messages(noStraySpace, `项目名称: "${cured}"`)).toEqual([]);
});

test('the end of a line of several', () => {
  expect(said(noStraySpace, '年度目标: |\n  完成改造。  \n  开展培训。')).toMatchObject([
    { at: '  ', message: '末尾有空格', cured: '完成改造。\n开展培训。' },
  ]);
});

test('words that a space may part on purpose are not joined', () => {
  expect(said(noStraySpace, '年度目标: 参演单位：甲社区 乙社区 丙社区')).toMatchObject([
    { advice: '删去空格；是并列的，改用顿号', cured: null },
    { advice: '删去空格；是并列的，改用顿号', cured: null },
  ]);
});

test.each([
  ['a text of spaces has nothing that could be left', '"  "', ['末尾有空格']],
  ['behind a document number', '深工〔2024〕13号 深圳市总工会关于印发《工作要点》的通知', []],
  ['before a document number', '关于印发工作要点的通知 深工〔2024〕13号', []],
  ['between issuing bodies', '财政部 国家税务总局 教育部关于印发《办法》的通知', []],
  ['between two long issuing bodies', '《中共合作区工作委员会 合作区管理委员会关于印发工作要点的通知》', []],
  ['behind an article', '预算法第三十二条 各级预算应当编制', []],
  ['between the parts of a standard’s title', 'GB/T 22239-2019《信息安全技术 网络安全等级保护基本要求》', []],
  ['in another title', '国办发〔2019〕57号《信息安全技术 网络安全管理办法》', ['汉字之间有空格']],
  ['between a code and a name', '15 履职类(运转)项目', []],
  ['beside Latin text', '采购 Windows 10 操作系统 20 套', []],
  ['in a formula', '活动开展及时数量/活动开展总量 *100%', []],
  ['behind the number of a list', '1、 采购设备', []],
  ['paragraphs that are set in', '|\n  　　第一段。\n  　　第二段。', []],
])('%s', (_, text, expected) => expect(messages(noStraySpace, `年度目标: ${text}`)).toEqual(expected));

test('bodies of the place', () => {
  const yaml = '年度目标: 街道工委 街道办事处关于慰问的通知';
  expect(messages(noStraySpace, yaml, { settings: 'bodies: [局]' })).toEqual(['汉字之间有空格']);
  expect(messages(noStraySpace, yaml, { settings: 'bodies: [工委]' })).toEqual([]);
});

test('the sample', () => expect(messages(noStraySpace, sampleText)).toEqual([]));
