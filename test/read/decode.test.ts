import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decode, largestFile } from '../../src/read/decode.js';

const path = 'projects/2025/甲.yaml';
const utf8 = (text: string) => new TextEncoder().encode(text);

/** What is told of bytes that are refused: rule, place, message. */
function told(bytes: Uint8Array): string {
  const { value, findings } = decode(path, bytes);
  expect(value).toBeNull();
  return findings
    .map(({ rule, place, message }) => `${rule} ${place?.file}:${place?.line}:${place?.column} ${message.zh}`)
    .join('\n');
}

const sample = '项目名称: 区总工会工作经费\n申请单位: 深汕特别合作区（本级）\n';

describe('bytes are UTF-8', () => {
  it('reads them, with either line break', () => {
    expect(decode(path, utf8('项目名称: 𠮷\r\n')).value).toEqual({ path, text: '项目名称: 𠮷\r\n' });
  });

  it('drops a byte order mark at the start, so that offsets count from the first character', () => {
    expect(decode(path, utf8('\ufeff项目: 一\n'))).toEqual({ value: { path, text: '项目: 一\n' }, findings: [] });
  });

  it('reads an empty file as an empty text', () => {
    expect(decode(path, new Uint8Array()).value?.text).toBe('');
  });
});

/** Node decodes GB18030 but does not encode it: the two-byte characters are found by decoding them all. */
function gb18030(text: string): Uint8Array {
  const codes = new Map<string, readonly number[]>();
  for (let high = 0x81; high <= 0xfe; high += 1) {
    for (let low = 0x40; low <= 0xfe; low += 1) {
      codes.set(new TextDecoder('gb18030').decode(Uint8Array.of(high, low)), [high, low]);
    }
  }
  const bytes = Array.from(text, (character) => codes.get(character) ?? [character.charCodeAt(0)]);
  return Uint8Array.from(bytes.flat());
}

describe('bytes are something else', () => {
  it('GB18030, as older Windows programs save', () => {
    const bytes = gb18030(sample);
    expect(told(bytes)).toBe(`yaml/encoding ${path}:1:1 文件的编码是 GB18030，不是 UTF-8`);
  });

  it.each(['UTF-16LE', 'UTF-16BE'])('%s with and without its mark', (encoding) => {
    for (const text of [`\ufeff${sample}`, sample]) {
      const bytes = Buffer.from(text, 'utf16le');
      if (encoding === 'UTF-16BE') bytes.swap16();
      expect(told(bytes)).toBe(`yaml/encoding ${path}:1:1 文件的编码是 UTF-16，不是 UTF-8`);
    }
  });

  it('UTF-8 with a damaged byte: the place is told', () => {
    const bytes = utf8(sample);
    bytes[utf8('项目名称: 区总工会工作经费\n申请').length] = 0xff;
    expect(told(bytes)).toBe(`yaml/encoding ${path}:2:3 文件是 UTF-8 编码，但从这里起有损坏的字节`);
  });

  it('a file cut in the middle of a character', () => {
    expect(told(utf8('项目名称: 区总工会').slice(0, -1))).toMatch(/^yaml\/encoding .*:1:10 文件是 UTF-8/);
  });

  it('a workbook, a picture', () => {
    expect(told(new Uint8Array([0x50, 0x4b, 3, 4, 0x14, 0, 6, 0, 8, 0, 0, 0, 0x21, 0, 0xdf, 0xa4]))).toMatch(
      /^yaml\/binary .*这不是文本文件$/,
    );
    expect(told(new Uint8Array([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0, 13]))).toMatch(/^yaml\/binary /);
  });

  it('more than 10 MB', () => {
    expect(told(new Uint8Array(largestFile + 1))).toBe(
      `yaml/too-large ${path}:1:1 文件有 10.0 MB，超过 10 MB，不予读取`,
    );
  });
});

it('never throws; there is a text or an error', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
      const { value, findings } = decode(path, bytes);
      expect(value === null).toBe(findings.length === 1);
    }),
  );
});
