// Each basis item tells one amount. Items written in parts have a key for it; this is about those that are one text.
import type { Level, Said } from '../../base/finding.js';
import { say } from '../../base/finding.js';
import type { Unread } from '../../terms/basis-reading.js';
import { allItems, itemReadings, spotOf } from '../item-readings.js';
import type { Rule } from '../rule.js';

const advice = {
  zh: '在事由后面写明这一项的金额，例如“暑期托管班（12万）：……”',
  en: 'Write the amount behind the subject, as in “暑期托管班（12万）：…”',
};

const words: Readonly<Record<Unread, Said>> = {
  none: say('这一项没有写金额', advice.zh, 'This item tells no amount', advice.en),
  price: say(
    '这一项只有单价，没有写一共多少钱',
    advice.zh,
    'This item tells a price but not what it comes to',
    advice.en,
  ),
  several: say(
    '这一项里有几个金额，看不出哪一个是它的合计',
    '在事由后面写明合计，例如“暑期托管班（12万）：……”；或者拆成几项',
    'This item tells several amounts, and not which is its own',
    'Write the sum behind the subject, as in “暑期托管班（12万）：…”, or make several items of it',
  ),
  inexact: say(
    '这一项的金额不是一个确定的数，没法加到合计里',
    '写一个确定的数，不写“约”“左右”“不超过”和范围；估算的理由写在后面',
    'The amount of this item is not one definite number, so that it adds to no sum',
    'Write one definite number; reasons for an estimate may follow',
  ),
  unclear: say(
    '这一项里的金额，看不准是不是它今年的金额',
    advice.zh,
    'It is not clear whether an amount in this item is what it costs this year',
    advice.en,
  ),
};

/** What a person may well understand. */
const levels: Readonly<Partial<Record<Unread, Level>>> = { unclear: 'hint' };

export const basisAmountIsReadable: Rule = {
  name: 'basis-amount-is-readable',
  level: 'warning',
  about: {
    zh: '每一项写明一个金额，才能核对合计',
    en: 'Only items that tell one amount each can be added up and checked',
  },
  source: { zh: '财政审核表；样表每一项都写明了金额', en: 'review sheets; every item of a real form tells its amount' },
  settings: {},
  check(subject, report) {
    for (const item of allItems(itemReadings(subject))) {
      if (item.unread === null || typeof item.item !== 'string' || item.item === '') continue;
      const [first, ...others] = item.candidates.map((candidate) => spotOf(item, candidate));
      const level = levels[item.unread];
      report({
        ...(first ?? { pointer: item.pointer }),
        ...(others.length > 0 && { related: others.slice(0, 11) }),
        ...words[item.unread],
        ...(level && { level }),
      });
    }
  },
};
