// The thread in which documents are verified: it says the same, and a file that exhausts it takes nothing from the others.
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { beforeAll, expect, test } from 'vitest';
import { build } from '../../src/workspace/build.js';
import type { Verified } from '../../src/workspace/verified.js';
import { verify } from '../../src/workspace/verify.js';
import { pdfBomb, zipBomb } from './bombs.js';
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

test('gives the same, and is ended for one file alone', async () => {
  const root = workspace({ 'projects/2025/甲.yaml': null });
  const { failed } = await build(root, { formats: ['pdf', 'docx'] });
  expect(failed).toEqual([]);
  writeFileSync(join(root, 'a.pdf'), pdfBomb());
  const [pdf, docx] = ['out/2025/甲.pdf', 'out/2025/甲.docx'];
  writeFileSync(join(root, 'a.docx'), zipBomb(readFileSync(join(root, docx)), 'word/document.xml'));
  const { verified, memory } = verifyCompiled(root, [pdf, ...Array(4).fill('a.pdf'), 'a.docx', docx]);
  const [first, ofPdf, , , , ofDocx, last] = verified;
  expect(ofPdf).toMatchObject({
    verdict: 'unreadable',
    findings: [{ rule: 'document/too-costly', message: { zh: '读它要花太多时间或者内存，没有读完。' } }],
  });
  expect(ofDocx).toMatchObject({
    verdict: 'unreadable',
    claims: { year: '2025' },
    findings: [{ rule: 'document/too-large', message: { zh: '文件太大，不像一份申报表，没有读。' } }],
  });
  expect([first, last]).toEqual(await verify([pdf, docx], { cwd: root, epoch: null }));
  expect(last).toMatchObject({ verdict: 'unchanged', certain: true });
  expect(memory).toBeLessThan(1536);
});
