import { expect, test } from 'vitest';
import { widthIsConsistent } from '../../../src/check/rules/width-is-consistent.js';
import { sampleText } from '../../support/forms.js';
import { messages, said } from './support.js';

test('the sample: a semicolon among full-width ones, and a bracket', () => {
  const found = said(widthIsConsistent, sampleText);
  expect(found.map(({ level, pointer, at }) => `${level} ${pointer} ${at}`)).toEqual([
    'hint /测算依据/12/说明 ;',
    'hint /测算依据/15 (',
  ]);
  expect(found[0]).toMatchObject({ message: '“;”是半角的，别处用的是全角', advice: '写成全角的“；”' });
  expect(found[0]?.cured).toContain('（1.3万）；全年桶装水');
  // The bracket's cure is brackets-and-quotes-pair's.
  expect(found[1]?.cured).toBeNull();
});

test.each([
  ['全年１２场，共30人', '１２', '全年12场，共30人'],
  ['采购ＰＣ机和PC配件', 'ＰＣ', '采购PC机和PC配件'],
  ['合格率80%，满意度90％', '％', '合格率80%，满意度90%'],
  ['甲（1万）；乙（2万）;丙', ';', '甲（1万）；乙（2万）；丙'],
  ['慰问30人,发放60份；培训', ',', '慰问30人，发放60份；培训'],
  ['达到90%,提升；完成', ',', '达到90%，提升；完成'],
])('%s', (text, at, cured) => {
  expect(said(widthIsConsistent, `年度目标: ${text}`)).toMatchObject([{ at, cured }]);
  expect(messages(widthIsConsistent, `年度目标: ${cured}`)).toEqual([]);
});

test('full-width digits where the rest of the declaration has half-width ones', () => {
  expect(messages(widthIsConsistent, '年度目标: 全年１２场\n长期目标: 全年12场')).toEqual([
    '“１２”是全角的，别处用的是半角',
  ]);
});

test.each([
  '满意度（%）=满意人数/总人数*100%',
  '履职类(运转)项目',
  '办公用品,印刷,差旅',
  '会议9:00开始；比例3:7，预算2,425,500.00元',
  '采购5-6门课程，单价1.5万元；约2场',
  '见 http://example.cn/a?b=1,2;c，另见附件',
  'PM2.5（μg/m3）和f(x)；TCP(v4)，R&D',
])('%s is of one width', (text) => expect(messages(widthIsConsistent, `年度目标: ${text}`)).toEqual([]));
