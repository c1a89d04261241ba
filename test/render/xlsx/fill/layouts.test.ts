// What blocks of rows become, and how a draft is marked: seen in the sheet's own XML.
import { describe, expect, it } from 'vitest';
import { excelPart, excelParts, excelWorkbook, oneSheet, partsOf } from './excel-workbook.js';
import { filled, withIndicators } from './filling.js';

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const form = 'xl/worksheets/sheet1.xml';

/** A workbook of one sheet whose cells hold their texts themselves; `after` is what stands behind the rows. */
function simple(rows: Readonly<Record<number, string>>, after = ''): Uint8Array {
  const data = Object.entries(rows).map(([row, cells]) => `<row r="${row}">${cells}</row>`);
  return oneSheet(`<sheetData>${data.join('')}</sheetData>${after}`);
}

const text = (name: string, value: string) => `<c r="${name}" t="inlineStr"><is><t>${value}</t></is></c>`;

/** `A3=甲 B3=…`, a line a row; a formula after `=`. */
function rowsOf(bytes: Uint8Array): readonly string[] {
  const xml = partsOf(bytes).get(form) ?? '';
  return [...xml.matchAll(/<row r="(\d+)"[^>]*>(.*?)<\/row>/g)].map(([, row, cells = '']) => {
    const shown = [...cells.matchAll(/<c r="(\w+)"[^>]*?(?:\/>|>(.*?)<\/c>)/g)].map(([, name, inner = '']) => {
      const formula = /<f[^>]*>(.*?)<\/f>/.exec(inner)?.[1];
      return `${name}=${formula === undefined ? inner.replace(/<[^>]*>/g, '') : `=${formula}`}`;
    });
    return `${row}: ${shown.join(' ')}`;
  });
}

const two = { ...withIndicators(1), 政策依据: ['甲', '乙'] };

describe('a block of rows', () => {
  it('is repeated whole, with what it merges and calculates in each round', () => {
    const bytes = filled(
      simple(
        {
          2: text('A2', '{{#each 政策依据}}{{@number}}') + text('B2', '{{this}}'),
          4: `<c r="A4"><f>LEN(B2)</f></c><c r="B4"><f>SUM(A$4:A4)</f></c>${text('C4', '{{/each}}')}`,
          5: '<c r="A5"><f>SUM(A4:A4)+SUM(A2:A4)</f></c>',
        },
        '<mergeCells count="1"><mergeCell ref="A2:A3"/></mergeCells>',
      ),
      two,
    );
    expect(rowsOf(bytes)).toEqual([
      '2: A2=1 B2=甲',
      '4: A4==LEN(B2) B4==SUM(A$4:A4) C4=',
      '5: A5=2 B5=乙',
      '7: A7==LEN(B5) B7==SUM(A$4:A7) C7=',
      '8: A8==SUM(A4:A7)+SUM(A2:A7)',
    ]);
    expect(partsOf(bytes).get(form)).toContain(
      '<mergeCells count="2"><mergeCell ref="A2:A3"/><mergeCell ref="A5:A6"/>',
    );
  });

  it('may hold another: sums of each group, and of all', () => {
    const bytes = filled(
      simple({
        2:
          text('A2', '{{#each 绩效指标}}{{@label}}') +
          '<c r="B2"><f>COUNTA(B3:B3)</f></c><c r="C2"><f>B2/SUM(B$2:B$2)</f></c>',
        3: `${text('A3', '{{#each this}}{{@../label}}') + text('B3', '{{名称}}{{/each}}')}<c r="C3"><f>B$2</f></c>`,
        4: text('A4', '完{{/each}}'),
        5: '<c r="B5"><f>COUNTA(B3:B3)</f></c>',
      }),
      withIndicators(2),
    );
    const rows = rowsOf(bytes);
    expect(rows[0]).toBe('2: A2=产出指标 B2==COUNTA(B3:B7) C2==B2/SUM(B$2:B$15)');
    expect(rows.slice(1, 3)).toEqual(['3: A3=数量指标 B3=指标1 C3==B$2', '4: A4=数量指标 B4=指标2 C4==B$2']);
    expect(rows[6]).toBe('8: A8=完');
    expect(rows[7]).toBe('9: A9=效益指标 B9==COUNTA(B10:B13) C9==B9/SUM(B$2:B$15)');
    expect(rows[8]).toContain('C10==B$9');
    expect(rows.at(-1)).toBe('19: B19==COUNTA(B3:B17)');
  });

  it('stands once, empty, where the list has no item', () => {
    const bytes = filled(
      simple({ 2: text('A2', '{{#each 政策依据}}{{@number}}') + text('B2', '{{this}}{{/each}}'), 3: text('A3', '甲') }),
      { ...two, 政策依据: [] },
    );
    expect(rowsOf(bytes)).toEqual(['2: A2= B2=', '3: A3=甲']);
  });

  it('stretches what is merged over it, whose text stands in the first row alone', () => {
    const bytes = filled(
      simple(
        {
          2: text('A2', '依据') + text('B2', '{{#each 政策依据}}{{@number}}') + text('C2', '{{this}}{{/each}}'),
          3: text('B3', '备注'),
        },
        '<mergeCells count="2"><mergeCell ref="A2:A3"/><mergeCell ref="D1:D4"/></mergeCells>',
      ),
      two,
    );
    expect(rowsOf(bytes)).toEqual(['2: A2=依据 B2=1 C2=甲', '3: A3= B3=2 C3=乙', '4: B4=备注']);
    expect(partsOf(bytes).get(form)).toContain('<mergeCell ref="A2:A4"/><mergeCell ref="D1:D5"/>');
  });

  it('leaves the last row of all where it is, as LibreOffice writes it', () => {
    const bytes = filled(
      simple({
        2: text('A2', '{{#each 政策依据}}{{@number}}') + text('B2', '{{this}}{{/each}}'),
        1048575: '',
        1048576: '',
      }),
      two,
    );
    expect(rowsOf(bytes)).toEqual(['2: A2=1 B2=甲', '3: A3=2 B3=乙', '1048576: ']);
  });
});

describe('values', () => {
  it.each([
    ['an amount alone is a number', '{{本年度项目金额}}', '<c r="A2" s="2"><v>2425500</v></c>', 2],
    ['an amount beside words is text', '{{本年度项目金额}}元', '2,425,500.00元', 2],
    ['an amount in a cell of texts is text', '{{本年度项目金额}}', '<t>2,425,500.00</t>', 3],
    ['a code is text', '{{项目编码}}', '<t>440313230031500605004</t>', 0],
    ['what looks like a formula is text', '{{项目名称}}', '<c r="A2" s="0" t="inlineStr"><is><t>=1+1</t></is></c>', 0],
    ['lines are parted', '{{年度目标}}', '<t xml:space="preserve">一\n二</t>', 0],
    ['what Excel takes for a character is guarded', '{{申请单位}}', '<t>_x005F_x0041_&amp;&lt;</t>', 0],
    ['an empty field leaves its cell', '{{长期目标}}', '<c r="A2" s="1"/>', 1],
  ])('%s', (_, placeholder, expected, style) => {
    const cell = text('A2', placeholder).replace('r="A2"', `r="A2" s="${style}"`);
    const values = { ...two, 项目名称: '=1+1', 年度目标: '一\n二', 申请单位: '_x0041_&<', 长期目标: '' };
    expect(partsOf(filled(simple({ 2: cell }), values)).get(form)).toContain(expected);
  });

  it('attributes may stand in either kind of quotes, also where a sheet’s name needs its own', () => {
    const single = (xml: string) => xml.replace(/<[^>]*>/g, (tag) => tag.replaceAll('"', "'"));
    const named = (xml: string) =>
      xml.replaceAll('申报表!', '&apos;申报 表&apos;!').replaceAll('"申报表"', '"申报 表"');
    const names = [
      'xl/workbook.xml',
      form,
      'xl/worksheets/sheet3.xml',
      'xl/drawings/drawing1.xml',
      'xl/charts/chart1.xml',
    ];
    const quoted = names.map((name) => [name, single(named(excelParts[name] ?? ''))]);
    const made = partsOf(filled(excelWorkbook(Object.fromEntries(quoted)), withIndicators(2)));
    expect(made.get(form)).toContain(`<c r="B2" s='3' t="s">`);
    expect(made.get(form)).toContain(`<hyperlink ref='C9' location='&apos;申报 表&apos;!A21' display='去'/>`);
    expect(made.get('xl/drawings/drawing1.xml')).toContain(`textlink='&apos;申报 表&apos;!$A$21'`);
    expect(made.get('xl/worksheets/sheet3.xml')).toContain("<f>SUM('申报 表'!F9:F19)</f>");
  });

  it('a text that a program wrote as if it were calculated is filled like any other', () => {
    const cells = '<c r="A2" s="3" t="str"><v>{{项目编码}} &amp; {{年度}}</v></c><c r="B2" t="str"><v>甲</v></c>';
    const made = partsOf(filled(simple({ 2: cells }), two)).get(form);
    expect(made).toContain('<c r="A2" s="3" t="inlineStr"><is><t>440313230031500605004 &amp; 2025</t></is></c>');
    expect(made).toContain('<c r="B2" t="str"><v>甲</v></c>');
  });

  it('names of elements keep the prefix that the file gives them', () => {
    const sheet = `<x:worksheet xmlns:x="${main}"><x:sheetData><x:row r="1"><x:c r="A1" t="s"><x:v>2</x:v></x:c><x:c r="B1" t="inlineStr"><x:is><x:t>{{年度}}</x:t></x:is></x:c></x:row></x:sheetData></x:worksheet>`;
    const strings = (excelParts['xl/sharedStrings.xml'] ?? '')
      .replaceAll(/<(\/?)(?=(?:sst|si|t|r|rPr|b|phoneticPr)[\s/>])/g, '<$1x:')
      .replace('xmlns=', 'xmlns:x=');
    const workbook = (excelParts['xl/workbook.xml'] ?? '').replace(/<definedNames>.*<\/definedNames>/, '');
    const made = partsOf(
      filled(excelWorkbook({ [form]: sheet, 'xl/sharedStrings.xml': strings, 'xl/workbook.xml': workbook })),
    );
    expect(made.get(form)).toContain(
      '<x:c r="A1" t="s"><x:v>2</x:v></x:c><x:c r="B1" t="inlineStr"><x:is><x:t>2025</x:t></x:is></x:c>',
    );
    expect(made.get('xl/sharedStrings.xml')).toContain('<x:si><x:t>440313230031500605004</x:t></x:si>');
  });

  it('without formulas the workbook’s own part stays as it is', () => {
    const before = simple({ 2: text('A2', '{{项目编码}}') });
    const none = {
      ...Object.fromEntries(partsOf(before)),
      'xl/worksheets/sheet2.xml': `<worksheet xmlns="${main}"><sheetData/></worksheet>`,
    };
    const after = partsOf(filled(excelWorkbook({ ...none, 'xl/worksheets/_rels/sheet1.xml.rels': null }), two));
    expect(after.get('xl/workbook.xml')).toBe(none['xl/workbook.xml' as keyof typeof none]);
    expect(after.has('xl/calcChain.xml')).toBe(true);
  });
});

describe('a draft', () => {
  const draft = (changes: Readonly<Record<string, string>> = {}) =>
    partsOf(filled(excelWorkbook(changes), withIndicators(1), { draft: true }));

  it('is marked behind the first text of the sheet and at the head of its pages', () => {
    const made = draft();
    expect(made.get('xl/sharedStrings.xml')).toContain('<si><t>二级项目支出绩效目标申报表（草稿）</t></si>');
    expect(made.get(form)).toContain(
      '<headerFooter><oddHeader>&amp;L机密&amp;C&amp;14&amp;KC00000草稿　&amp;R第&amp;P页</oddHeader></headerFooter>',
    );
    expect(made.get('xl/worksheets/sheet2.xml')).toBe(excelParts['xl/worksheets/sheet2.xml']);
  });

  it.each([
    [
      '<headerFooter><oddHeader>&amp;L机密&amp;R第&amp;P页</oddHeader></headerFooter>',
      '',
      '<headerFooter><oddHeader>&amp;C&amp;14&amp;KC00000草稿　</oddHeader></headerFooter><rowBreaks',
    ],
    [
      '<oddHeader>&amp;L机密&amp;R第&amp;P页</oddHeader>',
      '<oddFooter>&amp;P</oddFooter>',
      '<headerFooter><oddHeader>&amp;C&amp;14&amp;KC00000草稿　</oddHeader><oddFooter>&amp;P</oddFooter></headerFooter>',
    ],
    [
      '<oddHeader>&amp;L机密&amp;R第&amp;P页</oddHeader>',
      '<oddHeader>甲&amp;&amp;乙</oddHeader>',
      '<oddHeader>&amp;C&amp;14&amp;KC00000草稿　甲&amp;&amp;乙</oddHeader>',
    ],
    [
      '<headerFooter><oddHeader>&amp;L机密&amp;R第&amp;P页</oddHeader>',
      '<headerFooter differentFirst="1"><oddHeader>&amp;C甲</oddHeader>',
      '<headerFooter differentFirst="1"><oddHeader>&amp;C&amp;14&amp;KC00000草稿　甲</oddHeader><firstHeader>&amp;C&amp;14&amp;KC00000草稿　</firstHeader></headerFooter>',
    ],
  ])('whatever its pages have there: %s', (passage, replacement, expected) => {
    expect(draft(excelPart(form, passage, replacement)).get(form)).toContain(expected);
  });

  it('keeps the looks of a title of several', () => {
    const title = '<si><r><t>申报</t></r><r><rPr><b/></rPr><t>表</t></r></si>';
    const strings = excelPart('xl/sharedStrings.xml', '<si><t>二级项目支出绩效目标申报表</t></si>', title);
    expect(draft(strings).get('xl/sharedStrings.xml')).toContain(
      '<si><r><t>申报</t></r><r><rPr><b/></rPr><t>表</t></r><r><rPr><b/></rPr><t>（草稿）</t></r></si>',
    );
  });
});
