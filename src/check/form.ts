// Turns a JSON Schema into what the engine needs to know of a form: order, kinds, roles, labels, stars.
// Everything comes from the schema's own words and its `x-` annotations; the engine knows no form.
import { isMoneyUnit, type MoneyStyle } from '../base/money.js';
import { UserError } from '../base/user-error.js';

/** A JSON Schema node as read from the file. */
export type SchemaNode = Readonly<Record<string, unknown>>;

export interface Field {
  /** The property's key; empty for the whole declaration and for items. */
  readonly key: string;
  /** How the form prints the key: `x-print`'s label, else the title. */
  readonly label: string;
  /** What the schema says of the field, for people; null where it says nothing. */
  readonly description: string | null;
  /** Values as they may be written, for messages. */
  readonly examples: readonly string[];
  /** `x-kind`: what kind of value stands here, e.g. `amount`, `basis-item`. */
  readonly kind: string | null;
  /** `x-role`: what the value means to rules and documents, e.g. `code`, `name`. */
  readonly role: string | null;
  readonly starred: boolean;
  readonly required: boolean;
  readonly shape: 'text' | 'list' | 'mapping';
  /** A mapping's properties, in the form's order. */
  readonly properties: readonly Field[];
  /** What a list holds. */
  readonly items: Field | null;
  /** A text may stand in place of the mapping. */
  readonly orText: boolean;
  /** `x-word`: the one word that may stand in place of the list, e.g. 不适用. */
  readonly word: string | null;
  /** The closed list a text is chosen from. */
  readonly choices: readonly string[] | null;
  /** `x-identity`: the keys that identify a list's item. */
  readonly identity: readonly string[];
  /** `x-print`: unit and decimals of a printed amount. */
  readonly print: MoneyStyle | null;
}

/** A form as its schema describes it. */
export interface Form {
  /** The folder under schema/ and templates/. */
  readonly name: string;
  /** The schema's title: what a declaration's form key says. */
  readonly title: string;
  /** SHA-256 of the schema file. */
  readonly digest: string;
  readonly schema: SchemaNode;
  readonly root: Field;
}

/** What tells a declaration's form: the key whose value is the form's title. */
export interface FormName {
  readonly key: string;
  readonly title: string;
}

/** Nested deeper than this a schema is taken to be recursive; a recursive branch ends as plain text. */
const maxDepth = 12;

export function toForm(name: string, schema: SchemaNode, digest: string): Form {
  return { name, title: String(schema.title ?? name), digest, schema, root: toField(schema, schema, '', false, 0) };
}

function toField(schema: SchemaNode, root: SchemaNode, key: string, required: boolean, depth: number): Field {
  const node = resolve(schema, root);
  const list = isList(node);
  const mapping = !list && node.properties !== undefined;
  const deeper = depth < maxDepth;
  const needed = new Set(strings(node.required));
  return {
    key,
    label: text(record(node['x-print'])?.label) ?? text(node.title) ?? key,
    description: text(node.description),
    examples: strings(node.examples),
    kind: text(node['x-kind']),
    role: text(node['x-role']),
    starred: node['x-starred'] === true,
    required,
    shape: list ? 'list' : mapping ? 'mapping' : 'text',
    properties:
      mapping && deeper
        ? Object.entries(record(node.properties) ?? {}).map(([name, child]) =>
            toField(child as SchemaNode, root, name, needed.has(name), depth + 1),
          )
        : [],
    items: list && deeper ? toField((record(node.items) ?? {}) as SchemaNode, root, '', false, depth + 1) : null,
    orText: mapping && node.else !== undefined,
    word: text(node['x-word']),
    choices: node.enum === undefined ? null : strings(node.enum),
    identity: strings(node['x-identity']),
    print: toPrint(record(node['x-print'])),
  };
}

/** Follows `$ref` and the branch for mappings and lists (`if`/`then`); what stands nearer to the use wins. */
function resolve(schema: SchemaNode, root: SchemaNode): SchemaNode {
  let node = schema;
  for (;;) {
    const { $ref, if: condition, then, ...own } = node;
    if (typeof $ref === 'string') node = { ...definition($ref, root), ...own };
    else if (condition !== undefined && record(then)) node = { ...record(then), ...own };
    else return node;
  }
}

function definition(ref: string, root: SchemaNode): SchemaNode {
  const found = ref
    .replace(/^#\/?/, '')
    .split('/')
    .reduce<unknown>((node, step) => record(node)?.[step], root);
  const node = record(found);
  if (!node) {
    throw new UserError({
      zh: `schema 引用了 ${ref}，但里面没有这一段`,
      en: `The schema refers to ${ref}, which it does not have`,
    });
  }
  return node;
}

function isList(node: SchemaNode): boolean {
  return node.type === 'array' || node.items !== undefined;
}

function toPrint(print: SchemaNode | null): MoneyStyle | null {
  if (print?.unit === undefined) return null;
  const unit = String(print.unit);
  const decimals = print.decimals ?? 2;
  if (!isMoneyUnit(unit) || !Number.isInteger(decimals) || Number(decimals) < 0) {
    throw new UserError({
      zh: `schema 的 x-print 写的是单位“${unit}”、小数 ${String(decimals)} 位；单位只能是元、万元、亿元，小数位数是不小于 0 的整数`,
      en: `The schema's x-print says unit “${unit}” and ${String(decimals)} decimals; the units are 元, 万元 and 亿元, decimals a whole number from 0`,
    });
  }
  return { unit, decimals: Number(decimals) };
}

function record(value: unknown): SchemaNode | null {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as SchemaNode) : null;
}

function text(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}

function strings(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.map(String) : [];
}

/** The top-level field with a role, or null where the form has none. */
export function findRole(form: Form, role: string): Field | null {
  return form.root.properties.find((field) => field.role === role) ?? null;
}

/** Null for a form whose schema gives no key the role `form`. */
export function formName(form: Form): FormName | null {
  const field = findRole(form, 'form');
  return field && { key: field.key, title: form.title };
}

/** The field that a value's JSON pointer path leads to, or null where the form has none. */
export function fieldAt(root: Field, path: readonly string[]): Field | null {
  let field: Field | null = root;
  for (const step of path) {
    field = field?.items ?? field?.properties.find((property) => property.key === step) ?? null;
  }
  return field;
}
