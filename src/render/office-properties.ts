// Writes what Word files and workbooks say about themselves alike: docProps/core.xml and docProps/custom.xml.
import { escapeXml } from '../base/xml.js';
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

/** Title, author, language and dates. */
export function coreProperties({ title, author, date }: Meta): string {
  const time = isoSeconds(date);
  const by = escapeXml(author ?? '');
  return [
    `${xmlHead}<cp:coreProperties ${coreNamespaces}>`,
    `<dc:title>${escapeXml(title)}</dc:title>`,
    // Without an author these stand empty: where they are missing, openpyxl gives its own name.
    `<dc:creator>${by}</dc:creator><cp:lastModifiedBy>${by}</cp:lastModifiedBy>`,
    '<dc:language>zh-CN</dc:language>',
    `<dcterms:created xsi:type="dcterms:W3CDTF">${time}</dcterms:created>`,
    `<dcterms:modified xsi:type="dcterms:W3CDTF">${time}</dcterms:modified>`,
    '</cp:coreProperties>',
  ].join('');
}

/** The set of properties that users define, as Office names it; their own numbers in it begin at 2. */
const userDefined = '{D5CDD505-2E9C-101B-9397-08002B2CF9AE}';

/** `code`, where there is one, and `digest`. */
export function customProperties({ code, digest }: Meta): string {
  const properties = [...(code === null ? [] : [['code', code] as const]), ['digest', digest] as const];
  return [
    `${xmlHead}<Properties xmlns="${officeDocument}/custom-properties" ${valueTypes}>`,
    ...properties.map(
      ([name, value], index) =>
        `<property fmtid="${userDefined}" pid="${index + 2}" name="${name}"><vt:lpwstr>${escapeXml(value)}</vt:lpwstr></property>`,
    ),
    '</Properties>',
  ].join('');
}
