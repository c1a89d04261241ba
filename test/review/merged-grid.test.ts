// Two forms as one with tracked changes: small forms written out, and laws over forms and declarations edited at random.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Composed } from '../../src/compose/compose.js';
import type { Grid, Mark, Row } from '../../src/compose/grid.js';
import { mergeForms } from '../../src/review/merged-grid.js';
import { sampleText } from '../support/forms.js';
import { gansuText } from '../support/gansu.js';
import { edits } from './edits.js';
import { printForms } from './printed-forms.js';
import { changedText } from './sample-change.js';
import { anyForms, form, formOf, label, moving, row, show, table, value } from './small-forms.js';

type Moves = Readonly<Record<string, string | null>>;
const merged = (before: Composed, after: Composed, moves: Moves = {}) =>
  show(mergeForms(before, after, moving(moves)).grid);

describe('a text', () => {
  it.each([
    ['its words are marked that changed', '全年不少于9次', '全年不少于12次', '全年不少于[-9-]{+12+}次'],
    ['one that came', '', '新写的', '{+新写的+}'],
    ['one of two lines that came where there was none', '', '一\n二', '{+一+}⏎{+二+}'],
    ['one that went', '原有的', '', '[-原有的-]'],
    ['a line that came', '一\n三', '一\n二\n三', '一⏎{+二+}⏎三'],
    ['a line that went', '一\n二\n三', '一\n三', '一⏎[-二-]⏎三'],
    ['an empty line that came', '一\n二', '一\n\n二', '一⏎{++}⏎二'],
    ['a line that was edited', '一是开展活动\n二是培训', '一是开展大型活动\n二是培训', '一是开展{+大型+}活动⏎二是培训'],
    ['one of which no line stays is written over', '甲\n乙', '丙\n丁', '[-甲-]⏎[-乙-]{+丙+}⏎{+丁+}'],
    ['one line that became two', '甲', '乙\n丙', '[-甲-]{+乙+}⏎{+丙+}'],
  ])('%s', (_, before, after, shown) => {
    expect(merged(formOf(before), formOf(after))).toEqual([shown]);
  });

  it('an amount that is marked is a text, no number', () => {
    const amount = (text: string) => form(table([row(value('/a', text, { amount: { decimal: text } }))]));
    const [one] = mergeForms(amount('1.00'), amount('2.00'), (pointer) => pointer).grid.tables[0]?.rows ?? [];
    expect(one?.cells[0]?.amount).toBe(null);
  });
});

describe('a numbered list', () => {
  it('gets its new numbers where an item came', () => {
    expect(
      merged(formOf('1.会议\n2.培训'), formOf('1.会议\n2.比赛\n3.培训'), { '/a/0': '/a/0', '/a/1': '/a/2' }),
    ).toEqual(['1.会议⏎{+2.比赛+}⏎[-2-]{+3+}.培训']);
  });

  it('knows an item by what it is, whatever it is called now', () => {
    expect(merged(formOf('1.会议\n2.培训（1万）'), formOf('1.会议\n2.外出学习'))).toEqual([
      '1.会议⏎2.[-培训（1万）-]{+外出学习+}',
    ]);
  });

  it('takes an item that is gone for no other', () => {
    expect(merged(formOf('1.会议\n2.培训（1万）'), formOf('1.会议\n2.培训（2万）'), { '/a/1': null })).toEqual([
      '1.会议⏎[-2.培训（1万）-]⏎{+2.培训（2万）+}',
    ]);
  });

  it('shows an item that moved as gone there and new here', () => {
    expect(
      merged(formOf('1.甲\n2.乙\n3.丙'), formOf('1.丙\n2.甲\n3.乙'), {
        '/a/0': '/a/1',
        '/a/1': '/a/2',
        '/a/2': '/a/0',
      }),
    ).toEqual(['{+1.丙+}⏎[-1-]{+2+}.甲⏎[-2-]{+3+}.乙⏎[-3.丙-]']);
  });

  it('is not read into a decimal: 3.5万', () => {
    expect(merged(formOf('1.甲\n3.5万元'), formOf('1.甲\n3.8万元'), { '/a/0': null })).toEqual([
      '1.甲⏎[-3.5-]{+3.8+}万元',
    ]);
  });
});

describe('rows', () => {
  const rows = (...all: readonly (readonly [string, string])[]) =>
    form(table(all.map(([field, text]) => row(label('指标'), value(field, text)))));

  it('that show the same item belong together, wherever it stands now', () => {
    expect(
      merged(
        rows(['/l/0', '合格率'], ['/l/1', '及时率']),
        rows(['/l/0', '覆盖率'], ['/l/1', '合格率（%）'], ['/l/2', '及时率']),
        {
          '/l/0': '/l/1',
          '/l/1': '/l/2',
        },
      ),
    ).toEqual(['+ {+指标+} | {+覆盖率+}', '指标 | 合格率{+（%）+}', '指标 | 及时率']);
  });

  it('that moved are gone there and new here; the fewest move', () => {
    expect(
      merged(
        rows(['/l/0', '甲'], ['/l/1', '乙'], ['/l/2', '丙']),
        rows(['/l/0', '乙'], ['/l/1', '丙'], ['/l/2', '甲']),
        {
          '/l/0': '/l/2',
          '/l/1': '/l/0',
          '/l/2': '/l/1',
        },
      ),
    ).toEqual(['- [-指标-] | [-甲-]', '指标 | 乙', '指标 | 丙', '+ {+指标+} | {+甲+}']);
  });

  it('of labels belong together by what they say', () => {
    const labels = (...texts: readonly string[]) => form(table(texts.map((text) => row(label(text)))));
    expect(merged(labels('甲', '小计', '乙', '小计'), labels('丙', '小计', '甲', '小计', '乙', '小计'))).toEqual([
      '+ {+丙+}',
      '+ {+小计+}',
      '甲',
      '小计',
      '乙',
      '小计',
    ]);
  });

  it('that stand in place of a list become its first item, and its last item becomes one of them', () => {
    const two = (a: string, b: string, c: string, d: string) =>
      form(
        table([
          row(label('经济效益'), value('/e/0/x', a), value('/e/0/y', b)),
          row(label('社会效益'), value('/s/0/x', c), value('/s/0/y', d)),
        ]),
      );
    expect(
      merged(two('不适用', '不适用', '开放', '≥90%'), two('增收', '≥1万', '不适用', '不适用'), {
        '/e/0/x': null,
        '/e/0/y': null,
        '/s/0/x': null,
        '/s/0/y': null,
      }),
    ).toEqual([
      '经济效益 | [-不适用-]{+增收+} | [-不适用-]{+≥1万+}',
      '社会效益 | [-开放-]{+不适用+} | [-≥90%-]{+不适用+}',
    ]);
  });

  it('without text came and went as well', () => {
    const blank = form(table([row(label('甲')), row(label('')), row(label('乙'))]));
    const without = form(table([row(label('甲')), row(label('乙'))]));
    expect(merged(blank, without)).toEqual(['甲', '- [--]', '乙']);
    expect(merged(without, blank)).toEqual(['甲', '+ {++}', '乙']);
  });

  it('that hang together by a cell come and go together', () => {
    const group = (text: string, field: string) => [
      row(label(text, { rowspan: 2 }), value(`${field}/x`, '一')),
      row(value(`${field}/y`, '二')),
    ];
    expect(
      merged(form(table(group('甲', '/l/0'))), form(table([...group('乙', '/l/0'), ...group('甲', '/l/1')])), {
        '/l/0/x': '/l/1/x',
        '/l/0/y': '/l/1/y',
      }),
    ).toEqual(['+ {+乙+} | {+一+}', '+ {+二+}', '甲 | 一', '二']);
  });

  it('of another shape replace each other', () => {
    const narrow = form(table([row(label('甲'), value('/a', '一')), row(label('乙'), value('/b', '二'))]));
    const wide = form(table([row(label('甲'), value('/a', '一')), row(value('/b', '二', { colspan: 2 }))]));
    expect(merged(narrow, wide)).toEqual(['甲 | 一', '- [-乙-] | [-二-]', '+ {+二+}']);
  });
});

describe('tables', () => {
  it('keep their heads in front, whatever came and went', () => {
    const one = (head: string, ...texts: readonly string[]) =>
      form(table([row(label(head)), ...texts.map((text) => row(label(text)))], 1));
    expect(merged(one('旧', '甲'), one('新', '乙'))).toEqual(['- [-旧-]', '+ {+新+}', '===', '- [-甲-]', '+ {+乙+}']);
  });

  it('of other columns replace each other; those of as many belong together by what they show', () => {
    const a = table([row(label('甲'), value('/a', '一'))]);
    const b = table([row(label('乙'), value('/b', '二'))]);
    expect(merged(form(a, b), form(b))).toEqual(['- [-甲-] | [-一-]', '---', '乙 | 二']);
    expect(merged(form(a), form(table([row(value('/a', '一'))])))).toEqual(['- [-甲-] | [-一-]', '---', '+ {+一+}']);
  });
});

describe('the title', () => {
  it('is marked where it changed', () => {
    const titled = (title: string): Composed => ({ ...form(), grid: { ...form().grid, title } });
    expect(merged(titled('（2024年度）'), titled('（2025年度）'))).toEqual(['（[-2024-]{+2025+}年度）']);
  });
});

describe('the look', () => {
  it('is that of the new form; what only the old one has is kept for what is gone', () => {
    const { theme } = form();
    const [text, head] = [theme.styles.text, theme.styles.head];
    if (!text || !head) throw new Error('the sample’s theme has changed');
    const before = { ...form(), theme: { ...theme, styles: { text: head, old: text }, columns: { old: 1, full: 2 } } };
    const both = mergeForms(before, form(), () => null).theme;
    expect([both.styles.text, both.styles.old]).toEqual([text, text]);
    expect(mergeForms(form(), form(), () => null).theme).toBe(theme);
    expect([both.columns.full, both.columns.old]).toEqual([theme.columns.full, 1]);
  });
});

describe('the sample, handed in again', () => {
  it('says what changed and nothing else', async () => {
    const { before, after, toAfter } = await printForms(sampleText, changedText);
    const marked = show(mergeForms(before, after, toAfter).grid)
      .flatMap((line) => line.split('⏎'))
      .filter((line) => /[{[][+-]/.test(line));
    expect(marked).toMatchInlineSnapshot(`
      [
        "项目总金额（中期规划，元）： | 14,531,000.00 | 本年度项目金额（元）： | [-2,425,500.00-]{+2,545,500.00+}",
        "[-11.关于做好2024年职工乡村疗休养工作的通知-]",
        "[-12-]{+11+}.关于做好2025年度工会报刊订阅工作的通知",
        "[-13-]{+12+}.关于做好2024年职工防暑降温工作的通知",
        "[-14-]{+13+}.关于印发《深圳市第三届集体协商竞赛工作方案》的通知",
        "{+5.职工运动会（13.5万）：预计参赛300人，场地租赁5万、裁判劳务2.5万、器材和奖品6万。+}",
        "[-5-]{+6+}.文化大讲堂讲师差旅费（0.3万）：预计1位老师",
        "[-6-]{+7+}.会员活动（18万）：预计开展6场工会会员日（普惠活动）15万元、预计开展24场义剪活动3万。",
        "[-7-]{+8+}.课程采购（5.6万）：预计支付2024年瑜伽课程6000元，采购2025年5-6门常规性课程5万元。",
        "[-8-]{+9+}.内部思政引领活动（1万）：预计开展区总工会内部思政引领2-3场",
        "[-9-]{+10+}.2025年职工乡村疗休养活动（9万）；预计600元/人，覆盖约50人。",
        "[-10-]{+11+}.暑期托管班（12万）：预计1500元一人，覆盖约80人，共计12万{+，含午餐和保险+}。",
        "[-11-]{+12+}.区级劳模创新工作室工作经费（4万）：40000元（2个*20000元/个）。",
        "[-12-]{+13+}.职工服务中心课程70%尾款（10.5万）：书法培训课程4.2万，球类培训课程6.3万。",
        "[-13-]{+14+}.职工服务中心运营经费（27.3万）：2025年安保服务采购项目70%尾款（14万）；2026年安保服务采购项目30%预付款（6万）：景观绿植采购项目（1万）；办公用品采购（1万）；空调保养、清洗（1万）；设备设施维护、增加或更换（1.3万）;全年桶装水及瓶装水（3万）",
        "[-14-]{+15+}.区总工会暖蜂驿站（工会驿站）智能化升级改造（5万）：预计改造一家",
        "{+16.书籍采购（1万）+}",
        "[-15-]{+17+}.会议筹备保障服务（3万）",
        "[-16-]{+18+}.2025年财务软件续签(1.6万）",
        "[-17.集体协商赛前模拟训练（1.5万）-]",
        "[-18.书籍采购（1万）-]",
        "通过深入学习宣传贯彻习近平新时代中国特色社会主义思想，学习宣传全总十八大精神，依据深圳市总工会工作规划，依托区总工会职工服务中心{+和各暖蜂驿站+}，区总工会进一步完善工作计划执行工作，全年开展活动不少于[-9-]{+12+}次，{+举办一次职工运动会，+}确保区总工会职工服务中心全年对外开放服务率不低于[-90%-]{+85%+}，提升合作区会员对区总工会服务质量的满意度。",
        "产出指标 | *质量指标 | 活动完成合格率 | [-≥90%-]{+≥85%+} | 考察能否完成活动原定目标。活动完成合格率（%）=完成原定目标的活动/全年活动总场次*100%",
        "效益指标 | 经济效益指标 | [-不适用-]{+带动合作区体育消费+} | [-不适用-]{+≥30万元+} | [-不适用-]{+反映职工运动会对合作区体育用品和餐饮消费的带动+}",
      ]
    `);
  });
});

/** What is left of a form once the changes of one kind are carried out and those of the other taken back. */
function without(mark: Mark, { title, titleChanges, tables }: Grid) {
  const left = (rows: readonly Row[]) => rows.filter((one) => one.mark !== mark).map(plainRow(mark));
  return {
    title: titleChanges ? textWithout(mark, titleChanges) : title,
    tables: tables
      .map(({ rows, headRows }) => ({ head: left(rows.slice(0, headRows)), body: left(rows.slice(headRows)) }))
      .filter(({ head, body }) => head.length + body.length > 0),
  };
}

const textWithout = (gone: Mark | null, runs: Row['cells'][number]['paragraphs'][number]) =>
  runs
    .filter(({ mark }) => mark !== gone)
    .map(({ text }) => text)
    .join('');

const plainRow = (gone: Mark | null) => (one: Row) =>
  one.cells.map(({ paragraphs, colspan, rowspan }) => {
    const isGone = (paragraph: (typeof paragraphs)[number]) =>
      paragraph.length > 0 && paragraph.every(({ mark }) => mark === gone);
    const lines = paragraphs.filter((paragraph) => !isGone(paragraph)).map((paragraph) => textWithout(gone, paragraph));
    return { lines: lines.length === 0 ? [''] : lines, colspan, rowspan };
  });

const plain = ({ title, tables }: Grid) => ({
  title,
  tables: tables.map(({ rows, headRows }) => ({
    head: rows.slice(0, headRows).map(plainRow(null)),
    body: rows.slice(headRows).map(plainRow(null)),
  })),
});

function expectBoth(before: Composed, after: Composed, toAfter: (pointer: string) => string | null): void {
  const both = mergeForms(before, after, toAfter).grid;
  expect(without('deleted', both)).toEqual(plain(after.grid));
  expect(without('inserted', both)).toEqual(plain(before.grid));
  // A row that came or went is marked in all of its cells, and a row that stayed can be told from one.
  for (const { cells, mark } of both.tables.flatMap(({ rows }) => rows)) {
    const marks = new Set(cells.flatMap(({ paragraphs }) => paragraphs.flatMap((runs) => runs.map((run) => run.mark))));
    if (mark !== undefined) expect([...marks]).toEqual([mark]);
  }
}

describe('without what is new it is the form before, without what is gone the form after', () => {
  it('of forms at random', () => {
    fc.assert(
      fc.property(anyForms, ({ before, after, toAfter }) => expectBoth(before, after, toAfter)),
      { numRuns: 1000 },
    );
  });

  it.each([
    ['project-goal', sampleText],
    ['gansu-2023', gansuText],
  ])('of declarations edited at random: %s', async (_, text) => {
    await fc.assert(
      fc.asyncProperty(edits, edits, async (one, other) => {
        const { before, after, toAfter } = await printForms(one(text), other(text));
        expectBoth(before, after, toAfter);
      }),
      { numRuns: 60 },
    );
  });

  it('of one form and another', async () => {
    const { before, after, toAfter } = await printForms(sampleText, gansuText);
    expectBoth(before, after, toAfter);
    expectBoth(after, before, toAfter);
  });
});
