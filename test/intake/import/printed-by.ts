// PDFs as LibreOffice prints our documents, all of them in one start: a start takes seconds.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { inFolder, runProgram } from '../../support/programs.js';

export function printedByLibreOffice(
  documents: readonly Uint8Array[],
  format: 'xlsx' | 'docx',
): Promise<readonly Uint8Array[]> {
  return inFolder((folder) => {
    const files = documents.map((bytes, index) => {
      const file = join(folder, `${index}.${format}`);
      writeFileSync(file, bytes);
      return file;
    });
    const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`;
    runProgram('soffice', [profile, '--headless', '--convert-to', 'pdf', '--outdir', folder, ...files]);
    return documents.map((_, index) => readFileSync(join(folder, `${index}.pdf`)));
  });
}
