// Turns the meta data into docProps/core.xml and docProps/custom.xml, the parts that tell what the document is.
import type { Meta } from '../renderer.js';
import { declaration, isoSeconds, xmlText } from './xml.js';

export function corePart(meta: Meta): string {
  const date = isoSeconds(meta.date);
  return [
    declaration,
    '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"',
    ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"',
    ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">',
    `<dc:title>${xmlText(meta.title)}</dc:title>`,
    meta.author === null ? '' : `<dc:creator>${xmlText(meta.author)}</dc:creator>`,
    '<dc:language>zh-CN</dc:language>',
    `<dcterms:created xsi:type="dcterms:W3CDTF">${date}</dcterms:created>`,
    `<dcterms:modified xsi:type="dcterms:W3CDTF">${date}</dcterms:modified>`,
    '</cp:coreProperties>',
  ].join('');
}

/** The set of properties that users define, as Office names it; their own numbers in it begin at 2. */
const userDefined = '{D5CDD505-2E9C-101B-9397-08002B2CF9AE}';

export function customPart({ code, digest }: Meta): string {
  const properties = [...(code === null ? [] : [['code', code]]), ['digest', digest]] as const;
  return [
    declaration,
    '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"',
    ' xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes">',
    ...properties.map(
      ([name, value = ''], index) =>
        `<property fmtid="${userDefined}" pid="${index + 2}" name="${name}"><vt:lpwstr>${xmlText(value)}</vt:lpwstr></property>`,
    ),
    '</Properties>',
  ].join('');
}
