// A count that is promised is not far below what the reckoning plans to do with the money.
// Seed: ≥9场次 against 6场 + 24场. What cannot be counted together for sure is counted too low rather than too high.
import { compare, type Decimal, plus, printDecimal, times, whole } from '../../base/decimal.js';
import { kinOf } from '../../terms/kin-units.js';
import { quote } from '../../terms/messages.js';
import { findQuantities, type Quantity } from '../../terms/quantities.js';
import { findRole } from '../form.js';
import { findPlannedItems, isTotal, type Planned, type PlannedItem, plannedOn } from '../planned.js';
import type { Rule } from '../rule.js';
import { textGroups, texts, wholeNumber } from '../settings.js';
import type { Row, Text } from '../subject.js';

const settings = {
  percent: wholeNumber(50),
  kin: textGroups(['次 场 场次'.split(' '), '人 名 位'.split(' '), ['人次'], ['期'], ['门'], '台 套'.split(' ')]),
  general: texts(
    '开展 举办 组织 召开 举行 采购 购置 购买 建设 改造 完成 实施 活动 项目 工作 服务 数量 总量 总数 次数 场次 场数 期数 门数 台数 套数 人数 人次 个数 全年 年度 各类 各项'.split(
      ' ',
    ),
  ),
  totals: texts('其中 合计 总计 共'.split(' ')),
  past: texts('尾款 已开展 已完成 上年 去年 往年'.split(' ')),
};

interface Counted {
  readonly row: Row;
  readonly value: Text;
  readonly quantity: Quantity;
  readonly units: ReadonlySet<string>;
}

/** How many addends a message names. */
const shown = 6;
/** How many of them it points at. */
const pointed = 50;
/** Nobody writes more counts than these by hand, and each is held against every item. */
const most = 50;
/** What a name says behind this is not looked for in the items: each two characters of it would be, in every item. */
const longestName = 60;

export const targetIsNotIdle: Rule<typeof settings> = {
  name: 'target-is-not-idle',
  level: 'hint',
  about: {
    zh: '“{indicator-value}”远低于钱已经安排要做的，不用努力就能完成，审计称为“无压力目标”',
    en: 'A target far below what the money is planned for is reached without effort; auditors call it idle',
  },
  source: { zh: '审计发现的“无压力目标”', en: 'an audit office on “targets without pressure”' },
  settings,
  check(subject, report, { percent, kin, general, ...words }) {
    const basis = findRole(subject.form, 'basis');
    if (!basis || subject.items.length === 0) return;
    const counted = subject.groups
      .filter(({ roles }) => roles.has('quantity-indicators'))
      .flatMap(({ rows }) => rows.flatMap((row) => toCounted(row, kin)));
    const byUnit = new Map<string, readonly PlannedItem[]>();
    const itemsWith = (unit: string, units: ReadonlySet<string>) => {
      const items = byUnit.get(unit) ?? findPlannedItems(subject, units, words);
      byUnit.set(unit, items);
      return items;
    };
    for (const one of counted.slice(0, most)) {
      const { row, value, quantity, units } = one;
      const topic = topicOf(row.name?.text ?? '', general);
      const isOnly = counted.every((other) => other === one || !units.has(other.quantity.unit));
      // Which of several indicators a count belongs to can only be told by what they are about.
      if (topic === '' && !isOnly) continue;
      const planned = plannedOn(topic, itemsWith(quantity.unit, units));
      const sum = planned.reduce<Decimal>((total, { quantity }) => plus(total, quantity.low), whole(0));
      if (compare(times(quantity.high, whole(100)), times(sum, whole(percent))) >= 0) continue;
      const written = quote(value.text.slice(quantity.from, quantity.to));
      const total = `${printDecimal(sum)} ${planned[0]?.quantity.unit ?? ''}${addends(planned)}`;
      report({
        pointer: value.pointer,
        from: quantity.from,
        to: quantity.to,
        related: planned.slice(0, pointed).map(({ text, from, to }) => ({ pointer: text.pointer, from, to })),
        message: {
          zh: `${value.field.label}“${written}”远低于${basis.key}里计划的 ${total}，不到 ${percent}%`,
          en: `${value.field.label} “${written}” is far below the ${total} planned in ${basis.key}: less than ${percent} %`,
        },
        advice: {
          zh: `按计划把${value.field.label}提高，或者在${basis.key}里说明哪些不算`,
          en: `Raise ${value.field.label} to what is planned, or say in ${basis.key} what does not count`,
        },
      });
    }
  },
};

function toCounted(row: Row, kin: readonly (readonly string[])[]): readonly Counted[] {
  const { value } = row;
  const [quantity] = value ? findQuantities(value.text) : [];
  if (!value || !quantity || !isTotal(quantity) || !kin.some((group) => group.includes(quantity.unit))) return [];
  return [{ row, value, quantity, units: kinOf(quantity.unit, kin) }];
}

/** What an indicator counts, without the words that stand in every name; empty where nothing is left. */
function topicOf(name: string, general: readonly string[]): string {
  const rest = general.reduce((text, word) => text.replaceAll(word, ' '), name.slice(0, longestName));
  return [...rest.matchAll(/\p{Script=Han}{2,}/gu)].map(([word]) => word).join(' ');
}

function addends(planned: readonly Planned[]): string {
  if (planned.length < 2 || planned.length > shown) return '';
  return `（${planned.map(({ quantity }) => printDecimal(quantity.low)).join(' + ')}）`;
}
