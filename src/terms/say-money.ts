// Says an amount as a reviewer would: `3万元`, `242.55万元`, `6,000元`.
import { type Decimal, times, toWhole, whole } from '../base/decimal.js';
import { type Fen, printMoney } from '../base/money.js';

/** In 万元 from 1万元 on where two decimals hold it, otherwise in 元; exact. */
export function sayMoney(fen: Fen): string {
  const inTenThousands = fen >= 1_000_000n && fen % 10_000n === 0n;
  return inTenThousands
    ? `${printMoney(fen, { unit: '万元', decimals: 0 })}万元`
    : `${printMoney(fen, { unit: '元', decimals: 0 })}元`;
}

/** Of 元, cut off below the 分. */
export function sayYuan(yuan: Decimal): string {
  const exact = toWhole(times(yuan, whole(100)));
  return sayMoney(exact ?? (yuan.digits * 100n) / 10n ** BigInt(yuan.scale));
}
