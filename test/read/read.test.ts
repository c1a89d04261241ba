import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import type { Outcome, Place } from '../../src/base/finding.js';
import { decode } from '../../src/read/decode.js';
import type { Parsed } from '../../src/read/parsed.js';
import { read } from '../../src/read/read.js';

const reading = (text: string) => read({ path: 'x.yaml', text });

function parsed(text: string): Parsed {
  const { value, findings } = reading(text);
  if (!value) throw new Error(findings.map(({ message }) => message.zh).join('\n'));
  return value;
}

const valueAt = (text: string) => parsed(text).value;
const rules = ({ findings }: Outcome<Parsed>) => findings.map(({ rule }) => rule);
const passage = (text: string, place: Place) => text.slice(place.start, place.end);

describe('every scalar keeps its text', () => {
  it.each([
    ['项目编码: 440313230031500605004', '440313230031500605004'],
    ['是否: no', 'no'],
    ['是否: 否', '否'],
    ['数: 1.10', '1.10'],
    ['数: 0x1F', '0x1F'],
    ['数: 2,425,500.00', '2,425,500.00'],
    ['日: 2024-01-01', '2024-01-01'],
    ['空: ~', '~'],
    ['空: null', 'null'],
    ['空:', ''],
    ["引: ''", ''],
    ["引: 'a''b'", "a'b"],
    ['引: "a\\"\\u5de5\\n"', 'a"工\n'],
    ['值: ≥9场次', '≥9场次'],
    ['值: a#b', 'a#b'],
    ['值: https://x.cn/a:b', 'https://x.cn/a:b'],
    ['文: |\n  一\n    二\n\n  三\n', '一\n  二\n\n三'],
    ['文: |-\n  一\n', '一'],
    ['文: |+\n  一\n\n', '一\n'],
    ['文: |\r\n  一\r\n  二\r\n', '一\n二'],
    ['文: >\n  one\n  two\n\n  three\n', 'one two\nthree'],
  ])('%j', (text, value) => {
    expect(Object.values(valueAt(text))).toEqual([value]);
  });

  it('wrapped Chinese text has no space at the line break; other text has one', () => {
    expect(valueAt('a: 全年开展\n  活动，\n  不少于\n  9 次\n  或 nine\n  times\n')).toEqual({
      a: '全年开展活动，不少于 9 次或 nine times',
    });
    expect(valueAt('a: "深汕\n  党发"\nb: \'深工\n\n  〔2024〕\'\nc: >\n  区\n  总\n')).toEqual({
      a: '深汕党发',
      b: '深工\n〔2024〕',
      c: '区总',
    });
    expect(rules(reading('a: one\n  two\n'))).toEqual([]);
  });

  it('keys keep their order, and __proto__ is a key like any other', () => {
    const value = valueAt('b: 1\n__proto__: 2\nconstructor: 3\na: 4\n<<: 5\n');
    expect(Object.entries(value)).toEqual([
      ['b', '1'],
      ['__proto__', '2'],
      ['constructor', '3'],
      ['a', '4'],
      ['<<', '5'],
    ]);
    expect(Object.getPrototypeOf(value)).toBeNull();
  });

  it('a byte order mark, CRLF and one --- on top are fine', () => {
    expect(reading('\ufeff# 注\r\n---\r\na: 一\r\nb:\r\n  - 二\r\n').findings).toEqual([]);
    expect(valueAt('\ufeff---\r\na: 一\r\nb:\r\n  - 二\r\n')).toEqual({ a: '一', b: ['二'] });
  });

  it('reads what the library reads, where no Chinese text is wrapped', () => {
    const word = fc.stringMatching(/^[a-z]["'\\a-z:#>|-]{0,5}$/);
    const gap = fc.constantFrom(' ', '  ', '\n  ', '\n\n   ', ' \n  ', '\r\n  ');
    const words = fc.array(fc.tuple(word, gap), { minLength: 1, maxLength: 6 });
    const style = fc.constantFrom(['', ''], ['"', '"'], ["'", "'"], ['|\n  ', '\n'], ['>\n  ', '\n'], ['>-\n  ', '']);
    fc.assert(
      fc.property(words, style, (list, [open, close]) => {
        const text = `a: ${open}${list.flat().join('').trimEnd()}${close}\n`;
        const { value } = reading(text);
        if (!value) return;
        const expected: unknown = parse(text, { schema: 'failsafe' });
        expect(value.value).toEqual({ a: String((expected as { a: string }).a).replace(/\n$/, '') });
      }),
      { numRuns: 500 },
    );
  });
});

describe('characters that a YAML file in git cannot show', () => {
  it('half a character', () => {
    expect(rules(reading('a: x\ud842y\n'))).toEqual(['yaml/lone-surrogate']);
  });

  it('an escape in quotes does not reach the terminal through a message', () => {
    const { findings } = reading('"\\x1b[2J": 1\n"\\x1b[2J": 2\n');
    expect(findings.map(({ message }) => message.zh)).toContain('键“<U+001B>[2J”在同一层写了两次');
  });

  it('line breaks of old, each line still in its place', () => {
    const { findings } = reading('a: 1\rb: &x 2\rc: 3');
    expect(findings.map(({ rule, place }) => `${place?.line}:${place?.column} ${rule}`)).toEqual([
      '1:5 yaml/carriage-return',
      '2:4 yaml/anchor',
    ]);
  });

  it('a text too long for a cell of a workbook', () => {
    const outcome = reading(`a: ${'长'.repeat(32_768)}\n`);
    expect(outcome.findings.map(({ message }) => message.zh)).toEqual([
      '文字有 32768 个字符，超过 Excel 单元格的上限 32767 个',
    ]);
    expect(outcome.value).toBeNull();
    expect(reading(`a: ${'长'.repeat(32_767)}\n`).findings).toEqual([]);
  });
});

describe('places', () => {
  const text = '甲:\n  乙:\n    - 丙: 一\n      丁:\n  a/b: "二"\n';
  const at = (pointer: string, part?: 'value' | 'key') => {
    const place = parsed(text).placeOf(pointer, part);
    return `${place.line}:${place.column} ${JSON.stringify(passage(text, place))}`;
  };

  it('of values and of keys', () => {
    expect(at('/甲/乙/0/丙')).toBe('3:10 "一"');
    expect(at('/甲/乙/0/丙', 'key')).toBe('3:7 "丙"');
    expect(at('/甲/a~1b')).toBe('5:8 "\\"二\\""');
    expect(at('/甲/乙/0')).toBe('3:7 "丙: 一\\n      丁:"');
    expect(at('/甲/乙')).toBe('3:5 "- 丙: 一\\n      丁:"');
    expect(at('/甲/乙/0/丁')).toBe('4:9 ""');
  });

  it('of what is missing: the nearest that is there, by its name', () => {
    expect(at('/甲/乙/1/丙')).toBe('2:3 "乙"');
    expect(at('/甲/乙/0/戊/己')).toBe('3:7 "丙: 一\\n      丁:"');
    expect(at('/甲/丙', 'key')).toBe('1:1 "甲"');
    expect(at('/庚')).toBe('1:1 ""');
  });
});

describe('places within a value', () => {
  const within = (text: string, from: number, to: number) => {
    const place = parsed(text).placeWithin('/a', from, to);
    return passage(text, place);
  };

  it.each([
    ['plain', 'a: 一二三四\n', 1, 3, '二三'],
    ['single-quoted', "a: '一''二三'\n", 1, 3, "''二"],
    ['double-quoted', 'a: "一\\n\\u4e8c三"\n', 1, 4, '\\n\\u4e8c三'],
    ['within escapes of two units', 'a: "\\U00020BB7吉"\n', 2, 3, '吉'],
    ['literal', 'a: |\n  一二\n\n  三四\n', 4, 6, '三四'],
    ['literal with an indent of its own', 'a: |2\n    一二\n  三\n', 2, 4, '一二'],
    ['literal with CRLF', 'a: |\r\n  一二\r\n  三四\r\n', 3, 4, '三'],
    ['folded', 'a: >\n  one two\n  three\n', 8, 13, 'three'],
    ['folded Chinese', 'a: >\n  一二\n  三四\n', 2, 4, '三四'],
    ['wrapped', 'a: 一二\n  三四\n', 2, 4, '三四'],
    ['wrapped over a fold', 'a: 一二\n  三四\n', 1, 3, '二\n  三'],
    ['wrapped in quotes', 'a: "一二 \\\n  三四"\n', 3, 5, '三四'],
    ['an empty range', 'a: 一二三\n', 2, 2, ''],
    ['past the end', 'a: 一二三\n', 1, 99, '二三'],
  ])('%s', (_, text, from, to, expected) => {
    expect(within(text, from, to)).toBe(expected);
  });

  it('of a mapping or of what is missing: the place of the whole', () => {
    const file = parsed('a:\n  b: 1\n');
    expect(file.placeWithin('/a', 0, 1)).toEqual(file.placeOf('/a'));
    expect(file.placeWithin('/c', 0, 1)).toEqual(file.placeOf('/c'));
  });

  it('every character of a value, written in any of the ways without a fold, is found where it stands', () => {
    const unit = fc.constantFrom('甲', 'b', "'", '"', '\\', '𠮷', '：');
    fc.assert(
      fc.property(fc.string({ unit, minLength: 1, maxLength: 12 }), fc.nat(12), (value, position) => {
        const characters = Array.from(value);
        const before = characters.slice(0, position % characters.length).join('');
        const character = characters[before === '' ? 0 : Array.from(before).length] ?? '';
        const written = [
          [`a: x${value}\n`, 1],
          [`a: '${value.replaceAll("'", "''")}'\n`, 0],
          [`a: ${JSON.stringify(value)}\n`, 0],
          [`a: |\n  ${value}\n`, 0],
        ] as const;
        for (const [text, shift] of written) {
          const from = before.length + shift;
          const found = within(text, from, from + character.length);
          expect([character, `''`, JSON.stringify(character).slice(1, -1)]).toContain(found);
        }
      }),
    );
  });
});

describe('never throws, never takes long', () => {
  const endsIn = (text: string) => [...new Set(rules(reading(text)))];

  it.each([
    ['5,000 levels of brackets', '['.repeat(5000), ['yaml/too-deep']],
    ['5,000 levels of braces', `${'{a: '.repeat(5000)}`, ['yaml/too-deep']],
    ['5,000 levels of dashes', `a: \n  ${'- '.repeat(5000)}x`, ['yaml/too-deep']],
    [
      '3,000 levels of indent',
      Array.from({ length: 3000 }, (_, n) => `${' '.repeat(n)}a:`).join('\n'),
      ['yaml/too-deep'],
    ],
    ['5 MB of brackets', '['.repeat(5_000_000), ['yaml/too-deep']],
    ['5 MB of commas', `a: [${','.repeat(5_000_000)}`, ['yaml/too-large']],
    ['5 MB of dashes', '-\n'.repeat(2_500_000), ['yaml/too-large']],
    ['5 MB of spaces', `a: x${' '.repeat(5_000_000)}y`, ['yaml/text-too-long']],
    ['5 MB of blank lines', '\n'.repeat(5_000_000), ['yaml/too-large']],
    ['5 MB of tabs', `a: x${'\ty'.repeat(2_500_000)}`, ['yaml/text-too-long', 'yaml/tab']],
    [
      '5 MB of control characters',
      '\x01'.repeat(5_000_000),
      ['yaml/control-character', 'yaml/not-a-mapping', 'yaml/text-too-long'],
    ],
    ['5 MB of quotes', 'a: "'.repeat(1_250_000), undefined],
    ['5 MB of backslashes', `a: "${'\\'.repeat(5_000_000)}`, undefined],
    ['blank lines and comments', `a:\n${'\n'.repeat(900)}${' #\n'.repeat(150_000)}`, []],
    ['more than 10 MB', 'x'.repeat(10_500_000), ['yaml/too-large']],
  ])('%s', (_, text, expected) => {
    const found = endsIn(text);
    if (expected) expect(found.toSorted()).toEqual(expected.toSorted());
    else expect(found.length).toBeGreaterThan(0);
  });

  it('a thousand line breaks in a row are too many, wherever they stand and with blanks among them', () => {
    for (const before of [0, 1, 498, 499, 993, 994, 995, 1994, 2500]) {
      for (const blank of ['\n', ' \n', '\r\n']) {
        const text = (breaks: number) => `# ${'x'.repeat(before)}\n\na: 1${blank.repeat(breaks)}b: 2\n`;
        expect(rules(reading(text(999))), `${before}`).toEqual([]);
        expect(rules(reading(text(1000))), `${before}`).toEqual(['yaml/too-large']);
      }
    }
    const { findings } = reading(`a: 1\n${'\n'.repeat(3000)}b: 2${' '.repeat(3000)}\n`);
    expect(findings.map(({ place }) => place?.start)).toEqual([3005]);
  });

  it('an alias is never read as nothing, wherever it stands', () => {
    for (const text of [
      'a: {*b : 1}\n',
      '{*b: 1}\n',
      '*b : 1\n',
      '- *b: 1\n',
      'a: [*b]\n',
      '? *b\n: 1\n',
      '**b: 1\n',
    ]) {
      expect(rules(reading(text)), text).toContain('yaml/alias');
    }
  });

  it('an alias bomb is told at each alias, and grows into nothing', () => {
    const lines = Array.from({ length: 30 }, (_, n) => `a${n + 1}: &x${n + 1} [${`*x${n}, `.repeat(9)}]`);
    const { value, findings } = reading(`a0: &x0 哈\n${lines.join('\n')}\n`);
    expect(value).toBeNull();
    expect(new Set(findings.map(({ rule }) => rule))).toEqual(new Set(['yaml/anchor', 'yaml/alias']));
  });

  it('20,000 items are read', () => {
    const items = Array.from({ length: 20_000 }, (_, n) => `  - 名称: 第${n}项\n    指标值: ≥${n}\n`).join('');
    const value = valueAt(`数量指标:\n${items}`);
    expect(value).toMatchObject({ 数量指标: { length: 20_000, 19999: { 名称: '第19999项' } } });
  });

  it('lists a hundred of a kind and says how many more there are', () => {
    const { findings } = reading(`a: |\n${'  x\ty\n'.repeat(150)}`);
    expect(findings).toHaveLength(101);
    expect(findings.at(-1)?.message.zh).toBe('还有 50 处同样的问题，没有一一列出');
  });

  const bits = [
    'a: ',
    '项目：',
    '- ',
    '\n',
    '\n  ',
    '\t',
    '　',
    '"',
    "'",
    '|',
    '>',
    '[',
    ']',
    '{',
    '}',
    '&x ',
    '*x ',
    '!t ',
  ];
  const more = [
    ' #',
    '# ',
    '%',
    '---\n',
    '...\n',
    '? ',
    ': ',
    ',',
    '\\',
    '\\u202e',
    '\u200b',
    '\x1b',
    '\ud842',
    '\r',
    '值',
  ];

  it('whatever the text is, each finding has its place in it, and what is read came without an error', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...bits, ...more), maxLength: 40 }), (text) => {
        const { value, findings } = reading(text);
        expect(value === null).toBe(findings.some(({ level }) => level === 'error'));
        for (const { place, cure, message, advice } of findings) {
          expect(place?.start).toBeGreaterThanOrEqual(0);
          expect(place?.end).toBeGreaterThanOrEqual(place?.start ?? 0);
          expect(place?.end).toBeLessThanOrEqual(text.length);
          if (cure) expect(cure.end).toBeLessThanOrEqual(text.length);
          expect(message.zh).toMatch(/\p{sc=Han}/u);
          expect(advice?.zh).toMatch(/。$/);
        }
      }),
      { numRuns: 3000 },
    );
  });

  it('what the library finds wrong is never read', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...bits, ...more), maxLength: 25 }), (text) => {
        const { value } = reading(text);
        if (value) expect(() => parse(text, { schema: 'failsafe' })).not.toThrow();
      }),
      { numRuns: 3000 },
    );
  });

  it('whatever the bytes are', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
        const { value } = decode('x.yaml', bytes);
        if (value) expect(read(value).findings.every(({ place }) => place?.file === 'x.yaml')).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });
});
