// Which years of a text are moved on, and which are only told.
import { describe, expect, test } from 'vitest';
import { yearsIn } from '../../src/intake/years.js';

/** `2025` for one that moves, `(2025)` for one that is told. */
function found(text: string): string {
  return yearsIn(text)
    .map(({ from, to, year, movable }) => {
      expect(text.slice(from, to)).toBe(String(year));
      return movable ? `${year}` : `(${year})`;
    })
    .join(' ');
}

describe('years in a text', () => {
  test.each([
    ['2025年安保服务采购项目70%尾款；2026年30%预付款', '2025 2026'],
    ['订阅2025年和2026年工会报刊', '2025 2026'],
    ['2024-2025年、2024、2025和2026年', '2024 2025 2024 2025 2026'],
    ['2025年12月底前', '2025'],
    ['2025 年度', '2025'],
    ['2025-12-31、2025.3.1、2025/12/1', '2025 2025 2025'],
    ['2023.07-2024.01', '(2023) (2024)'],
    ['按《2024年工作要点》，2025年完成', '(2024) 2025'],
    ['《甲《2023年》2024年》2025年', '(2023) (2024) 2025'],
    ['《没有收尾 2025年', '2025'],
    ['深工〔2024〕13号', ''],
    ['2025元、2025场次、2025.5万、12025年、3.2025年、2025.06%', ''],
    ['采购2000平方米', ''],
    ['1999年至2001年', '1999 2001'],
  ])('%s → %s', (text, years) => {
    expect(found(text)).toBe(years);
  });

  test.each([
    '《',
    '2025',
    '2025、',
    '2025-',
    '2025年',
    '《2025年》',
    '1',
    '2025.1.',
  ])('are found in a long text of %s, one after the other', (piece) => {
    const text = piece.repeat(Math.floor(32_767 / piece.length));
    const froms = yearsIn(text).map(({ from }) => from);
    expect(froms).toEqual([...new Set(froms)].sort((a, b) => a - b));
  });
});
