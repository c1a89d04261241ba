// The sample as a unit might hand it in again: more money, a weaker target, items that came, went and moved, an indicator where there was none.
import { replaceOnce, sampleText } from '../support/forms.js';

const passages: readonly (readonly [before: string, after: string])[] = [
  ['本年度项目金额: 2,425,500.00', '本年度项目金额: 2,545,500.00'],
  // 指标值 of 活动完成合格率, loosened
  ['指标值: ≥90%\n        解释: 考察能否完成', '指标值: ≥85%\n        解释: 考察能否完成'],
  [
    '  - 事项: 文化大讲堂讲师差旅费\n',
    '  - 事项: 职工运动会\n    金额: 13.5万\n    说明: 预计参赛300人，场地租赁5万、裁判劳务2.5万、器材和奖品6万。\n  - 事项: 文化大讲堂讲师差旅费\n',
  ],
  ['  - 事项: 集体协商赛前模拟训练\n    金额: 1.5万\n', ''],
  ['  - 事项: 书籍采购\n    金额: 1万\n', ''],
  ['  - 事项: 会议筹备保障服务\n', '  - 事项: 书籍采购\n    金额: 1万\n  - 事项: 会议筹备保障服务\n'],
  ['预计1500元一人，覆盖约80人，共计12万。', '预计1500元一人，覆盖约80人，共计12万，含午餐和保险。'],
  ['  - 关于做好2024年职工乡村疗休养工作的通知\n', ''],
  [
    '依托区总工会职工服务中心，区总工会进一步完善工作计划执行工作，全年开展活动不少于9次，确保区总工会职工服务中心全年对外开放服务率不低于90%，提升',
    '依托区总工会职工服务中心和各暖蜂驿站，区总工会进一步完善工作计划执行工作，全年开展活动不少于12次，举办一次职工运动会，确保区总工会职工服务中心全年对外开放服务率不低于85%，提升',
  ],
  [
    '    经济效益指标: 不适用\n',
    '    经济效益指标:\n      - 名称: 带动合作区体育消费\n        指标值: ≥30万元\n        解释: 反映职工运动会对合作区体育用品和餐饮消费的带动\n',
  ],
];

export const changedText = passages.reduce((text, [before, after]) => replaceOnce(text, before, after), sampleText);
