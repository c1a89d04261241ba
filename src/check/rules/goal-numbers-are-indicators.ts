// Each target that the year's goal states is the value of some indicator.
import { type Decimal, equal, printDecimal } from '../../base/decimal.js';
import { kinOf } from '../../terms/kin-units.js';
import { quote } from '../../terms/messages.js';
import { findQuantities, type Quantity } from '../../terms/quantities.js';
import { findTargets } from '../../terms/targets.js';
import { findRole } from '../form.js';
import { realRows } from '../real-rows.js';
import type { Rule } from '../rule.js';
import { textGroups, texts } from '../settings.js';
import type { Subject, Text } from '../subject.js';

const settings = {
  before: texts(
    '不少于 不得少于 不低于 不得低于 不超过 不得超过 不高于 不多于 不大于 不小于 至少 达到 完成 新增 控制在'.split(' '),
  ),
  after: texts(['以上', '以内', '以下']),
  'not-in': texts('截至 目前 现有 已有 已完成 已建成 单个 单户 剩余 尾款 预付款 首付款 进度款'.split(' ')),
  'not-units': texts('年 岁 周岁 届 号 级 点 层 倍'.split(' ')),
  kin: textGroups([
    '次 场 场次 批次 批 期 轮 届 节 课 堂 门 台次 件次 车次 个'.split(' '),
    '人 人次 名 位 个 户 户次 家 例'.split(' '),
    '个 项 件 处 座 间 所 家 套 台 条 份 篇 本 册 部 支 辆 张 组 种 类 起 宗 片 块 面 幅 盏 站 门 期 例 款 班 队 村 社区 街道'.split(
      ' ',
    ),
    '天 日 工作日'.split(' '),
    '小时 学时 课时'.split(' '),
    '公里 千米 km'.split(' '),
    '平方米 m2 m² ㎡'.split(' '),
    '立方米 m3 m³'.split(' '),
    '吨 t'.split(' '),
    '米 m'.split(' '),
  ]),
};

/** A number in an indicator's value or name. */
interface Stated {
  readonly text: Text;
  readonly quantity: Quantity;
}

const hasNumber = /[0-9０-９一二两三四五六七八九十百]/;
/** How few may be named in a message. */
const shown = 3;

export const goalNumbersAreIndicators: Rule<typeof settings> = {
  name: 'goal-numbers-are-indicators',
  level: 'warning',
  about: {
    zh: '“{goal}”里说了要达到的数，“{indicators}”里没有，年底就没有人考核它',
    en: 'A number promised in “{goal}” that is not among “{indicators}” is never verified',
  },
  source: { zh: '财政部门的审核工具', en: 'an audit tool' },
  settings,
  check(subject, report, { kin, ...words }) {
    const indicators = findRole(subject.form, 'indicators');
    if (!indicators) return;
    for (const goal of subject.withRole('goal')) {
      const targets = findTargets(goal.text, words);
      if (targets.length === 0) continue;
      const stated = statedIn(subject);
      if (stated.byNumber.size === 0) return;
      const said = new Set<string>();
      for (const { quantity, from, to } of targets) {
        const units = kinOf(quantity.unit, kin);
        if (isStated(quantity, units, stated.byNumber)) continue;
        const written = goal.text.slice(from, to);
        if (said.has(written)) continue;
        said.add(written);
        const near = [...units].flatMap((unit) => stated.byUnit.get(unit) ?? []).slice(0, shown);
        const values = near.map(({ text }) => `“${quote(text.text)}”`);
        const called = quote(written);
        report({
          pointer: goal.pointer,
          from,
          to,
          related: near.map(({ text, quantity }) => ({ pointer: text.pointer, from: quantity.from, to: quantity.to })),
          message: {
            zh: `${goal.field.key}里的“${called}”，${indicators.key}里没有${values.length > 0 ? `，同类的是${values.join('、')}` : ''}`,
            en: `“${called}” in ${goal.field.key} is no indicator’s value${values.length > 0 ? `; those of its kind are ${values.join(', ')}` : ''}`,
          },
          advice: {
            zh: `在${indicators.key}里加上这个数的指标，或者把${goal.field.key}改得与指标一致`,
            en: `Add an indicator for it to ${indicators.key}, or let ${goal.field.key} say what the indicators say`,
          },
        });
      }
    }
  },
};

type ByNumber = ReadonlyMap<string, readonly Quantity[]>;

interface AllStated {
  readonly byNumber: ByNumber;
  /** Of values alone, the first few of each unit. */
  readonly byUnit: ReadonlyMap<string, readonly Stated[]>;
}

function statedIn(subject: Subject): AllStated {
  const byNumber = new Map<string, Quantity[]>();
  const byUnit = new Map<string, Stated[]>();
  for (const { name, value } of realRows(subject)) {
    for (const text of [name, value]) {
      if (!text || !hasNumber.test(text.text)) continue;
      for (const quantity of findQuantities(text.text)) {
        // A bare number in a name is no more than a number: `第二阶段 2.0 系统`.
        if (text === name && quantity.unit === '') continue;
        for (const number of ends(quantity)) add(byNumber, printDecimal(number), quantity);
        const alike = byUnit.get(quantity.unit)?.length ?? 0;
        if (text === value && alike < shown) add(byUnit, quantity.unit, { text, quantity });
      }
    }
  }
  return { byNumber, byUnit };
}

function add<T>(lists: Map<string, T[]>, key: string, value: T): void {
  const known = lists.get(key);
  if (known) known.push(value);
  else lists.set(key, [value]);
}

/** A unit that is not written may stand in the indicator's name, and there with 万 or 亿: `投资额（万元）`, `≥500`. */
function isStated(target: Quantity, units: ReadonlySet<string>, byNumber: ByNumber): boolean {
  const has = (number: Decimal, fits: (unit: string) => boolean) =>
    byNumber.get(printDecimal(number))?.some(({ unit }) => fits(unit)) ?? false;
  return ends(target).some(
    (number) =>
      has(number, (unit) => unit === '' || units.has(unit)) ||
      [4, 8].some((zeros) => has({ ...number, scale: number.scale + zeros }, (unit) => unit === '')),
  );
}

/** Both numbers of a range. */
function ends({ low, high }: Quantity): readonly Decimal[] {
  return equal(low, high) ? [low] : [low, high];
}
