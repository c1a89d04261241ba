// Checks a template's mustaches against the form: every field must be one that the schema has at that spot, every helper and
// variable one of the vocabulary. Nothing is run.

import type { Said } from '../base/finding.js';
import { nearest } from '../base/nearest.js';
import type { Field, Form } from '../check/form.js';
import { type Context, enter, isText, resolve, type Scope } from './contexts.js';
import type { Fault } from './fault.js';
import { type Program, rangeOf } from './mask.js';
import { messages } from './messages.js';
import { helpers, variables } from './vocabulary.js';

type Node = hbs.AST.Node;

export interface CheckedFields {
  readonly faults: readonly Fault[];
  /** What each `{{@pointer}}` points at, by its offset. */
  readonly pointers: ReadonlyMap<number, Context>;
  /** The texts of the form that are printed. */
  readonly printed: ReadonlySet<Field>;
}

export function checkFields(program: Program, text: string, form: Form): CheckedFields {
  const faults: Fault[] = [];
  const pointers = new Map<number, Context>();
  const printed = new Set<Field>();
  const report = (kind: string, said: Said, node: Node) => {
    faults.push({ kind, said, ...rangeOf(node, text) });
  };

  const statements = (body: readonly Node[] | undefined, scope: Scope) => {
    for (const node of body ?? []) {
      if (node.type === 'ContentStatement') content(node as hbs.AST.ContentStatement);
      else if (node.type === 'MustacheStatement') mustache(node as hbs.AST.MustacheStatement, scope);
      else if (node.type === 'BlockStatement') block(node as hbs.AST.BlockStatement, scope);
      else if (node.type !== 'CommentStatement') {
        report('construct', messages.construct(constructNames[node.type] ?? node.type), node);
      }
    }
  };

  /** `\{{x}}` is text to Handlebars, and the backslash is left out of its value. */
  const content = (node: hbs.AST.ContentStatement) => {
    const { start, end } = rangeOf(node, text);
    if (String(node.original) === text.slice(start, end)) return;
    faults.push({ kind: 'construct', said: messages.construct('\\{{ }}'), start: end - 1, end: end + 2 });
  };

  const mustache = (node: hbs.AST.MustacheStatement, scope: Scope) => {
    const name = nameOf(node.path);
    if (!node.escaped) return report('construct', messages.construct('{{{ }}}'), node);
    if (node.params.length > 0 || node.hash)
      return report('helper', messages.helper(name, Object.keys(helpers)), node.path);
    const fields = expression(node.path, scope);
    if (fields?.some((field) => !isText(field))) report('field', messages.notText(name), node.path);
    for (const field of fields ?? []) printed.add(field);
    if (isVariable(node.path) && name.endsWith('pointer')) {
      pointers.set(rangeOf(node, text).start, scope.loops[node.path.depth] ?? null);
    }
  };

  const block = (node: hbs.AST.BlockStatement, scope: Scope) => {
    const name = nameOf(node.path);
    const [argument, ...more] = node.params;
    if (!Object.hasOwn(helpers, name)) return report('helper', messages.helper(name, Object.keys(helpers)), node.path);
    if (!argument || more.length > 0 || node.hash) return report('helper', messages.oneField(name), node.path);
    let given = expression(argument, scope);
    const into = name === 'each' || name === 'with';
    if (into && (isVariable(argument) || (name === 'each' && given?.every(isText)))) {
      report('field', messages.notMany(nameOf(argument), name), argument);
      given = null;
    }
    statements(node.program?.body, enter(name, given, node.program?.blockParams ?? [], scope));
    statements(node.inverse?.body, scope);
  };

  /** The fields an expression may stand for: none for a variable, null after a fault. */
  const expression = (node: Node, scope: Scope): Context => {
    if (isVariable(node)) return variable(node, scope);
    if (node.type !== 'PathExpression') {
      const { start, end } = rangeOf(node, text);
      report('construct', messages.construct(`{{ ${text.slice(start, end)} }}`), node);
      return null;
    }
    const found = resolve(node as hbs.AST.PathExpression, scope);
    if (found === null || !('missing' in found)) return found;
    report('field', messages.field(found.missing, nearest(found.missing, found.known)), node);
    return null;
  };

  const variable = (node: hbs.AST.PathExpression, scope: Scope): Context => {
    const name = node.parts.join('.');
    if (!Object.hasOwn(variables, name)) report('variable', messages.variable(name, Object.keys(variables)), node);
    else if (node.depth >= scope.loops.length) report('variable', messages.outsideLoop(nameOf(node)), node);
    else return [];
    return null;
  };

  statements(program.body, { context: [form.root], names: new Map(), loops: [], outer: null });
  return { faults, pointers, printed };
}

function isVariable(node: Node): node is hbs.AST.PathExpression {
  return node.type === 'PathExpression' && (node as hbs.AST.PathExpression).data;
}

function nameOf(node: Node): string {
  return 'original' in node ? String(node.original) : node.type;
}

const constructNames: Readonly<Record<string, string>> = {
  PartialStatement: '{{> }}',
  PartialBlockStatement: '{{#> }}',
  Decorator: '{{* }}',
  DecoratorBlock: '{{#* }}',
};
