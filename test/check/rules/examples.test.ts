// The examples that `shenbao explain` shows: every rule has one, finds its fault in the bad one and nothing in the good one.
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { type Example, filesOf, readExample } from '../../../src/check/example.js';
import type { Form } from '../../../src/check/form.js';
import { rules } from '../../../src/check/rules.js';
import { treeRules } from '../../../src/check/tree-rules.js';
import { read } from '../../../src/read/read.js';
import { openForm, projectGoal } from '../../support/forms.js';
import { findingsOf, foundInTree } from './support.js';

/** In the folder of the form that has what the rule looks at: the project's own, or another where it has none. */
const forms = ['project-goal', 'gansu-2023'].map((name) => openForm(name).form);

function exampleOf(name: string, form: Form): Example | null {
  const file = `schema/${form.name}/examples/${name}.yaml`;
  const parsed = existsSync(file) && read({ path: file, text: readFileSync(file, 'utf8') }).value;
  return parsed ? readExample(parsed) : null;
}

describe.each([...rules, ...treeRules])('$name', (rule) => {
  const form = forms.find((one) => exampleOf(rule.name, one) !== null) ?? projectGoal;
  const shown = exampleOf(rule.name, form);
  const settings = shown?.settings ? JSON.stringify(shown.settings) : undefined;
  const found = (passage: string) =>
    'checkTree' in rule
      ? foundInTree(rule, filesOf(passage), settings)
      : filesOf(passage).flatMap(({ path, text }) =>
          findingsOf(rule, text, { path, form, ...(settings !== undefined && { settings }) }),
        );

  test('has an example', () => expect(shown).not.toBeNull());
  test('finds what is bad in the bad one', () => expect(found(shown?.bad ?? '')).not.toEqual([]));
  test('finds nothing in the good one', () => expect(found(shown?.good ?? '')).toEqual([]));
});
