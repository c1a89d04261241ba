// What is taken for plain is spared the searches for odd characters: they would have found nothing.
import { describe, expect, it } from 'vitest';
import { isPlain } from '../../src/read/plain.js';
import { read } from '../../src/read/read.js';

describe('a plain text', () => {
  it('holds no character that the searches would find, in a key or in a value', () => {
    const units = Array.from({ length: 0x10000 }, (_, code) => String.fromCharCode(code));
    const plain = units.filter((unit) => unit !== '\n' && isPlain(unit));
    expect(plain.length).toBeGreaterThan(25_000);

    const text = plain.map((unit) => `k${unit}k: v${unit}v\n`).join('');
    expect(isPlain(text)).toBe(true);
    // One tab in a comment is no fault, and has everything searched.
    const searched = `${text}#\t\n`;
    expect(isPlain(searched)).toBe(false);
    expect(read({ path: 'x.yaml', text: searched }).findings).toEqual([]);
    expect(read({ path: 'x.yaml', text }).findings).toEqual([]);
  });

  it.each([
    ['Chinese as it is written', '深汕党发〔2024〕1号《通知》：“三大节”——≥90%、①，￥5×２…', true],
    ['line breaks of Windows', 'a: 1\r\nb: 2\r\n', true],
    ['a line break of old Macs', 'a: 1\rb: 2', false],
    ['a backslash, which may stand for any character', 'a: "\\u200b"', false],
    ['a tab', 'a:\t1', false],
    ['a full-width space', 'a: 一　二', false],
    ['a no-break space', 'a: 1\u00a0000', false],
    ['a soft hyphen', 'a: x\u00ady', false],
    ['a zero-width space', 'a: 一\u200b二', false],
    ['a line separator', 'a: 一\u2028二', false],
    ['a change of direction', 'a: \u202e1', false],
    ['a byte order mark', '\ufeffa: 1', false],
    ['a lost character', 'a: \ufffd', false],
    ['a control character', 'a: \x1b[2J', false],
    ['half a character', 'a: \ud842', false],
    ['a rare character, of two units', 'a: 𠮷', false],
  ])('%s', (_, text, plain) => {
    expect(isPlain(text)).toBe(plain);
  });
});
