// A workbook of the sample's form, warm.
import { raceDocuments } from '../documents.mjs';
import { zipFloor } from '../floors/zip.mjs';
import { plainExceljs } from '../peers/exceljs.mjs';
import { openXlsxTemplate } from '../peers/xlsx-template.mjs';
import { formOf } from '../product.mjs';

export const title = 'Workbook of the form, warm';

export async function measure(bench) {
  const peers = [plainExceljs, await openXlsxTemplate(await formOf(0))];
  return raceDocuments({ group: 'excel', format: 'xlsx', peers, floor: zipFloor }, bench);
}
