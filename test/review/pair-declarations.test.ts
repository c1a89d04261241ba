// Which declarations of two states are the same: by code, by place, by name.
import { describe, expect, test } from 'vitest';
import type { Facts } from '../../src/check/facts.js';
import { pairDeclarations, type Standing } from '../../src/review/pair-declarations.js';

/** `place code name unit`; what is `-` is not written. */
function standing(text: string): Standing {
  const [place = '', ...rest] = text.split(' ');
  const [code, name, unit] = rest.map((word) => (word === '-' ? undefined : word));
  const fact = (word: string | undefined) =>
    word === undefined
      ? {}
      : {
          text: word,
          fen: null,
          pointer: '',
          place: { file: '', line: 1, column: 1, endLine: 1, endColumn: 1, start: 0, end: 0 },
        };
  const by = Object.fromEntries(
    Object.entries({ code, name, unit }).flatMap(([role, word]) => (word === undefined ? [] : [[role, fact(word)]])),
  );
  return { place, facts: rest.length === 0 ? null : ({ by } as unknown as Facts) };
}

function pairs(before: readonly string[], after: readonly string[]): readonly string[] {
  return pairDeclarations(before.map(standing), after.map(standing)).map(
    (pair) => `${pair.before?.place ?? '∅'} → ${pair.after?.place ?? '∅'}`,
  );
}

describe('pairDeclarations', () => {
  test.each<[what: string, before: readonly string[], after: readonly string[], told: readonly string[]]>([
    ['the same place', ['a 1 甲 某局'], ['a 1 乙 某局'], ['a → a']],
    ['the same code elsewhere', ['a 1 甲 某局'], ['b 1 乙 某局'], ['a → b']],
    ['a code that was mended in its place', ['a 1 甲 某局'], ['a 2 甲 某局'], ['a → a']],
    ['two that changed places', ['a 1 甲 某局', 'b 2 乙 某局'], ['a 2 乙 某局', 'b 1 甲 某局'], ['b → a', 'a → b']],
    [
      'a code copied to a new file stays where it was',
      ['a 1 甲 某局'],
      ['a 1 甲 某局', 'b 1 甲 某局'],
      ['a → a', '∅ → b'],
    ],
    ['the same name in the same unit', ['a - 甲 某局'], ['b 3 甲 某局'], ['a → b']],
    ['the same name, if nothing else', ['a - 甲 某局'], ['b - 甲 某某局'], ['a → b']],
    [
      'a name that two have tells nothing',
      ['a - 甲 某局', 'b - 甲 某局'],
      ['c - 甲 某局'],
      ['a → ∅', 'b → ∅', '∅ → c'],
    ],
    ['files that say nothing, by their place alone', ['a', 'b'], ['a', 'c'], ['a → a', 'b → ∅', '∅ → c']],
  ])('%s', (_, before, after, told) => {
    expect(pairs(before, after)).toEqual(told);
    const backwards = pairs(after, before).map((pair) => pair.split(' → ').reverse().join(' → '));
    expect([...backwards].sort()).toEqual([...told].sort());
  });
});
