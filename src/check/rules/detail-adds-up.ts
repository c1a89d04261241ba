// What an item is made of adds up to it: its details, and the amounts that its texts tell as parts of it.
import type { Words } from '../../base/finding.js';
import type { Fen } from '../../base/money.js';
import { findAddends } from '../../terms/addends.js';
import type { ItemAmount, ItemText } from '../../terms/basis-reading.js';
import { sayMoney } from '../../terms/say-money.js';
import { allItems, itemReadings, type ReadItem, spotOf } from '../item-readings.js';
import type { Remark, Rule, Spot } from '../rule.js';

const mostPlaces = 12;

export const detailAddsUp: Rule = {
  name: 'detail-adds-up',
  level: 'error',
  about: {
    zh: '一项由几笔钱组成的，几笔加起来就是这一项的金额',
    en: 'Where an item is made of several sums they add up to its amount',
  },
  source: {
    zh: '财政审核表；样表第 1、3、6、7、12、13、21 项都对得上',
    en: 'review sheets; items 1, 3, 6, 7, 12, 13 and 21 of a real form match',
  },
  settings: {},
  check(subject, report) {
    for (const item of allItems(itemReadings(subject))) {
      if (!item.amount) continue;
      const details = ofDetails(item, item.amount);
      if (details) report(details);
      for (const text of item.texts) {
        const remark = text.part === 'subject' ? null : ofText(item, item.amount, text);
        if (remark) report(remark);
      }
    }
  },
};

function ofDetails(item: ReadItem, own: ItemAmount): Remark | null {
  const read = item.details.flatMap((detail) => (detail.amount ? [{ detail, amount: detail.amount }] : []));
  const sum = read.reduce((total, { amount }) => total + amount.fen, 0n);
  // What is not read only adds.
  const isDecided = read.length === item.details.length || sum > own.fen;
  if (read.length === 0 || !isDecided || sum === own.fen) return null;
  const isSure = read.every(({ amount }) => amount.part === 'amount');
  return {
    ...differ(item, own, sum, { zh: `${read.length} 笔明细合计`, en: `Its ${read.length} details come to` }),
    related: placesOf(read.map(({ detail, amount }) => spotOf(detail, amount))),
    ...(!isSure && { level: 'warning' }),
  };
}

function ofText(item: ReadItem, own: ItemAmount, text: ItemText): Remark | null {
  const spot = ({ from, to }: { readonly from: number; readonly to: number }) =>
    spotOf(item, { part: text.part, from, to });
  const addends = findAddends(text, own.fen, own);
  if (addends) {
    const { parts, sum, isComplete } = addends;
    if (sum === own.fen || (sum < own.fen && !isComplete)) return null;
    const what = { zh: `文字里的 ${parts.length} 笔合计`, en: `The ${parts.length} sums in its text come to` };
    return { ...differ(item, own, sum, what), related: placesOf(parts.map(spot)), level: 'warning' };
  }
  const larger = text.amounts.find(
    ({ sense, fen }) => (sense === 'part' || sense === 'subset') && (fen ?? 0n) > own.fen,
  );
  if (larger) {
    const what = { zh: '其中一笔', en: 'One of its parts is' };
    return { ...differ(item, own, larger.fen ?? 0n, what), related: [spot(larger)], level: 'warning' };
  }
  const [total, ...others] = text.amounts.filter(
    ({ sense }) => sense === 'total' || sense === 'part' || sense === 'unclear',
  );
  if (total?.sense !== 'total' || others.length > 0 || total.fen === null || total.fen === own.fen) return null;
  const what = { zh: '文字里的合计', en: 'The total in its text is' };
  return { ...differ(item, own, total.fen, what), related: [spot(total)], level: 'warning' };
}

function differ(item: ReadItem, own: ItemAmount, sum: Fen, what: Words): Remark {
  const by = sayMoney(sum > own.fen ? sum - own.fen : own.fen - sum);
  return {
    ...spotOf(item, own),
    message: {
      zh: `${what.zh} ${sayMoney(sum)}，比这一项的金额 ${sayMoney(own.fen)} ${sum > own.fen ? '多' : '少'} ${by}`,
      en: `${what.en} ${sayMoney(sum)}, ${by} ${sum > own.fen ? 'more' : 'less'} than the item, ${sayMoney(own.fen)}`,
    },
    advice: {
      zh: '逐笔核对，使各笔之和等于这一项的金额；不属于这一项的钱，写明“上年”“累计”“其中”等字样',
      en: 'Check each until they add up to the item; say of other money what it is, such as 上年, 累计 or 其中',
    },
  };
}

function placesOf(spots: readonly Spot[]): readonly Spot[] {
  return spots.length > mostPlaces ? [] : spots;
}
