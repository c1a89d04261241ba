// Turns the meta data into docProps/core.xml. docx would write the current time and knows no language.

import { escapeXml } from '../../base/xml.js';
import type { Meta } from '../renderer.js';
import { declaration, isoSeconds } from './xml.js';

export function corePart(meta: Meta): string {
  const date = isoSeconds(meta.date);
  return [
    declaration,
    '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"',
    ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"',
    ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">',
    `<dc:title>${escapeXml(meta.title)}</dc:title>`,
    meta.author === null ? '' : `<dc:creator>${escapeXml(meta.author)}</dc:creator>`,
    '<dc:language>zh-CN</dc:language>',
    `<dcterms:created xsi:type="dcterms:W3CDTF">${date}</dcterms:created>`,
    `<dcterms:modified xsi:type="dcterms:W3CDTF">${date}</dcterms:modified>`,
    '</cp:coreProperties>',
  ].join('');
}
