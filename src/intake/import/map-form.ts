// Reads from a form's template where its fields stand. A declaration of probes is composed, each value a text of its own, so that whatever
// the template prints around them shows.
import type { Outcome } from '../../base/finding.js';
import { compose } from '../../compose/compose.js';
import type { Template } from '../../compose/template.js';
import type { FormMap } from './form-map.js';
import { partsOfTable } from './map-table.js';
import { probesOf } from './probes.js';

/** Findings tell of a template that cannot be printed. */
export function mapForm(template: Template): Outcome<FormMap> {
  const { form, theme } = template;
  const { declaration, read } = probesOf(form);
  const composed = compose(declaration, template, { year: null });
  if (!composed.value) return { value: null, findings: composed.findings };
  const { grid } = composed.value;
  const parts = grid.tables.flatMap((table) => partsOfTable(table, read));
  const map: FormMap = { form, title: read(grid.title), footer: theme.footer.text, parts, asIs: null };
  return { value: map, findings: composed.findings };
}
