// What a workspace's editor is told of its forms. Of several schemas for the same files an editor would want all to hold at once,
// so with several forms it gets one schema that chooses by the form that a file names. The tool itself does not read that one.
import type { FormName } from '../check/form.js';

export interface FormInFolder extends FormName {
  /** Under schema/. */
  readonly folder: string;
}

/** Under schema/. */
export const anyFormFile = 'any-form.schema.json';

/** The value of the setting `yaml.schemas` of the YAML extension. */
export function schemaSetting(forms: readonly FormInFolder[]): Readonly<Record<string, readonly string[]>> {
  const [only, ...others] = forms;
  const file = only && others.length === 0 ? `${only.folder}/form.schema.json` : anyFormFile;
  return { [`./schema/${file}`]: ['projects/**/*.yaml', 'projects/**/*.yml'] };
}

/** The JSON Schema that chooses. */
export function anyForm(forms: readonly FormInFolder[]): object {
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    description: '按文件里写的表名选用 schema/ 下的一种表。增加一种表时，在这里也加一段。',
    type: 'object',
    allOf: forms.map(({ key, title, folder }) => ({
      if: { properties: { [key]: { const: title } }, required: [key] },
      // biome-ignore lint/suspicious/noThenProperty: a word of JSON Schema
      then: { $ref: `./${folder}/form.schema.json` },
    })),
  };
}
