// A PDF of the sample's form, warm.
import { raceDocuments } from '../documents.mjs';
import { pdfFloor } from '../floors/pdf.mjs';
import { pdfkit } from '../peers/pdfkit.mjs';
import { openTypst } from '../peers/typst.mjs';
import { formOf } from '../product.mjs';

export const title = 'PDF of the form, warm (shenbao: tagged PDF/A-2a with bookmarks)';

export async function measure(bench) {
  const { theme } = await formOf(0);
  const peers = [
    openTypst(theme, { name: 'typst', text: 0, lacks: 'no PDF/A, no bookmarks; takes all cores' }),
    openTypst(theme, { name: 'typst as PDF/A-2a', standard: 'a-2a', text: 2, lacks: 'no bookmarks; takes all cores' }),
    pdfkit,
  ];
  return raceDocuments({ group: 'pdf', format: 'pdf', peers, floor: pdfFloor }, bench);
}
