// What a review says of a change: the words only.
import type { Words } from '../base/finding.js';
import { type Fen, type MoneyStyle, printMoney } from '../base/money.js';
import { type Percent, printPercent } from '../base/percent.js';
import type { Incomparable } from '../terms/indicator-strictness.js';

export const messages = {
  grown: (difference: Fen, percent: Percent | null, style: MoneyStyle): Words => {
    const share = percent === null ? '' : printPercent(percent);
    const amount = `${printMoney(difference < 0n ? -difference : difference, style)} ${style.unit}`;
    return {
      zh: `${difference < 0n ? '减少' : '增加'} ${amount}${share && `（${share}）`}`,
      en: `${amount} ${difference < 0n ? 'less' : 'more'}${share && ` (${share})`}`,
    };
  },
  rowAdded: { zh: '多了一个指标', en: 'one more indicator' },
  rowRemoved: { zh: '少了一个指标', en: 'one indicator less' },
  starredRowRemoved: { zh: '带星号的指标少了一个', en: 'one indicator less where a row is required' },
  rowsTakenUp: { zh: '原来没有指标，现在有了', en: 'there were no indicators, now there are' },
  rowsGivenUp: { zh: '原来有指标，现在没有了', en: 'there were indicators, now there are none' },
  starredRowsGivenUp: {
    zh: '带星号的指标没有了，必须至少有一行',
    en: 'no indicator is left where at least one is required',
  },
  incomparable: {
    unit: { zh: '单位变了，比不出松紧', en: 'another unit: whether it asks for more cannot be told' },
    sign: {
      zh: '“至少”与“至多”对调了，比不出松紧',
      en: '“at least” and “at most” changed places: whether it asks for more cannot be told',
    },
    'measure-lost': { zh: '原来是可以衡量的数，现在不是了', en: 'it could be measured and no longer can' },
    'measure-gained': { zh: '原来没有数，现在可以衡量了', en: 'it could not be measured and now can' },
  } satisfies Readonly<Record<Incomparable, Words>>,
} as const;
