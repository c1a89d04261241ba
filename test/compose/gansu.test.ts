// Another authority's form in print: amounts in 万元, exact to the 分, and the year in the title.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compose } from '../../src/compose/compose.js';
import { type Cell, cellText, type Grid } from '../../src/compose/grid.js';
import { parse } from '../support/forms.js';
import { checkGansu, gansu, gansuText, gansuWith } from '../support/gansu.js';
import { template } from '../support/project-goal.js';

const ours = template(gansu.form);

function gridOf(text: string, year: string | null = null): Grid {
  expect(checkGansu(text)).toEqual([]);
  const { value, findings } = compose(parse(text).value as Parameters<typeof compose>[0], ours, { year });
  if (!value) throw new Error(JSON.stringify(findings));
  return value.grid;
}

function cellAt(grid: Grid, field: string): Cell {
  const found = grid.tables.flatMap(({ rows }) => rows.flatMap(({ cells }) => cells)).filter((c) => c.field === field);
  expect(found).toHaveLength(1);
  return found[0] as Cell;
}

/** What stands on the form, and the number that a workbook gets, for 预算申报数 as it was written. */
function printed(written: string): readonly [text: string, number: string | undefined] {
  const cell = cellAt(gridOf(gansuWith('预算申报数: 20万元', `预算申报数: ${written}`)), '/预算申报数');
  return [cellText(cell), cell.amount?.decimal];
}

describe('an amount', () => {
  it.each([
    ['20', '20.00', '20.00'],
    ['20万元', '20.00', '20.00'],
    ['20万', '20.00', '20.00'],
    ['200000元', '20.00', '20.00'],
    ['0', '0.00', '0.00'],
    ['18.35', '18.35', '18.35'],
    ['18.3575', '18.3575', '18.3575'],
    ['0.2亿元', '2,000.00', '2000.00'],
    ['1,234,567.8', '1,234,567.80', '1234567.80'],
    ['3.5元', '0.00035', '0.00035'],
    ['0.01元', '0.000001', '0.000001'],
    ['0.000001', '0.000001', '0.000001'],
    ['999999999.999999', '999,999,999.999999', '999999999.999999'],
  ])('%s is printed in 万元 as %s', (written, text, number) => {
    expect(printed(written)).toEqual([text, number]);
  });

  it('is the same amount when what was printed is written again', () => {
    fc.assert(
      fc.property(fc.bigInt(0n, 10n ** 15n - 1n), (fen) => {
        const yuan = `${fen / 100n}.${String(fen % 100n).padStart(2, '0')}元`;
        const [text, number = ''] = printed(yuan);
        const [whole = '', decimals = ''] = number.split('.');
        expect(BigInt(whole + decimals.padEnd(6, '0'))).toBe(fen);
        expect(printed(text)).toEqual([text, number]);
      }),
      { numRuns: 50 },
    );
  });
});

describe('the title', () => {
  const undated = gansuWith('年度: 2023\n', '');
  it.each([
    ['the year of the declaration', gansuText, '2024', '省级部门预算项目支出绩效目标表(2023年度)'],
    [
      'the year of the folder where the declaration has none',
      undated,
      '2024',
      '省级部门预算项目支出绩效目标表(2024年度)',
    ],
    ['no year where there is none', undated, null, '省级部门预算项目支出绩效目标表'],
  ])('has %s', (_, text, year, title) => {
    expect(gridOf(text, year).title).toBe(title);
  });
});

describe('policies', () => {
  it('are printed as they stand, one on each line, as the authority does', () => {
    const two = gansuWith('  - 甘财科[2022]78号', '  - 甘财科[2022]78号\n  - 嘉财发〔2022〕9号');
    expect(cellText(cellAt(gridOf(two), '/政策依据'))).toBe('甘财科[2022]78号\n嘉财发〔2022〕9号');
  });
});
