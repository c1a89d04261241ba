// Writes docProps/app.xml. Programs that know Excel's files go by the application's name in it.
import { escapeXml } from '../../base/xml.js';
import { officeDocument, valueTypes, xmlHead } from '../office-properties.js';

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
