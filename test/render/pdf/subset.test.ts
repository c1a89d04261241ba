// The cut-down font: the same outlines and advances under new numbers, composite glyphs with their parts.
import { create, type Font } from 'fontkit';
import { describe, expect, it } from 'vitest';
import type { Theme } from '../../../src/compose/theme.js';
import { type PdfFont, parseFont } from '../../../src/render/pdf/font.js';
import { outlineReader } from '../../../src/render/pdf/outlines.js';
import { subsetFont } from '../../../src/render/pdf/subset.js';
import { sampleTheme } from '../../support/sample-grid.js';

const file = (sampleTheme().fonts.text as Theme['fonts'][string]).file;
const font = parseFont(file) as PdfFont;

describe('subsetFont', () => {
  it('keeps outlines and advances', () => {
    const text = '总工会（12.5万）≥a';
    const ids = [0, ...[...text].map((each) => font.glyph(each.codePointAt(0) as number)?.id as number)];
    const whole = create(Buffer.from(file.bytes())) as Font;
    const cut = create(subsetFont(font, ids).bytes) as Font;
    expect(cut.numGlyphs).toBe(ids.length);
    ids.forEach((id, index) => {
      expect(cut.getGlyph(index).path.toSVG()).toBe(whole.getGlyph(id).path.toSVG());
      expect(cut.getGlyph(index).advanceWidth).toBe(whole.getGlyph(id).advanceWidth);
    });
  });

  it('writes checksums that add up', () => {
    const { bytes } = subsetFont(font, [0, 1, 2]);
    let sum = 0;
    for (let at = 0; at < bytes.length; at += 4) sum = (sum + bytes.readUInt32BE(at)) >>> 0;
    expect(sum).toBe(0xb1b0afba);
  });

  it('says where the outlines stand that begin alike in every document of a form', () => {
    const glyphs = (text: string) => [
      0,
      ...[...text].map((each) => font.glyph(each.codePointAt(0) as number)?.id as number),
    ];
    const fixed = (text: string) => {
      const { bytes, fixed } = subsetFont(font, glyphs(text), 5);
      return bytes.subarray(fixed.start, fixed.end);
    };
    expect(fixed('项目名称工会')).toEqual(fixed('项目名称'));
    expect(fixed('项目名称工会')).toEqual(fixed('项目名称职工服务中心'));
    expect(fixed('项目名称').length).toBeGreaterThan(500);
    const { fixed: none } = subsetFont(font, glyphs('项目'), 0);
    expect(none.start).toBe(none.end);
  });

  it('brings the parts of composite glyphs along and renumbers them', () => {
    // Glyphs 1 and 2 are outlines of one contour without points, told apart by their boxes; 3 puts 2 and 1 together, and 1 again scaled.
    const simple = (edge: number) => words(1, edge, edge, edge, edge, 0xffff, 0);
    const composite = words(-1, 0, 0, 9, 9, 0x0021, 2, 5, 6, 0x0028, 1, 0x0102, 0x4000, 0x0002, 1, 0x0304);
    const outlines = [Buffer.alloc(0), simple(7), simple(8), composite];
    const tables = new Map([
      ['glyf', Buffer.concat(outlines)],
      ['loca', words(...[0, 0, 14, 28, 28 + composite.length].map((offset) => offset / 2))],
      ['head', Buffer.alloc(54)],
      ['hhea', Buffer.concat([Buffer.alloc(34), words(2)])],
      // Two full entries, then side bearings alone.
      ['hmtx', words(500, 1, 1000, 2, 3, 4)],
      ['maxp', Buffer.concat([Buffer.alloc(4), words(4), Buffer.alloc(26)])],
    ]);
    const table = (tag: string) => tables.get(tag) as Buffer;
    const small = { name: 'Small', table, outline: outlineReader(table('head'), table('loca'), table('glyf')) };
    const cut = tablesOf(subsetFont(small as unknown as PdfFont, [0, 3]).bytes);
    const loca = cut.get('loca') as Buffer;
    const glyf = cut.get('glyf') as Buffer;
    const outline = (index: number) => glyf.subarray(loca.readUInt32BE(index * 4), loca.readUInt32BE(index * 4 + 4));
    expect(loca.length / 4 - 1).toBe(4);
    expect(outline(0)).toHaveLength(0);
    expect(outline(1).subarray(0, 32)).toEqual(
      words(-1, 0, 0, 9, 9, 0x0021, 2, 5, 6, 0x0028, 3, 0x0102, 0x4000, 0x0002, 3, 0x0304).subarray(0, 32),
    );
    expect(outline(2).subarray(0, 14)).toEqual(simple(8));
    expect(outline(3).subarray(0, 14)).toEqual(simple(7));
    expect(cut.get('hmtx')).toEqual(words(500, 1, 1000, 4, 1000, 3, 1000, 2));
  });
});

function words(...values: readonly number[]): Buffer {
  const bytes = Buffer.alloc(values.length * 2);
  values.forEach((value, index) => {
    bytes.writeUInt16BE(value & 0xffff, index * 2);
  });
  return bytes;
}

function tablesOf(bytes: Buffer): ReadonlyMap<string, Buffer> {
  return new Map(
    Array.from({ length: bytes.readUInt16BE(4) }, (_, index) => {
      const entry = 12 + index * 16;
      const start = bytes.readUInt32BE(entry + 8);
      return [
        bytes.toString('latin1', entry, entry + 4),
        bytes.subarray(start, start + bytes.readUInt32BE(entry + 12)),
      ];
    }),
  );
}
