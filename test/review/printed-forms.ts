// Prints declarations as a review sees them: the grids of both states, and where the values of the one stand in the other.
import { isMapping } from '../../src/check/declaration.js';
import type { Composed } from '../../src/compose/compose.js';
import { checkSource, composeChecked } from '../../src/pipeline.js';
import type { Change } from '../../src/review/change.js';
import { compare } from '../../src/review/compare.js';
import { followItems } from '../../src/review/follow-items.js';
import { kits } from '../support/project-goal.js';

const own = kits();

export async function print(text: string) {
  const source = new TextEncoder().encode(text);
  const { value: checked, findings } = await checkSource('projects/2025/a.yaml', source, own, '2025');
  if (!checked) throw new Error(findings.map(({ message }) => message.en).join('; '));
  const settings = { year: '2025', epoch: null, digest: '', draft: false };
  const { value: form } = await composeChecked(checked, settings);
  if (!form) throw new Error('not printed');
  const { parsed, kit } = checked;
  return { form, state: { declaration: isMapping(parsed.value) ? parsed.value : {}, form: kit.form } };
}

export interface PrintedForms {
  readonly before: Composed;
  readonly after: Composed;
  readonly toAfter: (pointer: string) => string | null;
  readonly changes: readonly Change[];
}

export async function printForms(before: string, after: string): Promise<PrintedForms> {
  const [was, is] = [await print(before), await print(after)];
  const { items, changes } = compare(was.state, is.state);
  return { before: was.form, after: is.form, toAfter: followItems(items), changes };
}
