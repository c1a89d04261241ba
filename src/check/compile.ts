// Compiles a form's JSON Schema into a validator: at once in this process, or ahead as the text of a module.
// The only file that loads ajv, which takes longer to load and compile than a hundred checks.
import { createHash } from 'node:crypto';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import standaloneCode from 'ajv/dist/standalone/index.js';
import { UserError } from '../base/user-error.js';
import type { Validate } from './check.js';
import type { SchemaNode } from './form.js';

/** The engine's annotations, and what editors show. Any other unknown word is an error, so that a misspelt one is noticed. */
const annotations = ['x-kind', 'x-role', 'x-starred', 'x-identity', 'x-print', 'x-word', 'patternErrorMessage'];

/** Compiles in this process. Throws a UserError that says what is wrong with the schema. */
export function loadValidator(schema: SchemaNode): Validate {
  const validate = compile(schema).validate;
  return (value) => (validate(value) ? [] : (validate.errors ?? []));
}

/**
 * The text of an ES module that exports `validate`, a `Validate`, and `digest`, the SHA-256 of `schemaText` in hexadecimal,
 * by which a loader knows that it belongs to the schema at hand. Imports nothing but ajv's runtime, and that only where a keyword needs it.
 */
export function compileValidator(schemaText: string): string {
  const { ajv, validate } = compile(JSON.parse(schemaText) as SchemaNode);
  const { imports, code } = withImports(linear(standaloneCode.default(ajv, validate)));
  const digest = createHash('sha256').update(schemaText).digest('hex');
  return [
    '// Generated from form.schema.json beside it, never edited: npx vitest run test/generated.test.ts --update',
    ...imports,
    code
      .replace('"use strict";', '')
      .replace(/export const validate = (\w+);export default \1;/, 'const compiled = $1;'),
    `export const digest = '${digest}';`,
    'export function validate(value) {',
    '  return compiled(value) ? [] : compiled.errors;',
    '}',
    '',
  ].join('\n');
}

function compile(schema: SchemaNode): { readonly ajv: Ajv2020; readonly validate: ValidateFunction } {
  const ajv = new Ajv2020({
    allErrors: true,
    strict: true,
    allowUnionTypes: true,
    messages: false,
    // A text's length counts UTF-16 units, as a workbook's cell does; the library warns that the standard counts otherwise.
    unicode: false,
    logger: false,
    code: { source: true, esm: true, process: linear },
  });
  ajv.addVocabulary(annotations);
  try {
    return { ajv, validate: ajv.compile(schema) };
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new UserError(
      { zh: `表样的 schema 有错，不能使用：${reason}`, en: `The form's schema cannot be used: ${reason}` },
      { cause },
    );
  }
}

/** ajv copies all errors found so far for every item that has some, which for 20,000 bad items takes 7 seconds; appended, 40 milliseconds. */
function linear(source: string): string {
  const append = 'function append(all, more) { for (const error of more) all.push(error); return all; }';
  const code = source.replace(/\bvErrors\.concat\(([\w.]+\.errors)\)/g, 'append(vErrors, $1)');
  return code === source ? source : `${append}\n${code}`;
}

/** ajv's “esm” code still calls require() for its runtime. */
function withImports(source: string): { readonly imports: readonly string[]; readonly code: string } {
  const imports: string[] = [];
  const code = source.replace(/require\("(ajv\/dist\/runtime\/\w+)"\)/g, (_, path: string) => {
    imports.push(`import runtime${imports.length} from '${path}.js';`);
    return `runtime${imports.length - 1}`;
  });
  return { imports, code };
}
