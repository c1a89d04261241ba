import { expect, test } from 'vitest';
import { unitInName } from '../../src/terms/unit-in-name.js';

test.each([
  ['受益人数(人)', '人'],
  ['开展活动数量（场次）', '场次'],
  ['设备验收合格率（%）', '%'],
  ['补贴标准（万元/人）', '元/人'],
  ['培训次数（单位：次）', '次'],
  ['培训次数 单位：次', '次'],
  ['参训人数', null],
  ['更新（改造）管网长度', null],
  ['支出进度（2025年）', null],
  ['（'.repeat(30_000), null],
])('%s', (name, unit) => expect(unitInName(name)).toBe(unit));
