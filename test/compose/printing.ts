// Short ways to compile a template or read a theme from a text, and to show what came of it as text.
import type { Finding, Outcome } from '../../src/base/finding.js';
import type { Declaration } from '../../src/check/declaration.js';
import { type Composed, compose } from '../../src/compose/compose.js';
import { cellText, type Grid } from '../../src/compose/grid.js';
import { readTheme } from '../../src/compose/read-theme.js';
import { compileTemplate } from '../../src/compose/template.js';
import type { Theme } from '../../src/compose/theme.js';
import { parse, sampleText } from '../support/forms.js';
import { fontFile, form, theme } from '../support/project-goal.js';

const ownTheme = theme();

export const sample = parse(sampleText).value as Declaration;

/** The declaration printed by a template of this text. */
export function print(text: string, declaration: Declaration = sample, as: Theme = ownTheme): Outcome<Composed> {
  const { value, findings } = compileTemplate({ path: 'form.hbs', text }, form, as);
  return value ? compose(declaration, value, { year: '2025' }) : { value: null, findings };
}

/** A table of one column around these rows, which begin on line 4. */
export function rows(text: string): string {
  return `<title class="title">表</title>\n<table>\n<colgroup><col class="full"></colgroup>\n${text}\n</table>`;
}

/** The texts of the cells of one row that a template prints. */
export function cells(row: string, declaration?: Declaration): readonly string[] {
  const { tables } = gridOf(print(rows(row), declaration));
  return tables.flatMap((table) => table.rows.flatMap((one) => one.cells.map(cellText)));
}

export function gridOf({ value, findings }: Outcome<Composed>): Grid {
  if (!value) throw new Error(told(findings).join('\n'));
  return value.grid;
}

export function themeOf(text: string): Outcome<Theme> {
  return readTheme({ path: 'theme.yaml', text }, fontFile);
}

/** `line:column-endColumn rule message`, each followed by its advice. */
export function told(findings: readonly Finding[]): readonly string[] {
  return findings.map(({ place, rule, message, advice }) => {
    const at = place ? `${place.line}:${place.column}-${place.endColumn}` : '';
    return `${at} ${rule} ${message.zh} → ${advice?.zh}`;
  });
}

/** A row a line: style, field, then the text with its line breaks as ⏎. */
export function showGrid({ title, titleStyle, tables }: Grid): string {
  const shown = tables.map(({ columns, headRows, rows }) => [
    `\n[${columns.join(' | ')}] head ${headRows}`,
    ...rows.flatMap(({ cells }) => [
      '-',
      ...cells.map((cell) =>
        [
          `  ${cell.header ? 'th' : 'td'} ${cell.style}`,
          ...(cell.colspan > 1 ? [`colspan ${cell.colspan}`] : []),
          ...(cell.rowspan > 1 ? [`rowspan ${cell.rowspan}`] : []),
          ...(cell.field === null ? [] : [cell.field]),
          ...(cell.choices === null ? [] : [`{${cell.choices.join('|')}}`]),
          ...(cell.amount === null ? [] : [`=${cell.amount.decimal}`]),
          `「${cellText(cell).replaceAll('\n', '⏎')}」`,
        ].join(' '),
      ),
    ]),
  ]);
  return `${[`${titleStyle} 「${title}」`, ...shown.flat()].join('\n')}\n`;
}
