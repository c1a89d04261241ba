// Turns the text of a workbook's cell into markup for Handlebars: what stands around the braces is escaped, its line breaks become <br>.
import { below } from '../../base/pointer.js';
import { escapeXml } from '../../base/xml.js';
import type { Field } from '../../check/form.js';
import { isText, resolve, type Scope } from '../contexts.js';
import { type Program, rangeOf } from '../mask.js';

export interface CellMarkup {
  /** On one line. */
  readonly markup: string;
  /** The JSON pointer of the field that the cell shows, itself a piece of a template; null where it shows more, or none. */
  readonly field: string | null;
  /** It prints an item after the other. */
  readonly isList: boolean;
}

/** `program` is the tree of `text`, which has no carriage returns; `scope` is that of the cell. */
export function cellMarkup(text: string, program: Program, scope: Scope): CellMarkup {
  const pieces: string[] = [];
  let at = 0;
  let isList = false;
  const take = (end: number) => {
    // A line break between braces parts words there.
    pieces.push(text.slice(at, end).replaceAll('\n', ' '));
    at = end;
  };
  const visit = (body: readonly hbs.AST.Node[], isTop: boolean) => {
    for (const node of body) {
      const { start, end } = rangeOf(node, text);
      if (node.type === 'ContentStatement') {
        take(start);
        pieces.push(escapeXml(text.slice(start, end)).replaceAll('\n', '<br>'));
        at = end;
      } else if (node.type === 'BlockStatement') {
        const { program: then, inverse, path } = node as hbs.AST.BlockStatement;
        isList ||= isPath(path) && path.original === 'each';
        for (const branch of [then, inverse]) if (branch) visit(branch.body, false);
      } else if (
        isTop &&
        node.type === 'MustacheStatement' &&
        isListOfTexts(node as hbs.AST.MustacheStatement, scope)
      ) {
        take(start);
        isList = true;
        const { original } = (node as hbs.AST.MustacheStatement).path as hbs.AST.PathExpression;
        pieces.push(`{{#each ${original}}}{{@number}}.{{this}}{{#unless @last}}<br>{{/unless}}{{/each}}`);
        at = end;
      }
    }
  };
  visit(program.body, true);
  take(text.length);
  return { markup: pieces.join(''), field: fieldOf(program, scope), isList };
}

function isListOfTexts({ path }: hbs.AST.MustacheStatement, scope: Scope): boolean {
  if (!isPath(path) || path.data) return false;
  const found = resolve(path, scope);
  const isList = ({ shape, items }: Field) => shape === 'list' && items !== null && isText(items);
  return found !== null && !('missing' in found) && found.length > 0 && found.every(isList);
}

function fieldOf({ body }: Program, scope: Scope): string | null {
  const [only, ...others] = body;
  if (only?.type !== 'MustacheStatement' || others.length > 0) return null;
  const { path } = only as hbs.AST.MustacheStatement;
  if (!isPath(path) || path.data || path.depth > 0 || scope.names.has(String(path.parts[0]))) return null;
  const pointer = path.parts.map(String).reduce<string>(below, '');
  return scope.loops.length > 0 ? `{{@pointer}}${escapeXml(pointer)}` : escapeXml(pointer);
}

function isPath(node: hbs.AST.Node): node is hbs.AST.PathExpression {
  return node.type === 'PathExpression';
}
