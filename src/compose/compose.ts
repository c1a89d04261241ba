// Turns a checked declaration into the grid of its form: the first half of printing.
import type { Outcome } from '../base/finding.js';
import type { Declaration } from '../check/declaration.js';
import { atLine, toFinding } from './fault.js';
import type { Grid } from './grid.js';
import { messages } from './messages.js';
import { readGrid } from './read-grid.js';
import type { Template } from './template.js';
import type { Theme } from './theme.js';
import { toView } from './view.js';

export interface Composed {
  readonly grid: Grid;
  readonly theme: Theme;
}

/** `year` stands in where the declaration gives none. A template that cannot print the declaration is a finding in the template. */
export function compose(
  declaration: Declaration,
  template: Template,
  defaults: { readonly year: string | null },
): Outcome<Composed> {
  const { source, form, theme } = template;
  const finding = (kind: string, said: Parameters<typeof atLine>[1], line: number) =>
    toFinding(atLine(kind, said, line, source.text), source);
  let html: string;
  try {
    html = template.print(toView(declaration, form, defaults.year));
  } catch (error) {
    if (!(error instanceof Error && 'lineNumber' in error)) throw error;
    return { value: null, findings: [finding('print', messages.failed(error.message), Number(error.lineNumber ?? 1))] };
  }
  const { grid, faults } = readGrid(html, form);
  if (faults.length > 0) return { value: null, findings: faults.map(({ line, said }) => finding('row', said, line)) };
  return { value: { grid, theme }, findings: [] };
}
