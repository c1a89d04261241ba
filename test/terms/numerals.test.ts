import { expect, test } from 'vitest';
import { readNumeral } from '../../src/terms/numerals.js';

test.each([
  ['零', 0n],
  ['两', 2n],
  ['九', 9n],
  ['十', 10n],
  ['十五', 15n],
  ['二十', 20n],
  ['九十九', 99n],
  ['一百', 100n],
  ['一百零五', 105n],
  ['一百一十', 110n],
  ['三百二十', 320n],
  ['三千五百', 3_500n],
  ['一千零二十', 1_020n],
  ['两万', 20_000n],
  ['一万二千', 12_000n],
  ['三万零五', 30_005n],
  ['十五万', 150_000n],
  ['三亿五千万', 350_000_000n],
  ['一亿', 100_000_000n],
  ['三十五亿', 3_500_000_000n],
  ['二万亿', 2_000_000_000_000n],
  ['伍万', 50_000n],
  ['叁佰贰拾', 320n],
  ['壹仟玖佰捌拾柒', 1_987n],
  ['肆拾陆万', 460_000n],
])('%s', (text, value) => {
  expect(readNumeral(text)).toEqual({ digits: value, scale: 0 });
});

test.each([
  ['', 'nothing'],
  ['五一', 'a holiday'],
  ['三四', 'about'],
  ['一三百', 'no number'],
  ['一百五', '150 or 105'],
  ['三千五', '3500 or 3005'],
  ['三万五', '35,000 or 30,005'],
  ['十百', 'no number'],
  ['百五十', 'a hundred without its one'],
  ['一百十', 'ten without its one within a number'],
  ['二十三百', 'the wrong way round'],
  ['二十三十', 'two tens'],
  ['零十', 'no number'],
  ['万', 'a unit alone'],
  ['五万六亿', 'the wrong way round'],
  ['二〇二五', 'a year'],
  ['三x', 'another character'],
])('%s is %s: no number', (text) => {
  expect(readNumeral(text)).toBeNull();
});
