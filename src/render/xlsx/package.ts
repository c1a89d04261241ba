// Finishes the archive that exceljs wrote: fixed times, the default font, and docProps/custom.xml, which it cannot write.
import { escapeXml } from '../../base/xml.js';
import { packZip, unpackZip, zipEntry } from '../../base/zip.js';
import type { Meta } from '../renderer.js';

/**
 * The font in whose digits a workbook counts column widths; no cell is set in it. exceljs always says Calibri as the theme's
 * font, which a Chinese Excel takes for 宋体, and the columns change. Verdana is on every Windows and has its metrics in
 * DejaVu Sans, LibreOffice's substitute, and at this size a digit is 8 pixels in Excel and 6.05 points in LibreOffice.
 */
const measureFont = '<font><sz val="9.5"/><name val="Verdana"/><family val="2"/></font>';

/** Pixels of a digit of the default font: the unit of column widths. */
export const digitPixels = 8;

const customPart = 'docProps/custom.xml';
const namespace = 'http://schemas.openxmlformats.org/officeDocument/2006';

/** Custom properties are `code` and `digest`, as in the Word file. */
export function finishPackage(written: Uint8Array, meta: Meta): Uint8Array {
  const files = unpackZip(written);
  const edit = (name: string, pattern: RegExp, text: string) => {
    const before = new TextDecoder().decode(files[name]);
    const after = before.replace(pattern, () => text);
    if (after === before) throw new Error(`exceljs no longer writes ${pattern} into ${name}`);
    files[name] = new TextEncoder().encode(after);
  };
  edit('xl/styles.xml', /<font>.*?<\/font>/s, measureFont);
  edit(
    '[Content_Types].xml',
    /<\/Types>$/,
    `<Override PartName="/${customPart}" ContentType="application/vnd.openxmlformats-officedocument.custom-properties+xml"/></Types>`,
  );
  edit(
    '_rels/.rels',
    /<\/Relationships>$/,
    `<Relationship Id="rIdCustom" Type="${namespace}/relationships/custom-properties" Target="${customPart}"/></Relationships>`,
  );
  if (meta.author === null) edit('docProps/core.xml', /(?<=<(?:dc:creator|cp:lastModifiedBy)>)Unknown/g, '');
  files[customPart] = new TextEncoder().encode(customProperties(meta));
  return packZip(Object.entries(files).map(([name, content]) => zipEntry(name, content)));
}

function customProperties({ code, digest }: Meta): string {
  const properties = [...(code === null ? [] : [['code', code] as const]), ['digest', digest] as const];
  return [
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n',
    `<Properties xmlns="${namespace}/custom-properties" xmlns:vt="${namespace}/docPropsVTypes">`,
    // Property ids begin with 2; the format's id is the same for all user-defined properties.
    ...properties.map(
      ([name, value], index) =>
        `<property fmtid="{D5CDD505-2E9C-101B-9397-08002B2CF9AE}" pid="${index + 2}" name="${name}"><vt:lpwstr>${escapeXml(value)}</vt:lpwstr></property>`,
    ),
    '</Properties>',
  ].join('');
}
