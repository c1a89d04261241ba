// docxtemplater: fills in a template that was made once. It keeps nothing between documents, so each begins with the zip archive.
import Docxtemplater from 'docxtemplater';
import PizZip from 'pizzip';
import { makeWordTemplate, wordData } from './word-template.mjs';

export async function openDocxtemplater(form) {
  const template = await makeWordTemplate(form, (key) => [`{#${key}}`, '{line}', `{/${key}}`]);
  return {
    name: 'docxtemplater',
    lacks: 'fills texts into a finished layout; no properties of its own, other bytes each time',
    prepare: wordData,
    make(data) {
      const document = new Docxtemplater(new PizZip(template), { paragraphLoop: true, linebreaks: true });
      document.render(data);
      return document.toBuffer();
    },
  };
}
