// The basis items add up to the year's amount. Undecided, so silent, while an item's amount cannot be read.
import type { Words } from '../../base/finding.js';
import { type Fen, printMoney, yuan } from '../../base/money.js';
import { below } from '../../base/pointer.js';
import { itemReadings, nameOfItem, type ReadItem, spotOf } from '../item-readings.js';
import { findSlip, type Slip } from '../likely-slip.js';
import { reckon } from '../reckoning.js';
import type { Rule, Spot } from '../rule.js';

/** With more addends the places would hide what is said. */
const mostPlaces = 12;

export const basisAddsUp: Rule = {
  name: 'basis-adds-up',
  level: 'error',
  about: {
    zh: '“{basis}”说明“{year-amount}”是怎样算出来的，两边对不上，就不知道该批多少',
    en: '“{basis}” shows how “{year-amount}” was reckoned; where they differ nobody knows what to grant',
  },
  source: {
    zh: '财政审核表；样表的 21 项正好等于申报数',
    en: 'review sheets; the 21 items of a real form match exactly',
  },
  settings: {},
  check(subject, report) {
    const reckoning = reckon(subject);
    const declared = subject.amount('year-amount');
    if (!reckoning || !declared || declared.fen === null || reckoning.unread > 0) return;
    const { label, fen: sum, items: count } = reckoning;
    if (sum === declared.fen) return;
    const items = itemReadings(subject);
    const own: Spot = { pointer: declared.pointer };
    const addends =
      items.length > mostPlaces ? [] : items.flatMap((item) => (item.amount ? [spotOf(item, item.amount)] : []));
    const { key } = declared.field;
    const print = (fen: Fen) => printMoney(fen, declared.field.print ?? yuan);
    const unit = (declared.field.print ?? yuan).unit;
    const by = print(sum > declared.fen ? sum - declared.fen : declared.fen - sum);
    const slip = findSlip(
      items.map(({ amount }) => amount?.fen ?? 0n),
      declared.fen,
    );
    report({
      pointer: below('', label),
      part: 'key',
      related: [own, ...addends],
      message: {
        zh: `${label} ${count} 项合计 ${print(sum)} ${unit}，${key}是 ${print(declared.fen)} ${unit}，合计${sum > declared.fen ? '多' : '少'}了 ${by} ${unit}`,
        en: `The ${count} items of ${label} come to ${print(sum)} ${unit}, ${by} ${unit} ${sum > declared.fen ? 'more' : 'less'} than ${key}, ${print(declared.fen)} ${unit}`,
      },
      advice: slip
        ? likely(slip, key, items)
        : { zh: `逐项核对金额，使合计与${key}一致`, en: `Check each amount until the sum is ${key}` },
    });
  },
};

function likely({ kind, index, factor, times }: Slip, declared: string, items: readonly ReadItem[]): Words {
  const item = index === null ? undefined : items[index];
  const what = item ? `第 ${item.number} 项“${nameOfItem(item)}”` : declared;
  const where = item ? `item ${item.number}, “${nameOfItem(item)}”` : declared;
  if (kind === 'scaled') {
    return {
      zh: `先核对${what}：金额${times ? '扩大' : '缩小'}${factor === 10n ? '十' : '一万'}倍就对上了，可能${factor === 10n ? '多写或少写了一个 0' : '把元和万元弄混了'}`,
      en: `Check ${where} first: ${times ? 'multiplied' : 'divided'} by ${factor.toLocaleString('en')} it fits; perhaps ${factor === 10n ? 'a zero too many or too few' : '元 and 万元 were mixed up'}`,
    };
  }
  if (kind === 'swapped') {
    return {
      zh: `先核对${what}：相邻两位数字对调就对上了，可能写颠倒了`,
      en: `Check ${where} first: it fits with two neighbouring digits swapped`,
    };
  }
  return kind === 'left-out'
    ? {
        zh: `先核对${what}：差额正好是它的金额，可能没有算进${declared}`,
        en: `Check ${where} first: the difference is its amount, which ${declared} perhaps leaves out`,
      }
    : {
        zh: `先核对${what}：差额正好是它的金额，可能在${declared}里算了两次，或者漏写了同样金额的一项`,
        en: `Check ${where} first: the difference is its amount, which ${declared} perhaps has twice, or another item of that amount is missing`,
      };
}
