import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { codeFrame, visibleText } from '../../src/base/code-frame.js';
import type { Place } from '../../src/base/finding.js';
import { textWidth } from '../../src/base/text-width.js';

/** The place of a passage of the text; lines and columns as a reader of the text finds them. */
function placeOf(text: string, passage: string): Place {
  const start = text.indexOf(passage);
  const end = start + passage.length;
  const before = text.slice(0, start).split('\n');
  const until = text.slice(0, end).split('\n');
  return {
    file: 'x.yaml',
    line: before.length,
    column: (before.at(-1)?.length ?? 0) + 1,
    endLine: until.length,
    endColumn: (until.at(-1)?.length ?? 0) + 1,
    start,
    end,
  };
}

const frame = (text: string, passage: string) => codeFrame(text, placeOf(text, passage));

describe('a code frame', () => {
  it('marks Chinese text with two columns a character', () => {
    expect(frame('a: 1\n指标值: ≥９场次\nb: 2\n', '９场')).toBe(' 2 | 指标值: ≥９场次\n   |          ^^^^');
  });

  it('marks an empty place with one column', () => {
    expect(codeFrame('指标值:\n', { ...placeOf('指标值:\n', ':'), start: 4, end: 4 })).toBe(
      ' 1 | 指标值:\n   |        ^',
    );
  });

  it('marks a place over several lines to the end of its first', () => {
    expect(frame('a: "x\n  y"\n', '"x\n  y"')).toBe(' 1 | a: "x\n   |    ^^');
  });

  it('gives a tab four columns', () => {
    expect(frame('\ta\tb\n', 'b')).toBe(' 1 |     a    b\n   |          ^');
  });

  it('prints what would steer the terminal, or stays unseen, as its code', () => {
    expect(frame('a: \x1b[31mred\u202e\u200b\n', 'red')).toBe(
      ' 1 | a: <U+001B>[31mred<U+202E><U+200B>\n   |                ^^^',
    );
    expect(visibleText('a\x07\u00a0b\ud842c\ufffe')).toBe('a<U+0007><U+00A0>b<U+D842>c<U+FFFE>');
  });

  it('cuts a long line around the marker', () => {
    const text = `说明: ${'前'.repeat(100)}这里${'后'.repeat(100)}\n`;
    expect(frame(text, '这里')).toBe(` 1 | …${'前'.repeat(17)}这里${'后'.repeat(30)}…\n   | ${' '.repeat(35)}^^^^`);
  });

  it('keeps the gutter as wide as the line number', () => {
    expect(frame(`${'x\n'.repeat(99)}项目\n`, '项目')).toBe(' 100 | 项目\n     | ^^^^');
  });

  it('is two lines of no more than about a hundred columns, whatever the text and the place', () => {
    const unit = fc.constantFrom('a', '申', '\t', '\n', '\r', '\x1b', '𠮷', '\ud842', '\u202e', ' ', '\u0301');
    const text = fc.string({ unit, maxLength: 600 });
    fc.assert(
      fc.property(text, fc.nat(700), fc.nat(700), (source, start, length) => {
        const place = { file: '', line: 1, column: 1, endLine: 1, endColumn: 1, start, end: start + length };
        const lines = codeFrame(source, place).split('\n');
        expect(lines).toHaveLength(2);
        for (const line of lines) {
          expect(textWidth(line)).toBeLessThanOrEqual(115);
          expect(line).not.toMatch(/(?! )\p{C}/u);
        }
      }),
    );
  });
});
