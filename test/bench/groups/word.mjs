// A Word file of the sample's form, warm.
import { raceDocuments } from '../documents.mjs';
import { zipFloor } from '../floors/zip.mjs';
import { plainDocx } from '../peers/docx.mjs';
import { openDocxtemplater } from '../peers/docxtemplater.mjs';
import { openEasyTemplateX } from '../peers/easy-template-x.mjs';
import { formOf } from '../product.mjs';

export const title = 'Word file of the form, warm';

export async function measure(bench) {
  const form = await formOf(0);
  const peers = [await openEasyTemplateX(form), await openDocxtemplater(form), plainDocx];
  return raceDocuments({ group: 'word', format: 'docx', peers, floor: zipFloor }, bench);
}
