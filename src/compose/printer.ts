// Turns checked Handlebars into a function from a declaration's view to markup.
import Handlebars from 'handlebars';
import type { Said } from '../base/finding.js';
import { eachWith } from './each.js';
import type { Program } from './mask.js';
import { messages } from './messages.js';
import type { Viewed } from './view.js';
import { helpers } from './vocabulary.js';

/** Throws Handlebars' exception when a declaration cannot be printed. */
export type Printer = (viewed: Viewed) => string;

export function printerOf(program: Program): Printer {
  const compiled = Handlebars.compile(program, { strict: true, knownHelpers, knownHelpersOnly: true });
  return ({ view, about }) => compiled(view, { helpers: { each: eachWith(about) } });
}

/** Handlebars' own helpers are known unless they are said not to be. */
const knownHelpers = {
  ...Object.fromEntries(['helperMissing', 'blockHelperMissing', 'log', 'lookup'].map((name) => [name, false])),
  ...Object.fromEntries(Object.keys(helpers).map((name) => [name, true])),
} as NonNullable<CompileOptions['knownHelpers']>;

/** The tree of a template, or what keeps it from being read and on which line. */
export function parseTemplate(text: string): Program | { readonly said: Said; readonly line: number } {
  try {
    return Handlebars.parse(text);
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error);
    const line = Number((error as { lineNumber?: number }).lineNumber ?? /line (\d+)/.exec(detail)?.[1] ?? 1);
    return { said: messages.syntax(detail.split('\n').at(-1) ?? detail), line };
  }
}
