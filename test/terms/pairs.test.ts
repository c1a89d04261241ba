import { describe, expect, test } from 'vitest';
import { findPairFaults } from '../../src/terms/pairs.js';

/** Each fault as `name sign→wanted@offset`. */
const faults = (text: string) =>
  findPairFaults(text).map(({ name, sign, wanted, at }) => `${name} ${sign}→${wanted}@${at}`);

describe('signs in disorder', () => {
  test.each([
    ['2025年财务软件续签(1.6万）', ['width (→（@11']],
    ['桶装水（3万)', ['width )→）@6']],
    ['暖蜂驿站（工会驿站智能化改造', ['lone （→）@4']],
    ['履职类(运转项目', ['lone (→)@3']],
    ['工会驿站）智能化改造', ['lone ）→（@4']],
    ['关于印发《工作方案的通知', ['lone 《→》@4']],
    ['采购（甲、《乙）》', ['lone 《→》@5', 'lone 》→《@8']],
    ['“互联网+"行动', ['width "→”@5']],
    ['"双创”活动', ['width "→“@0']],
    ['《工作方案>的通知', ['width >→》@5']],
    ['见<工作方案》', ['width <→《@1']],
    ['推进“互联网“，提升', ['turned “→”@6']],
    ['推进”互联网”行动', ['lone ”→“@2', 'lone ”→“@6']],
    ['，”互联网”行动', ['turned ”→“@1']],
  ])('%s', (text, expected) => expect(faults(text)).toEqual(expected));
});

describe('signs in order', () => {
  test.each([
    '《关于印发〈办法（试行）〉的通知》（财教〔2024〕1号）',
    '关于印发《关于进一步推进爱心托管班建设的工作方案》的通知',
    '学习“不忘初心、牢记使命”，用‘五个’“双15工程”',
    '15 履职类(运转)项目',
    '1）设备（3台）；2）耗材；3) 维保',
    '主要包括1）巡查2）修补3）标线',
    '（主要包括1）设备；2）耗材）按实列支',
    '一）产出；二）效益',
    'a）甲；b）乙；①）丙',
    '（见附件1、2）和（合计：5）',
    '优[90,100]，良[80,90)，中（60，80]，差[0,60）',
    'IT worker’s handbook, the clerks’ guide',
    '55"显示屏2台、27"显示器3台',
    '若A>B且B<C',
  ])('%s', (text) => expect(faults(text)).toEqual([]));
});

test('a text of nothing but brackets is given up early', () => {
  expect(faults('（'.repeat(30_000)).length).toBeLessThanOrEqual(50);
});
