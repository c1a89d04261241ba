import { expect, test } from 'vitest';
import { percentageHasAFormula } from '../../../src/check/rules/percentage-has-a-formula.js';
import { sampleText } from '../../support/forms.js';
import { messages, said } from './support.js';

const row = (name: string, value: string, explanation: string) =>
  `绩效指标:\n  产出指标:\n    质量指标: [{ 名称: "${name}", 指标值: "${value}", 解释: "${explanation}" }]`;
const found = ['这个指标是比率，指标解释没有写明分子和分母'];

test('a share that is not said to be one of anything', () => {
  expect(said(percentageHasAFormula, row('系统可用率', '≥99.5%', '反映系统运行的稳定程度'))).toEqual([
    {
      level: 'warning',
      pointer: '/绩效指标/产出指标/质量指标/0/解释',
      at: '"反映系统运行的稳定程度"',
      related: ['"≥99.5%"'],
      message: '这个指标是比率，指标解释没有写明分子和分母',
      advice: '写上算式，例如“合格率（%）=合格的场次/总场次*100%”',
      cured: null,
    },
  ]);
});

test.each([
  ['服务对象满意度', '≥90%', '考察服务对象的满意程度'],
  ['验收合格率', '＝１００％', '考察验收情况'],
  ['验收合格率', '=100百分比', '考察验收情况'],
  ['验收合格率', '≥98(%)', '考察验收情况'],
  ['验收合格率', '百分之百', '考察验收情况'],
  ['验收合格率（%）', '≥98', '考察验收情况'],
  ['群众满意度(%)', '≥90', '问卷调查'],
])('a share however it is written: %s %s', (...cells) => {
  expect(messages(percentageHasAFormula, row(...cells))).toEqual(found);
});

test.each([
  '合格率=合格数量/总数量*100%',
  '满意人数÷调查人数×100％',
  '验收合格的设备除以全部设备',
  '体检人数与应体检总人数之比',
  '整改的隐患占全部隐患的比例',
  '参训人数占应参训人数的百分比',
  '满意的会员占90%以上',
  '机耕率×40%+机播率×30%+机收率×30%',
])('says what is divided by what: %s', (explanation) => {
  expect(messages(percentageHasAFormula, row('合格率', '≥90%', explanation))).toEqual([]);
});

test.each([
  ['a count', row('开展活动数量', '≥9场次', '考察全年开展活动次数')],
  ['a grade', row('活动完成率', '良好', '考察活动的完成情况')],
  ['points are a difference of shares', row('整改率提高', '≥5个百分点', '比上年提高多少')],
  ['no explanation: the matter of indicator-is-explained', row('合格率', '≥90%', ' ')],
  ['a stroke: the matter of unused-is-unstarred', row('合格率', '≥90%', '不适用')],
  ['the sample', sampleText],
])('silent: %s', (_, yaml) => {
  expect(messages(percentageHasAFormula, yaml)).toEqual([]);
});
