import fc from 'fast-check';
import { expect, test } from 'vitest';
import { findClauses } from '../../src/terms/clauses.js';

const texts = (text: string, lists = false) => findClauses(text, { lists }).map((clause) => clause.text);

test.each([
  ['甲，乙。丙；丁', ['甲', '乙', '丙', '丁']],
  ['1,200人次,500户', ['1,200人次', '500户']],
  ['甲\n乙', ['甲', '乙']],
  ['体检、走访', ['体检、走访']],
  ['', ['']],
])('%j', (text, expected) => {
  expect(texts(text)).toEqual(expected);
});

test('with lists', () => {
  expect(texts('体检、走访，培训', true)).toEqual(['体检', '走访', '培训']);
});

test('each clause stands where it says', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: fc.constantFrom('甲', '1', '，', '、', ',', '\n', '。') }),
      fc.boolean(),
      (text, lists) => {
        for (const clause of findClauses(text, { lists })) {
          expect(text.slice(clause.from, clause.from + clause.text.length)).toBe(clause.text);
        }
      },
    ),
  );
});
