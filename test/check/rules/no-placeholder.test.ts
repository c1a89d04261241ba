import { expect, test } from 'vitest';
import { noPlaceholder } from '../../../src/check/rules/no-placeholder.js';
import { sampleText } from '../../support/forms.js';
import { messages, said } from './support.js';

test('several in one text are one finding', () => {
  expect(said(noPlaceholder, '年度目标: 慰问XX街道职工**人次，时间待定。')).toEqual([
    {
      level: 'error',
      pointer: '/年度目标',
      at: 'XX',
      related: ['**', '待定'],
      message: '“XX”是占位的，实际内容还没有填，这样的地方共 3 处',
      advice: '写上实际的内容；确实没有的，把这一处删去',
      cured: null,
    },
  ]);
});

test.each([
  '**',
  '*',
  '≥*',
  '≥*人次',
  '≤ *元',
  '=*',
  '≥X%',
  '不低于*%',
  '××场',
  '20XX年',
  'XXX单位',
  'ＸＸ单位',
  'xx单位',
  '第XX届比赛',
  'GB/T XXXX-2024',
  '{单位名称}',
  '{{name}}',
  '某某街道',
  '金额待定',
  '时间待填，地点待补充',
])('%s is one', (text) => expect(messages(noPlaceholder, `年度目标: "${text}"`)).toHaveLength(1));

test.each([
  '40000元（2个*20000元/个）',
  '活动开展总量 *100%',
  '及时率=及时数量*100%',
  '*数量指标',
  '单价*人数*天数',
  'XXL号工作服，型号SDXX-01、MAXX',
  '5XX错误率和4xx 状态码',
  '3XX系不锈钢栏杆',
  '见 http://xxgk.example.cn/xx/index.html',
  '联系电话138****1234',
  '3×5米，长×宽×高',
  '接待定点饭店、招待定额、等待定位',
  '不少于9次',
])('%s is none', (text) => expect(messages(noPlaceholder, `年度目标: "${text}"`)).toEqual([]));

test('words of the place', () => {
  const setting = { settings: 'anywhere: [甲乙丙]\nlast: []' };
  expect(messages(noPlaceholder, '年度目标: 甲乙丙街道，时间待定', setting)).toEqual([
    '“甲乙丙”是占位的，实际内容还没有填',
  ]);
});

test('the sample', () => expect(messages(noPlaceholder, sampleText)).toEqual([]));
