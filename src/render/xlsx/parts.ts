// Names the parts of a workbook's package, what each is, and which leads to which.
import { officeDocument, xmlHead } from '../office-properties.js';

export const mainNamespace = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';

const officeType = 'application/vnd.openxmlformats-officedocument';
const packageNamespace = 'http://schemas.openxmlformats.org/package/2006';

const types: readonly (readonly [part: string, type: string])[] = [
  ['xl/workbook.xml', `${officeType}.spreadsheetml.sheet.main+xml`],
  ['xl/worksheets/sheet1.xml', `${officeType}.spreadsheetml.worksheet+xml`],
  ['xl/theme/theme1.xml', `${officeType}.theme+xml`],
  ['xl/styles.xml', `${officeType}.spreadsheetml.styles+xml`],
  ['xl/sharedStrings.xml', `${officeType}.spreadsheetml.sharedStrings+xml`],
  ['docProps/core.xml', 'application/vnd.openxmlformats-package.core-properties+xml'],
  ['docProps/app.xml', `${officeType}.extended-properties+xml`],
  ['docProps/custom.xml', `${officeType}.custom-properties+xml`],
];

/** The part [Content_Types].xml. */
export const contentTypes = [
  `${xmlHead}<Types xmlns="${packageNamespace}/content-types">`,
  '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>',
  '<Default Extension="xml" ContentType="application/xml"/>',
  ...types.map(([part, type]) => `<Override PartName="/${part}" ContentType="${type}"/>`),
  '</Types>',
].join('');

/** The part _rels/.rels. */
export const packageRelations = relations([
  [`${officeDocument}/relationships/officeDocument`, 'xl/workbook.xml'],
  [`${packageNamespace}/relationships/metadata/core-properties`, 'docProps/core.xml'],
  [`${officeDocument}/relationships/extended-properties`, 'docProps/app.xml'],
  [`${officeDocument}/relationships/custom-properties`, 'docProps/custom.xml'],
]);

/** The part xl/_rels/workbook.xml.rels; the first relation, `rId1`, is the sheet. */
export const workbookRelations = relations([
  [`${officeDocument}/relationships/worksheet`, 'worksheets/sheet1.xml'],
  [`${officeDocument}/relationships/theme`, 'theme/theme1.xml'],
  [`${officeDocument}/relationships/styles`, 'styles.xml'],
  [`${officeDocument}/relationships/sharedStrings`, 'sharedStrings.xml'],
]);

function relations(targets: readonly (readonly [type: string, target: string])[]): string {
  const all = targets.map(
    ([type, target], index) => `<Relationship Id="rId${index + 1}" Type="${type}" Target="${target}"/>`,
  );
  return `${xmlHead}<Relationships xmlns="${packageNamespace}/relationships">${all.join('')}</Relationships>`;
}
