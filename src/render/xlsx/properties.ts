// Writes what a workbook says about itself: title, author and dates, its sheet, and `code` and `digest` as in the Word file.
import { escapeXml } from '../../base/xml.js';
import type { Meta } from '../renderer.js';
import { officeDocument, xmlHead } from './parts.js';

const coreNamespaces = [
  'xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"',
  'xmlns:dc="http://purl.org/dc/elements/1.1/"',
  'xmlns:dcterms="http://purl.org/dc/terms/"',
  'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"',
].join(' ');

const valueTypes = `xmlns:vt="${officeDocument}/docPropsVTypes"`;

/** The part docProps/core.xml. */
export function coreProperties({ title, author, date }: Meta): string {
  const time = date.toISOString().replace(/\.\d+/, '');
  const by = escapeXml(author ?? '');
  return [
    `${xmlHead}<cp:coreProperties ${coreNamespaces}>`,
    `<dc:title>${escapeXml(title)}</dc:title>`,
    // Without an author these stand empty: where they are missing, openpyxl gives its own name.
    `<dc:creator>${by}</dc:creator><cp:lastModifiedBy>${by}</cp:lastModifiedBy>`,
    `<dcterms:created xsi:type="dcterms:W3CDTF">${time}</dcterms:created>`,
    `<dcterms:modified xsi:type="dcterms:W3CDTF">${time}</dcterms:modified>`,
    '</cp:coreProperties>',
  ].join('');
}

/** The part docProps/app.xml. Programs that know Excel's files go by the application's name. */
export function appProperties(sheet: string): string {
  return [
    `${xmlHead}<Properties xmlns="${officeDocument}/extended-properties" ${valueTypes}>`,
    '<Application>Microsoft Excel</Application><DocSecurity>0</DocSecurity><ScaleCrop>false</ScaleCrop>',
    '<HeadingPairs><vt:vector size="2" baseType="variant"><vt:variant><vt:lpstr>Worksheets</vt:lpstr></vt:variant>',
    '<vt:variant><vt:i4>1</vt:i4></vt:variant></vt:vector></HeadingPairs>',
    `<TitlesOfParts><vt:vector size="1" baseType="lpstr"><vt:lpstr>${escapeXml(sheet)}</vt:lpstr></vt:vector></TitlesOfParts>`,
    '<LinksUpToDate>false</LinksUpToDate><SharedDoc>false</SharedDoc><HyperlinksChanged>false</HyperlinksChanged>',
    '<AppVersion>16.0300</AppVersion></Properties>',
  ].join('');
}

/** The part docProps/custom.xml. */
export function customProperties({ code, digest }: Meta): string {
  const properties = [...(code === null ? [] : [['code', code] as const]), ['digest', digest] as const];
  return [
    `${xmlHead}<Properties xmlns="${officeDocument}/custom-properties" ${valueTypes}>`,
    // Property ids begin with 2; the format's id is the same for all user-defined properties.
    ...properties.map(
      ([name, value], index) =>
        `<property fmtid="{D5CDD505-2E9C-101B-9397-08002B2CF9AE}" pid="${index + 2}" name="${name}"><vt:lpwstr>${escapeXml(value)}</vt:lpwstr></property>`,
    ),
    '</Properties>',
  ].join('');
}
