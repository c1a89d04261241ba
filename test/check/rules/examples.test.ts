// The examples that `shenbao explain` shows: every rule has one, finds its fault in the bad one and nothing in the good one.
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { type Example, filesOf, readExample } from '../../../src/check/example.js';
import { rules } from '../../../src/check/rules.js';
import { read } from '../../../src/read/read.js';
import { findingsOf } from './support.js';

function example(name: string): Example | null {
  const file = `schema/project-goal/examples/${name}.yaml`;
  const parsed = existsSync(file) && read({ path: file, text: readFileSync(file, 'utf8') }).value;
  return parsed ? readExample(parsed) : null;
}

describe.each(rules)('$name', (rule) => {
  const shown = example(rule.name);
  const found = (passage: string) =>
    filesOf(passage).flatMap(({ path, text }) =>
      findingsOf(rule, text, { path, ...(shown?.settings && { settings: JSON.stringify(shown.settings) }) }),
    );

  test('has an example', () => expect(shown).not.toBeNull());
  test('finds what is bad in the bad one', () => expect(found(shown?.bad ?? '')).not.toEqual([]));
  test('finds nothing in the good one', () => expect(found(shown?.good ?? '')).toEqual([]));
});
