// Turns a template into its markup alone: every mustache is overwritten by placeholders of equal length, so that
// what a reader of markup finds there has the template's own offsets.
import type Handlebars from 'handlebars';
import { offsetAt } from '../base/place.js';

export type Program = ReturnType<typeof Handlebars.parse>;

/** Stands for what a mustache prints. Both placeholders are for private use: no word of the vocabulary has them. */
export const printed = '\uE000';
/** Stands for `{{#…}}`, `{{else}}` and `{{/…}}`, which print nothing themselves. */
export const silent = '\uE001';

export interface Masked {
  readonly markup: string;
  /** The number of the innermost block branch that an offset of markup lies in; 0 is outside of all. */
  branchAt(offset: number): number;
}

export function mask(program: Program, text: string): Masked {
  const units = Array.from<unknown, string>({ length: text.length }, (_, at) => (text[at] === '\n' ? '\n' : silent));
  const contents: { readonly start: number; readonly branch: number }[] = [];
  let branches = 0;

  const visit = (body: readonly hbs.AST.Node[]) => {
    const branch = branches++;
    for (const node of body) {
      const { start, end } = rangeOf(node, text);
      const write = (unit: (at: number) => string) => {
        for (let at = start; at < end; at++) if (text[at] !== '\n') units[at] = unit(at);
      };
      if (node.type === 'ContentStatement') {
        write((at) => text.charAt(at));
        contents.push({ start, branch });
      } else if (node.type === 'MustacheStatement') write(() => printed);
      else if (node.type === 'CommentStatement') write(() => ' ');
      else if (node.type === 'BlockStatement') {
        const { program: then, inverse } = node as hbs.AST.BlockStatement;
        if (then) visit(then.body);
        if (inverse) visit(inverse.body);
      }
    }
  };
  visit(program.body);
  return {
    markup: units.join(''),
    branchAt: (offset) => contents.findLast(({ start }) => start <= offset)?.branch ?? 0,
  };
}

export function rangeOf(node: hbs.AST.Node, text: string): { readonly start: number; readonly end: number } {
  const { start, end } = node.loc;
  return { start: offsetAt(text, start.line, start.column + 1), end: offsetAt(text, end.line, end.column + 1) };
}
