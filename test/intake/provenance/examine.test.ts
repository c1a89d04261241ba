// Documents that were tampered with, cut off, locked, or built to exhaust who looks where they come from: each ends in one sentence.
import { deflateRawSync } from 'node:zlib';
import fc from 'fast-check';
import PDFDocument from 'pdfkit';
import { beforeAll, describe, expect, test } from 'vitest';
import { unpackZip, zipEntry } from '../../../src/base/zip.js';
import { readClaims, readLines } from '../../../src/intake/provenance/examine.js';
import { type Format, formats } from '../../../src/render/renderer.js';
import { kits, produceFrom, sampleBytes, samplePath } from '../../support/project-goal.js';
import { sampleOrigin } from '../../support/sample-origin.js';
import { pack, pdfOf, streamOf, withParts } from '../document-text/documents.js';

const megabyte = 1024 * 1024;
const damaged = 'document/damaged: 文件损坏或者不完整，读不了。';
const tooLarge = 'document/too-large: 文件太大，不像一份申报表，没有读。';
const encrypted = 'document/encrypted: 文件有密码，读不了。';

let sample: Readonly<Record<Format, Uint8Array>>;
beforeAll(async () => {
  const settings = { year: '2025', epoch: null, digest: '5eed'.repeat(16), draft: false, origin: sampleOrigin };
  const { value } = await produceFrom(samplePath, sampleBytes, kits(), formats, settings);
  sample = Object.fromEntries((value ?? []).map((one) => [one.format, one.bytes])) as typeof sample;
});

/** What a document says of itself and what it shows, where both can be read. */
async function examine(bytes: Uint8Array) {
  const [claims, lines] = [await readClaims(bytes), await readLines(bytes)];
  const value = claims.value && lines.value && { ...claims.value, lines: lines.value.all };
  return { value, findings: [...claims.findings, ...lines.findings] };
}

async function faultOf(bytes: Uint8Array): Promise<string> {
  const { value, findings } = await examine(bytes);
  const [finding] = findings;
  if (value || !finding) throw new Error('It was read.');
  return `${finding.rule}: ${finding.message.zh}`;
}

const custom = 'docProps/custom.xml';

/** The sample's workbook whose properties of users are 64 MB, and are said to be `size` bytes. */
function bomb(size: number): Uint8Array {
  const { [custom]: _, ...parts } = unpackZip(sample.xlsx);
  const deflated = deflateRawSync(Buffer.alloc(64 * megabyte, 32));
  return pack(parts, { ...zipEntry(custom, ''), size, deflated });
}

/** One page as often. */
function tenThousandPages(): Uint8Array {
  const kids = '3 0 R '.repeat(10_000);
  const page = '<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]>>';
  return pdfOf(['<</Type/Catalog/Pages 2 0 R>>', `<</Type/Pages/Kids[${kids}]/Count 10000>>`, page]);
}

function lockedPdf(): Promise<Uint8Array> {
  return new Promise((done) => {
    const document = new PDFDocument({ userPassword: 'a' });
    const chunks: Buffer[] = [];
    document.on('data', (chunk: Buffer) => chunks.push(chunk));
    document.on('end', () => done(Buffer.concat(chunks)));
    document.text('text');
    document.end();
  });
}

/** A PDF that shows a word, with names as given; `objects` are those from number 6 on. */
const naming = (names: string, ...objects: readonly (string | Uint8Array)[]) =>
  pdfOf([
    `<</Type/Catalog/Pages 2 0 R/Names<</EmbeddedFiles ${names}>>>>`,
    '<</Type/Pages/Kids[3 0 R]/Count 1>>',
    '<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Resources<</Font<</F 5 0 R>>>>/Contents 4 0 R>>',
    streamOf('BT /F 10 Tf 50 700 Td (text) Tj ET'),
    '<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>',
    ...objects,
  ]);

describe('documents that cannot be read', () => {
  test.each([
    ['a PDF cut off', () => sample.pdf.subarray(0, 90_000), damaged],
    ['a workbook cut off', () => sample.xlsx.subarray(0, 9000), damaged],
    ['a PDF with a password', lockedPdf, encrypted],
    [
      'entities in the properties',
      () => withParts(sample.xlsx, { [custom]: '<!DOCTYPE a [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]><a>&b;</a>' }),
      damaged,
    ],
    ['properties that are no XML', () => withParts(sample.docx, { [custom]: '<a><b></a>' }), damaged],
    ['properties within each other', () => withParts(sample.docx, { [custom]: '<a>'.repeat(100_000) }), tooLarge],
    ['properties of 64 MB that the archive admits', () => bomb(64 * megabyte), tooLarge],
    ['properties of 64 MB that the archive denies', () => bomb(1000), damaged],
    ['a PDF whose names hold themselves', () => naming('6 0 R', '<</Kids[6 0 R 6 0 R]>>'), damaged],
    ['10,000 pages', tenThousandPages, tooLarge],
    ['a page of more text than any form', () => Buffer.concat([sample.html, Buffer.alloc(2 * megabyte, 60)]), tooLarge],
  ])('%s', async (_, make, sentence) => {
    expect(await faultOf(await make())).toBe(sentence);
  });
});

describe('documents that are read all the same', () => {
  test.each([
    ['an attachment that is none', naming('<</Names[(a)<</Type/Filespec/F(a.yaml)/EF<</F 9 0 R>>>>]>>')],
    ['names of the wrong kind', naming('<</Names[1 2 3]/Kids(a)>>')],
    [
      'ten thousand attachments',
      naming(
        `<</Names[${Array.from({ length: 10_000 }, (_, at) => `(${at})<</F(${at}.yaml)/EF<</F 6 0 R>>>>`).join('')}]>>`,
        streamOf('项目编码: 1'),
      ),
    ],
  ])('a PDF with %s', async (_, bytes) => {
    expect((await examine(bytes)).value).toEqual({ provenance: null, lines: ['text'] });
  });

  test('a property of ten million characters counts for nothing', async () => {
    const long = `<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"><property name="code"><a>${'4'.repeat(10 * megabyte)}</a></property></Properties>`;
    const { value } = await examine(withParts(sample.xlsx, { [custom]: long }));
    expect(value?.provenance).toMatchObject({ code: null, year: '2025' });
  });

  test('a page cut off within its head says nothing of itself', async () => {
    const { value } = await examine(sample.html.subarray(0, 200));
    expect(value?.provenance).toBeNull();
  });
});

test('any bytes changed: never an exception', async () => {
  const change = fc.tuple(fc.nat(2 ** 30), fc.nat(255));
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...formats),
      fc.array(change, { minLength: 1, maxLength: 5 }),
      async (format, changes) => {
        const copy = Buffer.from(sample[format]);
        for (const [at, byte] of changes) copy[at % copy.length] = byte;
        const { value, findings } = await examine(copy);
        expect(value === null).toBe(findings.some(({ level }) => level === 'error'));
      },
    ),
    { numRuns: 60 },
  );
});
