// Turns a template's text into a function from a view to markup, after checking all of it.
// The template is checked once, before any declaration meets it, so that its author hears of every fault at once.
import type { Outcome } from '../base/finding.js';
import type { Field, Form } from '../check/form.js';
import type { Source } from '../read/parsed.js';
import { checkFields } from './check-fields.js';
import { checkMarkup } from './check-markup.js';
import { atLine, toFinding } from './fault.js';
import { mask } from './mask.js';
import { prepare } from './prepare.js';
import { type Printer, parseTemplate, printerOf } from './printer.js';
import type { Theme } from './theme.js';

export interface Template {
  readonly source: Source;
  readonly form: Form;
  readonly theme: Theme;
  /** The texts of the form that it prints. */
  readonly printed: ReadonlySet<Field>;
  /** Markup of one declaration. */
  readonly print: Printer;
}

export function compileTemplate(source: Source, form: Form, theme: Theme): Outcome<Template> {
  const parsed = parseTemplate(source.text);
  if ('said' in parsed) {
    return { value: null, findings: [toFinding(atLine('syntax', parsed.said, parsed.line, source.text), source)] };
  }
  const masked = mask(parsed, source.text);
  const fields = checkFields(parsed, source.text, form);
  const faults = [...fields.faults, ...checkMarkup(masked, fields.pointers, form, theme)];
  if (faults.length > 0) {
    const inOrder = faults.toSorted((a, b) => a.start - b.start);
    return { value: null, findings: inOrder.map((fault) => toFinding(fault, source)) };
  }
  const { printed } = fields;
  const print = printerOf(prepare(source.text, masked));
  return { value: { source, form, theme, printed, print }, findings: [] };
}
