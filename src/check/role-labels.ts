// Puts a form's own words into what a rule says of itself: `{goal}` becomes the label of the field that has the role `goal`.
import type { Words } from '../base/finding.js';
import type { Field, Form } from './form.js';

/** A role that the form has nowhere stays as it is written. */
export function withLabels({ zh, en }: Words, form: Form): Words {
  const labels = labelsOf(form.root, new Map());
  const fill = (text: string) => text.replace(/\{([a-z-]+)\}/g, (mark, role: string) => labels.get(role) ?? mark);
  return { zh: fill(zh), en: fill(en) };
}

/** The first field with each role, from the top. */
function labelsOf(field: Field, labels: Map<string, string>): ReadonlyMap<string, string> {
  if (field.role !== null && !labels.has(field.role)) labels.set(field.role, field.key);
  for (const child of field.properties) labelsOf(child, labels);
  if (field.items) labelsOf(field.items, labels);
  return labels;
}
