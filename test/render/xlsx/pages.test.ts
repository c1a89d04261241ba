// Where pages begin. Heights are points of a page of 100, of which 98 are used.
import { expect, test } from 'vitest';
import { pageBreaks, type Unit } from '../../../src/render/xlsx/pages.js';

const row = (...heights: readonly number[]): Unit => ({ heights, keepsWithNext: false });
const label = (height: number): Unit => ({ heights: [height], keepsWithNext: true });

test.each<[string, readonly Unit[], readonly number[]]>([
  ['what fits on one page is not broken', [row(40), row(40)], []],
  ['a row that does not fit begins a page', [row(60), row(60)], [1]],
  ['a label goes with the text below it', [row(80), label(10), row(30)], [1]],
  ['two labels go together with their text', [row(80), label(5), label(5), row(30)], [1]],
  ['a block stays whole when little of the page is lost', [row(70), row(20, 20)], [1]],
  ['a block is torn when too much of the page would stay empty', [row(50), row(30, 30)], [2]],
  ['a label and the first part of a torn block stay together', [row(50), label(10), row(30, 30)], [3]],
  ['a block higher than a page is torn where its rows end', [row(40, 40, 40, 40)], [2]],
  ['a row higher than a page does not begin an empty one', [row(150), row(10)], [1]],
])('%s', (_, units, breaks) => {
  expect(pageBreaks(units, 100, null)).toEqual(breaks);
});

test('a repeated head takes its room on the pages after it', () => {
  const units = [label(20), row(40), row(40), row(40), row(40)];
  expect(pageBreaks(units, 100, null)).toEqual([2, 4]);
  expect(pageBreaks(units, 100, { first: 1, last: 1 })).toEqual([2, 3, 4]);
});
