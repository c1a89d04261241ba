// Writes what Word files and workbooks say about themselves alike: docProps/core.xml and docProps/custom.xml.
import { escapeXml } from '../base/xml.js';
import { provenanceLine, provenanceOf } from './provenance.js';
import type { Meta } from './renderer.js';

export const xmlHead = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

export const officeDocument = 'http://schemas.openxmlformats.org/officeDocument/2006';

/** Of properties that have a type. */
export const valueTypes = `xmlns:vt="${officeDocument}/docPropsVTypes"`;

const coreNamespaces = [
  'xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"',
  'xmlns:dc="http://purl.org/dc/elements/1.1/"',
  'xmlns:dcterms="http://purl.org/dc/terms/"',
  'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"',
].join(' ');

/** A date as Office writes it: UTC, whole seconds. */
export function isoSeconds(date: Date): string {
  return `${date.toISOString().slice(0, 19)}Z`;
}

/** Title, author, what the document was made from, language and dates. */
export function coreProperties(meta: Meta): string {
  const { title, author, code, date } = meta;
  const time = isoSeconds(date);
  const by = escapeXml(author ?? '');
  return [
    `${xmlHead}<cp:coreProperties ${coreNamespaces}>`,
    `<dc:title>${escapeXml(title)}</dc:title>`,
    // Without an author these stand empty: where they are missing, openpyxl gives its own name.
    `<dc:creator>${by}</dc:creator><cp:lastModifiedBy>${by}</cp:lastModifiedBy>`,
    ...(code === null ? [] : [`<dc:subject>${escapeXml(code)}</dc:subject>`]),
    `<cp:keywords>${escapeXml(provenanceLine(meta))}</cp:keywords>`,
    '<dc:language>zh-CN</dc:language>',
    `<dcterms:created xsi:type="dcterms:W3CDTF">${time}</dcterms:created>`,
    `<dcterms:modified xsi:type="dcterms:W3CDTF">${time}</dcterms:modified>`,
    '</cp:coreProperties>',
  ].join('');
}

/** The set of properties that users define, as Office names it; their own numbers in it begin at 2. */
export const userDefined = '{D5CDD505-2E9C-101B-9397-08002B2CF9AE}';

/** What the document was made from, a property each. */
export function customProperties(meta: Meta): string {
  return [
    `${xmlHead}<Properties xmlns="${officeDocument}/custom-properties" ${valueTypes}>`,
    ...provenanceOf(meta).map(
      ([name, value], index) =>
        `<property fmtid="${userDefined}" pid="${index + 2}" name="${name}"><vt:lpwstr>${escapeXml(value)}</vt:lpwstr></property>`,
    ),
    '</Properties>',
  ].join('');
}
