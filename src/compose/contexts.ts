// What a name in a template may stand for: the fields that the schema has at that spot.
import { fromPointer } from '../base/pointer.js';
import type { Field } from '../check/form.js';

/** Several fields where a loop runs over unlike ones, none for a mere text; null where a fault hides what it is. */
export type Context = readonly Field[] | null;

export interface Scope {
  readonly context: Context;
  /** Names given by `as |value key|`. */
  readonly names: ReadonlyMap<string, Context>;
  /** What the `@` variables are about: the items of the `each` around, innermost first. */
  readonly loops: readonly Context[];
  readonly outer: Scope | null;
}

export interface Missing {
  readonly missing: string;
  readonly known: readonly string[];
}

/** Printed as one text: a template cannot look inside. */
export function isText(field: Field): boolean {
  return field.shape === 'text' || field.kind === 'basis-item';
}

/** The scope inside a block: `with` goes to the value, `each` to its items or a mapping's values, the others stay. */
export function enter(helper: string, given: Context, blockParams: readonly string[], scope: Scope): Scope {
  if (helper !== 'each' && helper !== 'with') return scope;
  const items = (field: Field) => (isText(field) ? [] : field.items ? [field.items] : field.properties);
  const context = helper === 'with' ? given : (given?.flatMap(items) ?? null);
  const [value, key] = blockParams;
  const names = new Map<string, Context>();
  if (value !== undefined) names.set(value, context);
  if (key !== undefined) names.set(key, []);
  return { context, names, loops: helper === 'each' ? [context, ...scope.loops] : scope.loops, outer: scope };
}

/** The fields a path leads to; `missing` is the first step that one of the fields it may start from lacks. */
export function resolve(path: hbs.AST.PathExpression, scope: Scope): Context | Missing {
  let from: Scope | null = scope;
  for (let up = 0; up < path.depth; up++) from = from?.outer ?? null;
  if (!from) return { missing: path.original, known: [] };
  const [first = '', ...others] = path.parts.map(String);
  const named = path.depth === 0 && !/^(\.|this\b)/.test(path.original) ? lookUp(first, scope) : undefined;
  let context = named === undefined ? from.context : named;
  for (const step of named === undefined ? path.parts.map(String) : others) {
    if (context === null) return null;
    const children = childrenOf(context, step);
    if (children.length < Math.max(1, context.length)) return { missing: step, known: keysOf(context) };
    context = children;
  }
  return context;
}

/** Whether a JSON pointer leads to a field from each of the fields. */
export function leadsOn(fields: readonly Field[], pointer: string): boolean {
  const reached = fromPointer(pointer).reduce<readonly Field[]>(
    (at, step) => [
      ...childrenOf(at, step),
      ...at.flatMap(({ items }) => (items && /^[0-9]+$/.test(step) ? items : [])),
    ],
    fields,
  );
  return reached.length === fields.length;
}

function childrenOf(fields: readonly Field[], key: string): readonly Field[] {
  return fields
    .filter((field) => !isText(field))
    .flatMap(({ properties }) => properties.filter((one) => one.key === key));
}

function keysOf(fields: readonly Field[]): readonly string[] {
  return [
    ...new Set(fields.filter((field) => !isText(field)).flatMap(({ properties }) => properties.map(({ key }) => key))),
  ];
}

function lookUp(name: string, scope: Scope | null): Context | undefined {
  return scope ? (scope.names.has(name) ? scope.names.get(name) : lookUp(name, scope.outer)) : undefined;
}
