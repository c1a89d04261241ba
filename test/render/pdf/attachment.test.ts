// The declaration within the PDF, taken out again by other programs: poppler and pdf.js.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { describe, expect, it } from 'vitest';
import { inFolder, missing, runProgram } from '../../support/programs.js';
import { sampleGrid, sampleTheme } from '../../support/sample-grid.js';
import { sampleOrigin } from '../../support/sample-origin.js';
import { meta, readPdf, rendered } from './read-back.js';

/** A byte order mark, line ends of Windows, bytes that are no UTF-8, a text that ends a stream. */
const source = Buffer.concat([
  Buffer.from('\ufeff# 注释\r\n项目编码: "440313230031500605004"\r\n# endstream endobj\r\n'),
  Buffer.from([0, 0xff, 0xfe, 0x0d]),
]);
const origin = { ...sampleOrigin, source };
const bytes = await rendered(sampleGrid(), sampleTheme(), { ...meta, origin });

/** By name, as pdf.js gives them. */
async function attachments(pdf: Uint8Array): Promise<Readonly<Record<string, Buffer>>> {
  const document = await getDocument({ data: new Uint8Array(pdf), verbosity: 0 }).promise;
  const found = ((await document.getAttachments()) ?? {}) as Record<string, { content: Uint8Array }>;
  await document.destroy();
  return Object.fromEntries(Object.entries(found).map(([name, { content }]) => [name, Buffer.from(content)]));
}

describe('the declaration in the PDF', () => {
  it.skipIf(missing('pdfinfo'))('is what poppler takes out, byte for byte', () =>
    inFolder((folder) => {
      const [pdf, taken] = [join(folder, 'a.pdf'), join(folder, 'taken')];
      writeFileSync(pdf, bytes);
      expect(runProgram('pdfdetach', ['-list', pdf])).toBe('1 embedded files\n1: declaration.yaml\n');
      runProgram('pdfdetach', ['-save', '1', '-o', taken, pdf]);
      expect(readFileSync(taken).equals(source)).toBe(true);
    }),
  );

  it('is what pdf.js takes out, byte for byte', async () => {
    expect(await attachments(bytes)).toEqual({ 'declaration.yaml': source });
  });

  it('belongs to the document as its source', () => {
    const text = Buffer.from(bytes).toString('latin1');
    expect(text).toMatch(/\/Type\/Filespec\/F\(declaration\.yaml\).*\/AFRelationship\/Source/);
    expect(text).toContain('/Subtype/application#2Fyaml');
    expect(text).toMatch(/\/AF \[\d+ 0 R\]/);
  });

  it('is not there where none was printed', async () => {
    const without = await rendered(sampleGrid(), sampleTheme(), { ...meta, origin: null });
    expect(await attachments(without)).toEqual({});
    expect((await readPdf(without)).xmp.get('pdfaid:part')).toBe('2');
  });
});
