// Opens and saves documents again with the programs that reviewers have, all of them in one start: a start takes seconds.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runProgram } from '../../support/programs.js';

export function savedByLibreOffice(documents: readonly Uint8Array[], format: 'xlsx' | 'docx'): readonly Uint8Array[] {
  return inFolder((folder) => {
    const files = writeAll(documents, folder, format);
    const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`;
    const to = join(folder, 'saved');
    runProgram('soffice', [profile, '--headless', '--convert-to', format, '--outdir', to, ...files]);
    return documents.map((_, index) => readFileSync(join(to, `${index}.${format}`)));
  });
}

const resave = `
import sys, openpyxl
for path in sys.argv[1:]:
    openpyxl.load_workbook(path).save(path)
`;

export function savedByOpenpyxl(workbooks: readonly Uint8Array[]): readonly Uint8Array[] {
  return editedByOpenpyxl(workbooks, resave);
}

/** `script` gets the workbooks' paths as arguments, and leaves them changed. */
export function editedByOpenpyxl(workbooks: readonly Uint8Array[], script: string): readonly Uint8Array[] {
  return inFolder((folder) => {
    const files = writeAll(workbooks, folder, 'xlsx');
    runProgram('python', ['-c', script, ...files]);
    return files.map((file) => readFileSync(file));
  });
}

function writeAll(documents: readonly Uint8Array[], folder: string, extension: string): readonly string[] {
  return documents.map((bytes, index) => {
    const file = join(folder, `${index}.${extension}`);
    writeFileSync(file, bytes);
    return file;
  });
}

function inFolder<T>(use: (folder: string) => T): T {
  const folder = mkdtempSync(join(tmpdir(), 'shenbao-'));
  try {
    return use(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** What LibreOffice itself saves as text is changed there, and saved as a workbook again by it. */
export function editedByLibreOffice(
  workbook: Uint8Array,
  changes: readonly (readonly [from: string, to: string])[],
): Uint8Array {
  return inFolder((folder) => {
    const [file = ''] = writeAll([workbook], folder, 'xlsx');
    const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`;
    const convert = (from: string, to: string) =>
      runProgram('soffice', [profile, '--headless', '--convert-to', to, '--outdir', folder, from]);
    convert(file, 'fods');
    const flat = join(folder, '0.fods');
    const text = readFileSync(flat, 'utf8');
    for (const [from] of changes) if (!text.includes(from)) throw new Error(`the workbook does not say ${from}`);
    writeFileSync(
      flat,
      changes.reduce((all, [from, to]) => all.replaceAll(from, () => to), text),
    );
    convert(flat, 'xlsx');
    return readFileSync(file);
  });
}
