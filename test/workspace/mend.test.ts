// Cures put into a file: only what they say changes, and mending what is mended changes nothing.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { digestOfFile } from '../../src/workspace/digest.js';
import { openKits } from '../../src/workspace/kits.js';
import { mend } from '../../src/workspace/mend.js';
import { cleanText, replaceOnce } from '../support/forms.js';
import { gansuWith } from '../support/gansu.js';

const kits = openKits(process.cwd(), digestOfFile);
const file = 'projects/2025/甲.yaml';

const mendBytes = (bytes: Uint8Array) => mend(file, bytes, kits, '2025');

async function mended(text: string): Promise<string> {
  const { bytes } = await mendBytes(Buffer.from(text));
  return Buffer.from(bytes).toString();
}

/** The clean sample with lines of it replaced. */
function sampleWith(...changes: readonly (readonly [line: string, by: string])[]): string {
  return changes.reduce((text, [line, by]) => {
    if (text.split(line).length !== 2) throw new Error(`not once in the sample: ${line}`);
    return text.replace(line, () => by);
  }, cleanText);
}

describe('mend', () => {
  test.each([
    ['a code in quotes', '项目编码: "440313230031500605004"', '项目编码: 440313230031500605004', null],
    ['a full-width colon after a key', '实施期限: 5\n', '实施期限：5\n', '实施期限: 5\n'],
    ['a sign that YAML reads as a block', '指标值: ≥30场次', '指标值: >30场次', '指标值: ">30场次"'],
    ['a unit that is not written', '实施期限: 5\n', '实施期限: 5年\n', '实施期限: 5\n'],
    ['full-width digits of an amount', '14,531,000.00', '１４,531,000.00', null],
    ['zeros that end an amount', '14,531,000.00', '14,531,000.0000', null],
    ['a zero-width character', '项目名称: 区总工会工作经费', '项目名称: 区总\u200b工会工作经费', null],
    ['a key with a slip of the pen', '分配方式:', '分配方试:', null],
  ])('%s', async (_, right, wrong, expected) => {
    expect(await mended(sampleWith([right, wrong]))).toBe(sampleWith([right, expected ?? right]));
  });

  test('a date as it is spoken, in another form', async () => {
    const right = gansuWith('- 甘财科[2022]78号', '- 甘财科〔2022〕78号');
    const bytes = Buffer.from(replaceOnce(right, '2023-01-01', '2023年1月1日'));
    const { bytes: after } = await mend('projects/2023/甲.yaml', bytes, kits, '2023');
    expect(Buffer.from(after).toString()).toBe(right);
  });

  test('leaves comments, blank lines, the line ends of Windows and the byte order mark as they are', async () => {
    const before =
      '\ufeff# 说明：不要改\r\n表单: 二级项目支出绩效目标申报表   # 表\r\n\r\n项目编码： 440313230031500605004 # 码\r\n';
    expect(await mended(before)).toBe(before.replace('： 440313230031500605004', ': "440313230031500605004"'));
  });

  test('mends what only shows once something else is mended', async () => {
    const before = sampleWith(
      ['项目编码: "440313230031500605004"', '项目编码：440313230031500605004'],
      ['5\n项目类型', '5年\n项目类型'],
    );
    expect(await mended(before)).toBe(cleanText);
  });

  test.each([
    ['nothing is wrong', cleanText],
    ['two texts may be meant', sampleWith(['二级项目支出绩效目标申报表', '二级项目绩效申报表'])],
    ['the file cannot be read', '\u0000\u0001\u0002'],
    ['a sum does not add up', sampleWith(['2,425,500.00', '2,425,501.00'])],
  ])('changes nothing where %s', async (_, text) => {
    expect(await mendBytes(Buffer.from(text))).toMatchObject({ cures: 0 });
  });

  test('changes no byte of what is not UTF-8', async () => {
    const gb18030 = Buffer.from([0xcf, 0xee, 0xc4, 0xbf, 0x3a, 0x20, 0xbc, 0xd7, 0x0a]);
    expect((await mendBytes(gb18030)).bytes).toBe(gb18030);
  });

  test('has nothing more to do the second time, whatever is broken', async () => {
    const pieces = [
      '：',
      ' ',
      '>',
      '５',
      '\u200b',
      '"',
      '(',
      '）',
      '年',
      '\t',
      '*',
      '&x ',
      '!!str ',
      '- ',
      '[',
      '#',
      '\r\n',
    ];
    const broken = fc
      .array(fc.tuple(fc.nat({ max: 2000 }), fc.constantFrom(...pieces)), { minLength: 1, maxLength: 4 })
      .map((slips) => slips.reduce((text, [at, piece]) => text.slice(0, at) + piece + text.slice(at), cleanText));
    await fc.assert(
      fc.asyncProperty(broken, async (text) => {
        const once = await mended(text);
        expect(await mended(once)).toBe(once);
      }),
      { numRuns: 60 },
    );
  }, 60_000);
});
