// Turns the theme's footer into word/footer1.xml: one paragraph, in which `{page}` and `{pages}` become fields.
import type { Theme } from '../../compose/theme.js';
import { xmlHead } from '../office-properties.js';
import { wordNamespace } from './namespace.js';
import { paragraphXml, runOf, textXml } from './paragraphs.js';
import { nameStyles } from './styles-part.js';

export function footerPart(theme: Theme): string {
  const { text, style } = theme.footer;
  const content = text.split(/(\{pages?\})/).map((part) => {
    if (part === '{page}') return fieldXml('PAGE');
    if (part === '{pages}') return fieldXml('NUMPAGES');
    return textXml(part);
  });
  return `${xmlHead}<w:ftr ${wordNamespace}>${paragraphXml(nameStyles(theme)(style), content.join(''))}</w:ftr>`;
}

function fieldXml(name: string): string {
  const mark = (type: string) => `<w:fldChar w:fldCharType="${type}"/>`;
  return runOf(
    `${mark('begin')}<w:instrText xml:space="preserve">${name}</w:instrText>${mark('separate')}${mark('end')}`,
  );
}
