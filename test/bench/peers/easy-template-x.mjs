// easy-template-x: fills in a template that was made once.
import { TemplateHandler } from 'easy-template-x';
import { makeWordTemplate, wordData } from './word-template.mjs';

export async function openEasyTemplateX(form) {
  // A paragraph for the opening tag alone would be repeated as an empty line.
  const template = await makeWordTemplate(form, (key) => [`{#${key}}{line}`, `{/${key}}`]);
  const handler = new TemplateHandler();
  return {
    name: 'easy-template-x',
    lacks:
      'fills texts into a finished layout, with an empty line above and below each list; no properties of its own, other bytes each time',
    prepare: wordData,
    make: (data) => handler.process(template, data),
  };
}
