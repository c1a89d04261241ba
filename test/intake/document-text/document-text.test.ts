// What a person reads on our documents: the same in every format, whoever saved it last, and one line where one field changed.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Format } from '../../../src/render/renderer.js';
import { cases } from '../../parity/declarations.js';
import { gansuCases } from '../../parity/gansu-declarations.js';
import { convert, inFolder, missing, runProgram } from '../../support/programs.js';
import { kits, produceFrom, sampleBytes, samplePath } from '../../support/project-goal.js';
import { linesOf } from './documents.js';

const settings = { year: '2025', epoch: null, digest: '5eed'.repeat(16), draft: false };
const formats = ['xlsx', 'docx', 'pdf'] as const satisfies readonly Format[];
const ours = kits();
const expected = readFileSync('test/cases/document-text/sample.txt', 'utf8');

async function documentsOf(path: string, bytes: Uint8Array): Promise<Readonly<Record<Format, Uint8Array>>> {
  const { value, findings } = await produceFrom(path, bytes, ours, formats, settings);
  if (!value) throw new Error(`${path}: ${findings.map(({ message }) => message.zh).join('; ')}`);
  return Object.fromEntries(value.map((document) => [document.format, document.bytes])) as Record<Format, Uint8Array>;
}

const textOf = async (bytes: Uint8Array) => `${(await linesOf(bytes)).join('\n')}\n`;

let sample: Readonly<Record<Format, Uint8Array>>;
beforeAll(async () => {
  sample = await documentsOf(samplePath, sampleBytes);
});

describe('the sample', () => {
  test.each(formats)('reads the same from its %s', async (format) => {
    expect(await textOf(sample[format])).toBe(expected);
  });

  test.each(formats)('differs in one line of its %s where one field changed', async (format) => {
    const changes = [
      ['实施期限: 5', '实施期限: 3', '实施期限： | 3 | 项目类型： | 15 履职类(运转)项目'],
      [
        '说明: 预计1500元一人，覆盖约80人，共计12万。',
        '说明: 预计1500元一人。',
        '10.暑期托管班（12万）：预计1500元一人。',
      ],
      ['指标值: ≤200元', '指标值: ≤180元', '产出指标 | *成本指标 | 人均成本 | ≤180元 | 反映全年参加工会活动的人均成本'],
    ] as const;
    const before = await linesOf(sample[format]);
    for (const [from, to, line] of changes) {
      const text = Buffer.from(sampleBytes).toString().replace(from, to);
      const after = await linesOf((await documentsOf(samplePath, Buffer.from(text)))[format]);
      expect(after.length).toBe(before.length);
      expect(after.filter((one, at) => one !== before[at])).toEqual([line]);
    }
  });
});

describe('declarations with extreme contents', () => {
  test.each([
    ...cases,
    ...gansuCases,
  ])('$name: Word and Excel agree to the character, the PDF but for spaces', async (one) => {
    const { xlsx, docx, pdf } = await documentsOf(one.path, one.bytes);
    const text = await textOf(docx);
    expect(await textOf(xlsx)).toBe(text);
    // Cells of a row that goes on over pages come one after the other in a PDF.
    if (one.name !== 'Gansu: long texts') {
      expect((await textOf(pdf)).replace(/\s/gu, '')).toBe(text.replace(/\s/gu, ''));
    }
  });
});

const openpyxl = 'import sys, openpyxl; openpyxl.load_workbook(sys.argv[1]).save(sys.argv[1])';
const pythonDocx = 'import sys, docx; docx.Document(sys.argv[1]).save(sys.argv[1])';

function savedByPython(bytes: Uint8Array, format: string, script: string): Promise<Uint8Array> {
  return inFolder((folder) => {
    const path = join(folder, `document.${format}`);
    writeFileSync(path, bytes);
    runProgram('python', ['-c', script, path]);
    return readFileSync(path);
  });
}

const noPython = missing('python');

describe.skipIf(noPython)(`saved again by Python${noPython ? ` (${noPython})` : ''}`, () => {
  test('a workbook by openpyxl', async () => {
    expect(await textOf(await savedByPython(sample.xlsx, 'xlsx', openpyxl))).toBe(expected);
  });

  test('a Word file by python-docx', async () => {
    expect(await textOf(await savedByPython(sample.docx, 'docx', pythonDocx))).toBe(expected);
  });
});

const noOffice = missing('soffice');

describe.skipIf(noOffice)(`saved again by LibreOffice${noOffice ? ` (${noOffice})` : ''}`, () => {
  test.each(['xlsx', 'docx'] as const)('as %s', async (format) => {
    expect(await textOf(await convert(sample[format], format, format))).toBe(expected);
  });

  // Its PDFs mark neither the feet of pages nor heads printed again, and have no spaces where lines end.
  test.each(['xlsx', 'docx'] as const)('as a PDF of the %s', async (format) => {
    const lines = await linesOf(await convert(sample[format], format, 'pdf'));
    const head = '一级指标 | 二级指标 | 三级指标 | 指标值 | 指标解释';
    const own = lines.filter(
      (line, at) => !/^第 \d ?页 共 \d ?页$/.test(line) && !(line === head && lines.indexOf(line) < at),
    );
    const solid = (all: readonly string[]) => all.map((line) => line.replaceAll(' ', ''));
    expect(solid(own)).toEqual(solid(expected.trimEnd().split('\n')));
  });
});
