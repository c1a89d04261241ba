// Turns a template's text into a function from a view to markup, after checking all of it.
// The template is checked once, before any declaration meets it, so that its author hears of every fault at once.
import Handlebars from 'handlebars';
import type { Outcome } from '../base/finding.js';
import type { Form } from '../check/form.js';
import type { Source } from '../read/parsed.js';
import { checkFields } from './check-fields.js';
import { checkMarkup } from './check-markup.js';
import { eachWith } from './each.js';
import { atLine, type Fault, toFinding } from './fault.js';
import { mask, type Program } from './mask.js';
import { messages } from './messages.js';
import { prepare } from './prepare.js';
import type { Theme } from './theme.js';
import type { Viewed } from './view.js';
import { helpers } from './vocabulary.js';

export interface Template {
  readonly source: Source;
  readonly form: Form;
  readonly theme: Theme;
  /** Markup of one declaration; throws Handlebars' exception when it cannot be printed. */
  print(viewed: Viewed): string;
}

export function compileTemplate(source: Source, form: Form, theme: Theme): Outcome<Template> {
  const parsed = parse(source.text);
  if ('kind' in parsed) return { value: null, findings: [toFinding(parsed, source)] };
  const masked = mask(parsed, source.text);
  const fields = checkFields(parsed, source.text, form);
  const faults = [...fields.faults, ...checkMarkup(masked, fields.pointers, form, theme)];
  if (faults.length > 0) {
    const inOrder = faults.toSorted((a, b) => a.start - b.start);
    return { value: null, findings: inOrder.map((fault) => toFinding(fault, source)) };
  }
  const compiled = Handlebars.compile(prepare(source.text, masked), {
    strict: true,
    knownHelpers,
    knownHelpersOnly: true,
  });
  const print = ({ view, about }: Viewed) => compiled(view, { helpers: { each: eachWith(about) } });
  return { value: { source, form, theme, print }, findings: [] };
}

/** Handlebars' own helpers are known unless they are said not to be. */
const knownHelpers = {
  ...Object.fromEntries(['helperMissing', 'blockHelperMissing', 'log', 'lookup'].map((name) => [name, false])),
  ...Object.fromEntries(Object.keys(helpers).map((name) => [name, true])),
} as NonNullable<CompileOptions['knownHelpers']>;

function parse(text: string): Program | Fault {
  try {
    return Handlebars.parse(text);
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error);
    const line = Number((error as { lineNumber?: number }).lineNumber ?? /line (\d+)/.exec(detail)?.[1] ?? 1);
    return atLine('syntax', messages.syntax(detail.split('\n').at(-1) ?? detail), line, text);
  }
}
