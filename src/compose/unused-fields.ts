// Says which texts of a form a template never prints: what is written there reaches no reader.
import type { Field, Form } from '../check/form.js';
import { isText } from './contexts.js';

/** Texts of one key below one key of the top, `count` of them; `path` is that of the first. */
export interface Unused {
  readonly path: readonly string[];
  readonly count: number;
}

/** What tells the form and the year is used, printed or not. */
const usedAnyway = ['form', 'year'];

export function unusedFields(form: Form, printed: ReadonlySet<Field>): readonly Unused[] {
  const groups = new Map<string, Unused>();
  const visit = (field: Field, path: readonly string[]) => {
    if (usedAnyway.includes(field.role ?? '')) return;
    if (isText(field)) {
      if (printed.has(field)) return;
      const group = `${path[0]} ${path.at(-1)}`;
      const known = groups.get(group);
      groups.set(group, { path: known?.path ?? path, count: (known?.count ?? 0) + 1 });
    } else if (field.items) visit(field.items, path);
    else for (const child of field.properties) visit(child, [...path, child.key]);
  };
  for (const child of form.root.properties) visit(child, [child.key]);
  return [...groups.values()];
}
