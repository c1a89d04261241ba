// Turns the styles that the forms of a page use into its rules: each theme has its own, and in print the type of half a sheet.
import type { Grid } from '../compose/grid.js';
import type { Style, Theme } from '../compose/theme.js';
import { points, styleRule } from '../render/html/css.js';
import { classNames } from '../render/html/markup.js';
import type { ClassOf, PageForms } from './page-forms.js';

export interface FormStyles {
  readonly classOf: ClassOf;
  readonly screen: string;
  /** To stand behind those for the screen. */
  readonly print: string;
  /** Whose paper and footer the page has; null where it shows no form. */
  readonly theme: Theme | null;
}

/** Two forms share a sheet: their type is that much smaller than on a sheet of their own. */
const share = 0.8;

export function formStyles(forms: readonly PageForms[]): FormStyles {
  const used = new Map<Theme, string[]>();
  for (const { before, after } of forms) {
    for (const form of [before, after]) {
      if (!form) continue;
      const known = used.get(form.theme) ?? [];
      used.set(form.theme, known);
      known.push(...stylesOf(form.grid));
    }
  }
  const names = new Map([...used].map(([theme, styles], at) => [theme, prefixed(classNames(styles), `t${at}`)]));
  const classOf: ClassOf = (theme, style) => names.get(theme)?.get(style) ?? '';
  const rules = (ruleOf: (theme: Theme, style: Style, selector: string) => string) =>
    [...names].flatMap(([theme, classes]) =>
      [...classes].map(([style, name]) => ruleOf(theme, theme.styles[style] as Style, `.${name}`)),
    );
  return {
    classOf,
    screen: rules(styleRule).join('\n'),
    print: rules((_, { size }, selector) => `${selector}{font-size:${points(size * share)}}`).join('\n'),
    theme: [...used.keys()].find(({ paper }) => paper.name === 'A3') ?? [...used.keys()][0] ?? null,
  };
}

function stylesOf(grid: Grid): readonly string[] {
  return grid.tables.flatMap(({ rows }) => rows.flatMap(({ cells }) => cells.map(({ style }) => style)));
}

function prefixed(classes: ReadonlyMap<string, string>, prefix: string): ReadonlyMap<string, string> {
  return new Map([...classes].map(([style, name]) => [style, prefix + name]));
}
