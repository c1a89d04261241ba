// Reading one document file: its text with the file's digest, and an end in bounded memory whatever it unpacks to.
import { execFileSync } from 'node:child_process';
import { truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { pathToFileURL } from 'node:url';
import { createDeflate } from 'node:zlib';
import { beforeAll, describe, expect, test } from 'vitest';
import { type DocumentRead, readDocument } from '../../src/workspace/read-document.js';
import { docxOf, pagesOf, pdfOf } from '../intake/document-text/documents.js';
import { compiledTool, temporaryFolder } from './support.js';

const docx = docxOf('<w:p><w:r><w:t>甲</w:t></w:r></w:p>');

function fileOf(content: Uint8Array): string {
  const path = join(temporaryFolder(), '文件');
  writeFileSync(path, content);
  return path;
}

const textOfDocx: DocumentRead = {
  text: { value: [{ name: null, hidden: false, lines: ['甲'] }], findings: [] },
  digest: expect.stringMatching(/^[0-9a-f]{64}$/),
};

describe('readDocument', () => {
  test('gives the text and the digest of the file', async () => {
    expect(await readDocument(fileOf(docx))).toEqual(textOfDocx);
    expect(await readDocument(fileOf(new Uint8Array()))).toMatchObject({
      text: { value: null, findings: [{ rule: 'document/empty' }] },
      digest: 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
    });
  });

  test('does not load a file that is too large, but digests it', async () => {
    const path = fileOf(docx);
    truncateSync(path, 60 * 1024 * 1024);
    expect(await readDocument(path)).toMatchObject({
      text: { value: null, findings: [{ rule: 'document/too-large' }] },
      digest: expect.stringMatching(/^[0-9a-f]{64}$/),
    });
  });

  test('says so of what is not there or no file', async () => {
    const folder = temporaryFolder();
    await expect(readDocument(join(folder, '没有'))).rejects.toMatchObject({
      words: { zh: `找不到 ${join(folder, '没有')}。` },
    });
    await expect(readDocument(folder)).rejects.toMatchObject({
      words: { zh: `${folder} 是文件夹，不是文件。请换成文件。` },
    });
  });
});

/** What the compiled tool reads, whose thread is watched; with the most memory it took, in MB. */
function readCompiled(path: string): DocumentRead & { readonly memory: number } {
  const reader = pathToFileURL(join(compiledTool(), 'dist/workspace/read-document.js')).href;
  const script = `
    const { readDocument } = await import(${JSON.stringify(reader)});
    const read = await readDocument(process.argv[1]);
    console.log(JSON.stringify({ ...read, memory: process.resourceUsage().maxRSS / 1024 }));`;
  const printed = execFileSync(process.execPath, ['--input-type=module', '-e', script, path], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  return JSON.parse(printed);
}

describe('its thread', () => {
  // Compiling takes longest.
  beforeAll(() => void compiledTool());

  test('gives the same', () => {
    expect(readCompiled(fileOf(docx))).toMatchObject(textOfDocx);
    expect(readCompiled(fileOf(pagesOf(['BT /F 10 Tf 50 700 Td (x) Tj ET']))).text.value).toMatchObject([
      { lines: ['x'] },
    ]);
  });

  test('is ended when a PDF of 1 MB unpacks to a gigabyte', async () => {
    const packed = await deflated(1024, Buffer.alloc(1024 * 1024, ' '));
    const head = `<</Filter/FlateDecode/Length ${packed.length}>>stream\n`;
    const { text, memory } = readCompiled(
      fileOf(
        pdfOf([
          '<</Type/Catalog/Pages 2 0 R>>',
          '<</Type/Pages/Kids[3 0 R]/Count 1>>',
          '<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R>>',
          Buffer.concat([Buffer.from(head), packed, Buffer.from('\nendstream')]),
        ]),
      ),
    );
    expect(text.findings.map(({ message }) => message.zh)).toEqual(['读它要花太多时间或者内存，没有读完。']);
    expect(memory).toBeLessThan(1536);
  });
});

/** A piece as often as said, deflated without ever lying whole in memory. */
async function deflated(times: number, piece: Uint8Array): Promise<Uint8Array> {
  const chunks: Buffer[] = [];
  await pipeline(Readable.from(Array.from({ length: times }, () => piece)), createDeflate(), async (source) => {
    for await (const chunk of source) chunks.push(chunk as Buffer);
  });
  return Buffer.concat(chunks);
}
