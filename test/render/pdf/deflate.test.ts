// Streams put together from pieces: any reader of zlib's format sees the whole, and what was kept shows in no byte.
import { randomBytes } from 'node:crypto';
import { inflateSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { deflate, deflateAround } from '../../../src/render/pdf/deflate.js';

const inflate = (deflated: Uint8Array) => Buffer.from(inflateSync(deflated));

describe('deflateAround', () => {
  it('gives a stream that inflates to what was put in, its checksum included', () => {
    const anyPart = fc.uint8Array({ maxLength: 3000 });
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), anyPart, anyPart, (before, fixed, after) => {
        const whole = Buffer.concat([before, fixed, after]);
        const start = before.length;
        expect(inflate(deflateAround(whole, start, start + fixed.length))).toEqual(whole);
      }),
    );
  });

  it('does so for a font of many bytes of high value, where the checksum wraps', () => {
    const whole = Buffer.alloc(300_000, 0xff);
    expect(inflate(deflateAround(whole, 124, 140_000)).equals(whole)).toBe(true);
  });

  it('writes the same bytes before, while and after the piece is kept', () => {
    const whole = Buffer.from('笔画'.repeat(2000));
    const first = deflateAround(whole, 100, 6000);
    const second = deflateAround(whole, 100, 6000);
    for (let other = 0; other < 50; other += 1) deflateAround(randomBytes(500), 10, 400);
    const third = deflateAround(whole, 100, 6000);
    expect([second.equals(first), third.equals(first)]).toEqual([true, true]);
  });

  it('keeps no hold of the bytes it was given', () => {
    const whole = Buffer.from('outline '.repeat(100));
    deflateAround(whole, 8, 400);
    const other = Buffer.from(whole);
    whole.fill(0);
    expect(inflate(deflateAround(other, 8, 400))).toEqual(other);
  });
});

describe('deflate', () => {
  it.each([0, 1, 70_000])('gives %d bytes back', (length) => {
    const bytes = Buffer.alloc(length, 'Tj');
    expect(inflate(deflate(bytes))).toEqual(bytes);
  });
});
