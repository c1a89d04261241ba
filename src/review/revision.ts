// Prints the new form as Word with revision marks against the old one, as offices are used to: accept all, and it is the new form.
import type { Finding, Outcome } from '../base/finding.js';
import { type Checked, composeChecked, metaOf, type Settings } from '../pipeline.js';
import { loadRenderer } from '../render/renderers.js';
import { mergeForms } from './merged-grid.js';

/** `toAfter` leads from a pointer before to the same value after, null where it is gone. `settings` are those of the new form. */
export async function printRevision(
  before: Checked,
  after: Checked,
  toAfter: (pointer: string) => string | null,
  settings: Settings,
  yearBefore: string | null,
): Promise<Outcome<Uint8Array>> {
  const was = await composeChecked(before, { ...settings, year: yearBefore });
  const is = await composeChecked(after, settings);
  const findings: readonly Finding[] = [...was.findings, ...is.findings];
  if (!was.value || !is.value) return { value: null, findings };
  const { grid, theme } = mergeForms(was.value, is.value, toAfter);
  const renderer = await loadRenderer('docx');
  const rendered = await renderer.render(grid, theme, metaOf(after, is.value.grid.title, settings));
  return { value: rendered.value, findings: [...findings, ...rendered.findings] };
}
