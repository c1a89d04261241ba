import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { codeFrame, plainFrame } from '../../src/base/code-frame.js';
import type { Place } from '../../src/base/finding.js';
import { placeBetween } from '../../src/base/place.js';
import { textWidth } from '../../src/base/text-width.js';
import { visibleText } from '../../src/base/visible-text.js';

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
    expect(frame(text, '这里')).toBe(` 1 | …${'前'.repeat(22)}这里${'后'.repeat(22)}…\n   | ${' '.repeat(45)}^^^^`);
    const early = `说明: 这里${'后'.repeat(100)}\n`;
    expect(frame(early, '这里')).toBe(` 1 | 说明: 这里${'后'.repeat(41)}…\n   |       ^^^^`);
    expect(codeFrame(text, placeOf(text, '这里'), [], { ...plainFrame, columns: 40 })).toBe(
      ` 1 | …${'前'.repeat(7)}这里${'后'.repeat(7)}…\n   | ${' '.repeat(15)}^^^^`,
    );
  });

  it('shows the beginning of a long marked text, and what it belongs to', () => {
    const text = `说明: ${'长'.repeat(500)}\n`;
    expect(frame(text, '长'.repeat(500))).toBe(` 1 | 说明: ${'长'.repeat(43)}…\n   |       ${'^'.repeat(86)}`);
  });

  it('marks what a place disagrees with, in the order of the text', () => {
    const text = '合计: 12\n甲: 5\n其他: 无\n乙: 6\n';
    expect(codeFrame(text, placeOf(text, '12'), [placeOf(text, '6'), placeOf(text, '5')])).toBe(
      [
        ' 1 | 合计: 12',
        '   |       ^^',
        ' 2 | 甲: 5',
        '   |     -',
        ' ...',
        ' 4 | 乙: 6', //
        '   |     -',
      ].join('\n'),
    );
  });

  it('marks several places of one line in that line', () => {
    const text = '说明: 教育14万；服务6万，共计21万。\n';
    expect(codeFrame(text, placeOf(text, '21万'), [placeOf(text, '14万'), placeOf(text, '6万')])).toBe(
      ' 1 | 说明: 教育14万；服务6万，共计21万。\n   |           ----      ---      ^^^^',
    );
  });

  it('leaves out what lies between places far apart in one line', () => {
    const far = '长'.repeat(300);
    const text = `说明: 教育14万；${far}服务6万${far}，共计21万。\n`;
    expect(codeFrame(text, placeOf(text, '21万'), [placeOf(text, '14万'), placeOf(text, '6万')])).toBe(
      [
        ' 1 | 说明: 教育14万；长长长长长长长长…长长长长长长长服务6万长长长长长长长长…长长长长长，共计21万。',
        '   |           ----                                     ---                                 ^^^^',
      ].join('\n'),
    );
  });

  it('marks what is meant where it overlaps the others', () => {
    const text = '说明: 5+6=12\n';
    expect(codeFrame(text, placeOf(text, '12'), [placeOf(text, '5+6=12')])).toBe(
      ' 1 | 说明: 5+6=12\n   |       ----^^',
    );
  });

  it('keeps the gutter as wide as the line number', () => {
    expect(frame(`${'x\n'.repeat(99)}项目\n`, '项目')).toBe(' 100 | 项目\n     | ^^^^');
  });

  it('is two lines for each line concerned, no wider than asked for, whatever the text and the places', () => {
    const unit = fc.constantFrom('a', '申', '\t', '\n', '\r', '\x1b', '𠮷', '\ud842', '\u202e', ' ', '\u0301');
    const text = fc.string({ unit, maxLength: 600 });
    const places = fc.array(fc.tuple(fc.nat(700), fc.nat(700)), { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(text, places, fc.integer({ min: 40, max: 120 }), (source, ranges, columns) => {
        const [main, ...related] = ranges.map(([start, length]) => placeBetween('', source, start, start + length));
        if (!main) return;
        const lines = codeFrame(source, main, related, { ...plainFrame, columns }).split('\n');
        const concerned = new Set([main, ...related].map(({ line }) => line));
        expect(lines.filter((line) => line !== ' ...')).toHaveLength(2 * concerned.size);
        expect(lines.filter((line) => line.includes('^'))).toHaveLength(1);
        for (const line of lines) {
          expect(textWidth(line)).toBeLessThanOrEqual(columns + 1);
          expect(line).not.toMatch(/(?! )\p{C}/u);
        }
      }),
    );
  });
});
