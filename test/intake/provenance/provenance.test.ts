// What documents say of themselves: ours in each format and saved again by other programs, and everybody else's, which say nothing.
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { readProvenance } from '../../../src/intake/provenance/provenance.js';
import type { Origin } from '../../../src/render/renderer.js';
import { type Format, formats } from '../../../src/render/renderer.js';
import { convert, inFolder, missing, runProgram } from '../../support/programs.js';
import { kits, produceFrom, sampleBytes, samplePath } from '../../support/project-goal.js';
import { docxOf, pagesOf, pdfOf, streamOf, withParts, xlsxOf } from '../document-text/documents.js';

const digest = '5eed'.repeat(16);
const source = createHash('sha256').update(sampleBytes).digest('hex');
const template = '7e'.repeat(32);
const origin: Origin = { source: sampleBytes, digest: source, template, tool: '0.1.0' };

/** What the sample's documents say. */
const said = {
  code: '440313230031500605004',
  year: '2025',
  digest,
  source,
  template,
  tool: '0.1.0',
  created: Date.UTC(2025, 0, 1) / 1000,
  attachment: null,
};

let sample: Readonly<Record<Format, Uint8Array>>;
beforeAll(async () => {
  const settings = { year: '2025', epoch: null, digest, draft: false, origin };
  const { value } = await produceFrom(samplePath, sampleBytes, kits(), formats, settings);
  sample = Object.fromEntries((value ?? []).map((one) => [one.format, one.bytes])) as typeof sample;
});

describe('the sample', () => {
  test.each(['docx', 'xlsx'] as const)('says in its %s from what it was made', async (format) => {
    expect(await readProvenance(sample[format])).toEqual({ format, ...said });
  });

  test('says so on its page, which knows no time', async () => {
    expect(await readProvenance(sample.html)).toEqual({ format: 'html', ...said, created: null });
  });

  test('brings the declaration along in its PDF, byte for byte', async () => {
    const read = await readProvenance(sample.pdf);
    expect(Buffer.from(read?.attachment ?? []).equals(sampleBytes)).toBe(true);
    expect({ ...read, attachment: null }).toEqual({ format: 'pdf', ...said });
  });
});

const noOffice = missing('soffice');

describe.skipIf(noOffice)(`saved again by LibreOffice${noOffice ? ` (${noOffice})` : ''}`, () => {
  test.each(['docx', 'xlsx'] as const)('as %s', async (format) => {
    expect(await readProvenance(await convert(sample[format], format, format))).toEqual({ format, ...said });
  });

  test('as a PDF of the workbook, whose keywords go along; the declaration does not', async () => {
    const { created: _, ...rest } = said;
    expect(await readProvenance(await convert(sample.xlsx, 'xlsx', 'pdf'))).toMatchObject({ format: 'pdf', ...rest });
  });
});

const noPython = missing('python');

describe.skipIf(noPython)(`saved again by Python${noPython ? ` (${noPython})` : ''}`, () => {
  // Before 3.1 openpyxl drops properties of users, and the keywords have to do.
  test.each([
    ['xlsx', 'import sys, openpyxl; openpyxl.load_workbook(sys.argv[1]).save(sys.argv[1])'],
    ['docx', 'import sys, docx; docx.Document(sys.argv[1]).save(sys.argv[1])'],
  ] as const)('as %s', async (format, script) => {
    const saved = await inFolder((folder) => {
      const path = join(folder, `document.${format}`);
      writeFileSync(path, sample[format]);
      runProgram('python', ['-c', script, path]);
      return readFileSync(path);
    });
    expect(await readProvenance(saved)).toEqual({ format, ...said });
  });
});

describe('somebody else’s document', () => {
  test.each([
    ['a workbook', xlsxOf({ sheets: [{ rows: '' }] })],
    ['a Word file', docxOf('<w:p/>')],
    ['a PDF', pagesOf([''])],
    ['a page', Buffer.from('<!DOCTYPE html><html><head><title>表</title></head><body>digest=5eed</body></html>')],
  ])('says nothing: %s', async (_, bytes) => {
    expect(await readProvenance(bytes)).toBeNull();
  });
});

/** The sample's workbook with other properties of users; `xml` stands within `Properties`. */
function withProperties(xml: string, core = ''): Uint8Array {
  return withParts(sample.xlsx, {
    'docProps/custom.xml': `<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties" xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes">${xml}</Properties>`,
    'docProps/core.xml': `<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/">${core}</cp:coreProperties>`,
  });
}

const property = (name: string, value: string) => `<property name="${name}"><vt:lpwstr>${value}</vt:lpwstr></property>`;

describe('properties that were changed', () => {
  test('a digest that is none means nothing', async () => {
    expect(await readProvenance(withProperties(property('digest', 'none')))).toBeNull();
    expect(await readProvenance(withProperties(property('digest', `${digest}00`)))).toBeNull();
    expect(await readProvenance(withProperties(property('digest', digest.toUpperCase())))).toBeNull();
  });

  test('values that make no sense are left out, of two with one name the first counts', async () => {
    const properties = [
      property('digest', digest),
      property('digest', '0'.repeat(64)),
      property('code', '4'.repeat(101)),
      property('source', '../../etc/passwd'),
      property('year', '2025'),
    ];
    expect(await readProvenance(withProperties(properties.join('')))).toEqual({
      format: 'xlsx',
      ...said,
      code: null,
      source: null,
      template: null,
      tool: null,
      created: null,
    });
  });

  test('keywords are found among others, and stand back behind properties', async () => {
    const keywords = `<cp:keywords>工会, year=2024&amp;digest=${'0'.repeat(64)}&amp;tool=0.0.9; 2025</cp:keywords>`;
    expect(await readProvenance(withProperties('', keywords))).toMatchObject({ year: '2024', tool: '0.0.9' });
    const both = withProperties(property('digest', digest) + property('year', '2026'), keywords);
    expect(await readProvenance(both)).toMatchObject({ digest, year: '2026', tool: '0.0.9' });
  });

  test('a page is read as the tool writes it, its characters unescaped', async () => {
    const head = `<meta name="shenbao-digest" content="${digest}"><meta name="shenbao-code" content="A&amp;&quot;B&#39;">`;
    const page = Buffer.from(`\ufeff\n<!doctype HTML><html><head>${head}</head><body></body></html>`);
    expect(await readProvenance(page)).toMatchObject({ format: 'html', code: 'A&"B\'', digest });
    const late = Buffer.from(`<html><head></head><body>${head}</body></html>`);
    expect(await readProvenance(late)).toBeNull();
  });
});

test('a PDF whose info dictionary an annotating program left out still says it in its XMP', async () => {
  const text = Buffer.from(sample.pdf).toString('latin1');
  const without = text.replace(/\/Info \d+ 0 R/, (reference) => ' '.repeat(reference.length));
  expect(without).not.toBe(text);
  const read = await readProvenance(Buffer.from(without, 'latin1'));
  expect({ ...read, attachment: null }).toEqual({ format: 'pdf', ...said });
});

describe('what is attached to a PDF', () => {
  const info = `<</Keywords(year=2025&digest=${digest}&source=${source})>>`;

  /** A PDF of one page with files by name. */
  function attaching(files: Readonly<Record<string, Uint8Array>>): Uint8Array {
    const names = Object.keys(files);
    const listed = names.map((name, at) => `(${at})<</Type/Filespec/F(${name})/EF<</F ${5 + at} 0 R>>>>`);
    return Buffer.from(
      Buffer.from(
        pdfOf([
          `<</Type/Catalog/Pages 2 0 R/Names<</EmbeddedFiles<</Names[${listed.join('')}]>>>>>>`,
          '<</Type/Pages/Kids[3 0 R]/Count 1>>',
          '<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]>>',
          info,
          ...Object.values(files).map((content) => streamOf(content)),
        ]),
      )
        .toString('latin1')
        .replace('trailer<<', 'trailer<</Info 4 0 R'),
      'latin1',
    );
  }

  const attached = async (files: Readonly<Record<string, Uint8Array>>) => {
    const read = await readProvenance(attaching(files));
    return read?.attachment ? Buffer.from(read.attachment).toString() : null;
  };

  test('the one that the digest names, whatever else is attached', async () => {
    const other = Buffer.from('别的: 1');
    expect(await attached({ 'a.yaml': other, 'b.yml': sampleBytes })).toBe(sampleBytes.toString());
    expect(await attached({ 'a.pdf': sampleBytes, 'b.yaml': other })).toBe('别的: 1');
  });

  test('nothing that is no YAML file by its name, or larger than a declaration can be', async () => {
    expect(await attached({ 'a.exe': sampleBytes })).toBeNull();
    expect(await attached({ 'a.yaml': Buffer.alloc(1024 * 1024 + 1, 32) })).toBeNull();
    expect(await attached({})).toBeNull();
  });
});
