// The thread in which documents are verified: it says the same, and a file that exhausts it takes nothing from the others.
import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { constants, deflateRawSync } from 'node:zlib';
import { beforeAll, expect, test } from 'vitest';
import { build } from '../../src/workspace/build.js';
import type { Verified } from '../../src/workspace/verified.js';
import { verify } from '../../src/workspace/verify.js';
import { pdfOf, streamOf } from '../intake/document-text/documents.js';
import { compiledTool, workspace } from './support.js';

// Compiling takes longest.
beforeAll(() => void compiledTool());

/** What the compiled tool says, whose thread is watched; with the most memory it took, in MB. */
function verifyCompiled(cwd: string, files: readonly string[]) {
  const module = pathToFileURL(join(compiledTool(), 'dist/workspace/verify.js')).href;
  const script = `
    const { verify } = await import(${JSON.stringify(module)});
    const verified = await verify(process.argv.slice(1), { cwd: ${JSON.stringify(cwd)}, epoch: null });
    console.log(JSON.stringify({ verified, memory: process.resourceUsage().maxRSS / 1024 }));`;
  const printed = execFileSync(process.execPath, ['--input-type=module', '-e', script, ...files], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  return JSON.parse(printed) as { readonly verified: readonly Verified[]; readonly memory: number };
}

/** A PDF of 1 MB that says it is ours, and whose attachment unpacks to a gigabyte. */
function attachingGigabyte(): Uint8Array {
  const piece = deflateRawSync(Buffer.alloc(1024 * 1024, 32), { finishFlush: constants.Z_SYNC_FLUSH });
  const packed = Buffer.concat([Buffer.from([0x78, 0x9c]), ...Array<Buffer>(1024).fill(piece), deflateRawSync('')]);
  const head = Buffer.from(`<</Filter/FlateDecode/Length ${packed.length}>>stream\n`);
  return pdfOf([
    '<</Type/Catalog/Pages 2 0 R/Names<</EmbeddedFiles<</Names[(a)<</F(a.yaml)/EF<</F 6 0 R>>>>]>>>>>>',
    '<</Type/Pages/Kids[3 0 R]/Count 1>>',
    '<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Resources<</Font<</F 5 0 R>>>>/Contents 4 0 R>>',
    streamOf('BT /F 10 Tf 50 700 Td (text) Tj ET'),
    '<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>',
    Buffer.concat([head, packed, Buffer.from('\nendstream')]),
  ]);
}

test('gives the same, and is ended for one file alone', async () => {
  const root = workspace({ 'projects/2025/甲.yaml': null });
  const { failed } = await build(root, { formats: ['pdf', 'docx'] });
  expect(failed).toEqual([]);
  writeFileSync(join(root, 'a.pdf'), attachingGigabyte());
  const [pdf, docx] = ['out/2025/甲.pdf', 'out/2025/甲.docx'];
  const { verified, memory } = verifyCompiled(root, [pdf, 'a.pdf', docx]);
  expect(verified[1]).toMatchObject({
    verdict: 'unreadable',
    findings: [{ rule: 'document/too-costly', message: { zh: '文件展开以后太大，没有读完。' } }],
  });
  expect([verified[0], verified[2]]).toEqual(await verify([pdf, docx], { cwd: root, epoch: null }));
  expect(verified[2]).toMatchObject({ verdict: 'unchanged', certain: true });
  expect(memory).toBeLessThan(1536);
});
