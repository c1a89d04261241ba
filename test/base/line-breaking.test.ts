// 禁则: what a line of a form may begin and end with. An ideograph is 1 wide here, everything in ASCII ½.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { breakLines } from '../../src/base/line-breaking.js';

const zeroWidth = /[\p{M}\u200b-\u200d\u2060\ufeff]/u;

function advance(codePoint: number): number {
  if (zeroWidth.test(String.fromCodePoint(codePoint))) return 0;
  return codePoint < 0x100 ? 0.5 : 1;
}

function widthOf(line: string): number {
  return [...line].reduce((sum, character) => sum + advance(character.codePointAt(0) as number), 0);
}

/** The lines of a text, shown with `|` between them. */
function broken(text: string, width: number): string {
  return breakLines(text, width, advance).join('|');
}

describe('breakLines', () => {
  it.each([
    ['', 5, ''],
    ['项目支出', 5, '项目支出'],
    ['项目支出绩效目标', 5, '项目支出绩|效目标'],
    ['一行正好', 4, '一行正好'],
  ])('breaks %s at %d as %s', (text, width, lines) => expect(broken(text, width)).toBe(lines));

  it.each([
    ['no line begins with a closing mark', '开展活动，服务职工', 4, '开展活|动，服务|职工'],
    ['nor with its half-width twin', '开展活动,服务职工', 4, '开展活|动,服务|职工'],
    ['no line ends with an opening mark', '关于印发《方案》的通知', 5, '关于印发|《方案》的|通知'],
    ['several marks in a row stay together', '工作要点的通知》。', 8, '工作要点的通|知》。'],
    ['a colon after a bracket goes with it', '测算依据（元）：依据', 7, '测算依据|（元）：依据'],
    ['an ellipsis is not split', '总结宣传……等工作', 5, '总结宣|传……等工|作'],
    ['nor is a dash', '总结宣传——以及', 5, '总结宣|传——以及'],
    ['a dash stays with what stands before it', '一二三四—五六', 4, '一二三|四—五六'],
  ])('%s', (_, text, width, lines) => expect(broken(text, width)).toBe(lines));

  it.each([
    ['a sign', '人均成本≤200元', 6, '人均成本|≤200元'],
    ['a sign of two characters', '人均成本>=200元', 6, '人均成本|>=200元'],
    ['a percent sign', '服务率不低于90%的', 7, '服务率不低于|90%的'],
    ['a percent sign in brackets', '合格率达90（%）', 5.5, '合格率达|90（%）'],
    ['a magnitude', '市级三大节45万', 6, '市级三大节|45万'],
    ['a magnitude and a unit', '慰问金额9万元整', 6, '慰问金额|9万元整'],
    ['a unit of two characters', '全年不少于9场次', 7, '全年不少于|9场次'],
    ['a unit behind a space', '覆盖职工735 人次', 7, '覆盖职工|735 人次'],
    ['what it is counted by', '预计人均600元/人', 6, '预计人均|600元/人'],
    ['its separators', '金额2,425,500.00元', 7, '金额|2,425,500.00元'],
    ['the second end of a range', '预计8月-9月开展', 4, '预计|8月-9月|开展'],
  ])('a number keeps %s', (_, text, width, lines) => expect(broken(text, width)).toBe(lines));

  it.each([
    ['Latin words are not split', '使用OpenOffice软件', 5, '使用|OpenOffice|软件'],
    ['spaces at a break are dropped', 'hello   world', 3, 'hello|world'],
    ['spaces elsewhere stay', 'a  b 会', 9, 'a  b 会'],
    ['spaces at the end take no room', 'hello   ', 2.5, 'hello'],
    ['no line but the first begins with a space', '  你好 世界', 3, '  你好|世界'],
    ['a space does not let a mark begin a line', '你好世界 。', 4, '你好世|界 。'],
    ['a word longer than a line is split anywhere', 'abcdefghij', 2, 'abcd|efgh|ij'],
    ['a code longer than a line is split anywhere', '440313230031500605004', 5, '4403132300|3150060500|4'],
    ['nothing but marks is split anywhere', '。。。。。', 2, '。。|。。|。'],
    ['a character wider than a line stands alone', '项目', 0.5, '项|目'],
  ])('%s', (_, text, width, lines) => expect(broken(text, width)).toBe(lines));

  it.each([
    ['surrogate pairs', '𬱖𬱖𬱖', 2, '𬱖𬱖|𬱖'],
    ['variation selectors', '葛\ufe00葛\u{e0100}葛', 1, '葛\ufe00|葛\u{e0100}|葛'],
    ['combining marks', '中文e\u0301e\u0301e\u0301', 2.5, '中文|e\u0301e\u0301e\u0301'],
    ['joined emoji', '中👩\u200d👧中', 2, '中|👩\u200d👧|中'],
  ])('%s are not parted', (_, text, width, lines) => expect(broken(text, width)).toBe(lines));

  it('sets the seed form’s 71 characters of 10.5 points in 745.51 points', () => {
    const line = '绩'.repeat(71);
    expect(breakLines(line + line, 745.51, () => 10.5)).toEqual([line, line]);
    expect(breakLines(line, 10.5 * 71, () => 10.5)).toEqual([line]);
    expect(breakLines('绩'.repeat(710), 0.1 * 71, () => 0.1)).toHaveLength(10);
  });

  it('passes over 30,000 marks, words and spaces once each', () => {
    for (const piece of ['。', '（', '，“', 'a', '9', ' ', '中 ，', '\u0301', '9万元', '…—']) {
      let calls = 0;
      const text = piece.repeat(30_000 / piece.length);
      const lines = breakLines(text, 71, (codePoint) => {
        calls += 1;
        return advance(codePoint);
      });
      expect(calls).toBe([...text].length);
      expect(lines.join('').replaceAll(' ', '')).toBe(text.replaceAll(' ', ''));
    }
  });
});

const character = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...'项目支出绩效目标万元次年') },
  { weight: 2, arbitrary: fc.constantFrom(...'，。、；：！？）》〉】〕」』”’％%…—·～,.;:!?)]}') },
  { weight: 2, arbitrary: fc.constantFrom(...'（《〈【〔「『“‘([{') },
  { weight: 3, arbitrary: fc.constantFrom(...'0123456789≥≤=±+-abcXYZ /*') },
  { weight: 1, arbitrary: fc.constantFrom('𬱖', '\ufe00', '\u{e0101}', '\u0301', '\u200d', '\u00a0', 'é', ' ', '　') },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }) },
);
const anyText = fc.array(character, { maxLength: 120 }).map((parts) => parts.join('').replace(/[\r\n]/g, ''));
const anyWidth = fc.integer({ min: 1, max: 40 }).map((halves) => halves / 2);

describe('whatever the text', () => {
  it('loses nothing but spaces at the ends of lines', () => {
    fc.assert(
      fc.property(anyText, anyWidth, (text, width) => {
        let offset = 0;
        for (const line of breakLines(text, width, advance)) {
          expect(text.slice(offset, offset + line.length)).toBe(line);
          offset += line.length;
          while (text[offset] === ' ') offset += 1;
        }
        expect(offset).toBe(text.length);
      }),
      { numRuns: 500 },
    );
  });

  it('fits, or is a single code point', () => {
    fc.assert(
      fc.property(anyText, anyWidth, (text, width) => {
        for (const line of breakLines(text, width, advance)) {
          if ([...line].length > 1) expect(widthOf(line)).toBeLessThanOrEqual(width);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('obeys 禁则 wherever a line holds a place that does', () => {
    const noStart = /^[，。、；：！？）》〉】〕」』”’％%…—·～,.;:!?)\]}]/u;
    const noEnd = /[（《〈【〔「『“‘([{]$/u;
    const ideographs = fc.constantFrom(...'项目支出绩效');
    // Pieces of at most four, so that ten always hold a good place to break.
    const piece = fc
      .tuple(fc.constantFrom('', '《', '“（'), ideographs, fc.constantFrom('', '，', '》。', '％', '……'))
      .map((parts) => parts.join(''));
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), fc.integer({ min: 10, max: 30 }), (pieces, width) => {
        const lines = breakLines(pieces.join(''), width, advance);
        for (const line of lines) {
          expect(line).not.toMatch(noStart);
          expect(line).not.toMatch(noEnd);
        }
      }),
      { numRuns: 500 },
    );
  });
});
