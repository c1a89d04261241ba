// Turns a form's schema into the TypeScript type of its declarations, for form.d.ts beside the schema.
// The library knows neither if/then/else nor our values, in which every scalar is its text: both are put in its words first.
import { compile, type JSONSchema } from 'json-schema-to-typescript';

type Node = Readonly<Record<string, unknown>>;

const banner =
  '// Generated from form.schema.json beside it, never edited: npx vitest run test/generated.test.ts --update';

export async function declarationTypes(schema: Node): Promise<string> {
  const { $defs, ...rest } = schema;
  const root = { ...convert(rest), definitions: convertAll($defs as Node), title: 'Declaration' };
  const types = await compile(root as JSONSchema, 'Declaration', {
    bannerComment: banner,
    additionalProperties: false,
    style: { singleQuote: true, printWidth: 120 },
  });
  // Members and lists of a declaration are never changed; the library has no option for that.
  return types.replace(/^( +)(\S+\??: )/gm, '$1readonly $2').replace(/(\w+)\[\]/g, 'readonly $1[]');
}

function convert(node: Node): Node {
  const {
    if: _if,
    then,
    else: otherwise,
    $ref,
    title,
    description,
    properties,
    items,
    examples,
    type,
    enum: choices,
    'x-word': word,
  } = node;
  const said = [title, description].filter((text, index, all) => text !== undefined && all.indexOf(text) === index);
  const shown = Array.isArray(examples) && examples.length > 0 ? [`例：${examples.join('、')}`] : [];
  return {
    ...(said.length > 0 && { description: [said.join('。'), ...shown].join('\n') }),
    ...(typeof $ref === 'string' && reference($ref)),
    ...(then !== undefined && { anyOf: [convert(then as Node), convert(otherwise as Node)] }),
    ...(properties !== undefined && { properties: convertAll(properties as Node) }),
    ...(word === undefined
      ? {
          ...(items !== undefined && { items: convert(items as Node) }),
          ...(type !== undefined && { type: scalar(type) }),
        }
      : { anyOf: [{ type: 'array', items: convert(items as Node) }, { const: word }] }),
    ...(choices !== undefined && { enum: choices }),
    ...(node.const !== undefined && { const: node.const }),
    ...(node.required !== undefined && { required: node.required }),
    ...(node.additionalProperties !== undefined && { additionalProperties: node.additionalProperties }),
  };
}

function scalar(type: unknown): unknown {
  return Array.isArray(type) ? 'string' : type;
}

function convertAll(nodes: Node): Node {
  return Object.fromEntries(Object.entries(nodes).map(([key, node]) => [key, convert(node as Node)]));
}

/** Texts, amounts and dates are plain strings and need no name of their own. */
function reference(ref: string): Node {
  const name = ref.replace('#/$defs/', '');
  return ['text', 'amount', 'date'].includes(name) ? { type: 'string' } : { $ref: `#/definitions/${name}` };
}
