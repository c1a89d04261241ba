// Plain text of a form, as it is copied out of a PDF or typed from paper: what is understood is right, and what is not is told with its line.
import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import type { FormMap } from '../../../src/intake/import/form-map.js';
import { readForms, readImportSource } from '../../../src/intake/import/import-source.js';
import type { RawForm } from '../../../src/intake/import/raw-form.js';
import { type ImportedForm, toDeclaration } from '../../../src/intake/import/to-declaration.js';
import { compare } from '../../../src/review/compare.js';
import { parse, projectGoal, sampleText } from '../../support/forms.js';
import { gansu, gansuText } from '../../support/gansu.js';
import { formMaps } from './support.js';

let maps: readonly FormMap[];
beforeAll(async () => {
  maps = await formMaps();
});

const official = '二级项目支出绩效目标申报表';
const province = '省级部门预算项目支出绩效目标表';
const head = '一级指标 二级指标 三级指标 指标值 指标解释';

async function rawOf(text: string): Promise<RawForm> {
  const { value } = await readImportSource(Buffer.from(text));
  const [form, ...others] = value ? readForms(value, maps) : [];
  if (!form || others.length > 0) throw new Error('not one form was told');
  return form;
}

async function importText(text: string): Promise<ImportedForm> {
  return toDeclaration(await rawOf(text), { asked: null, otherwise: null });
}

/** The texts of fields, by their pointers. */
async function textsOf(text: string): Promise<Record<string, string>> {
  const { texts } = await rawOf(text);
  return Object.fromEntries([...texts].map(([pointer, read]) => [pointer, read.text]));
}

/** Rows of the table: the last of the list's labels, then the values. */
async function rowsOf(lines: string): Promise<readonly string[]> {
  const { rows } = await rawOf(`${official}\n${head}\n${lines}`);
  return [...rows].flatMap(([pointer, items]) =>
    items.map((item) => [pointer.split('/').at(-1), ...[...item.values()].map(({ text }) => text)].join(' | ')),
  );
}

/** `7: what stands there` */
const left = ({ leftovers }: Pick<RawForm, 'leftovers'>) =>
  leftovers.map(({ at, text }) => `${'line' in at ? at.line : '?'}: ${text}`);

describe('forms as they were published', () => {
  test('the official form is imported as the sample, without a hand’s help', async () => {
    const imported = await importText(readFileSync('test/cases/import/form.txt', 'utf8'));
    const sample = parse(sampleText).value as ImportedForm['value'];
    const { changes } = compare(
      { declaration: sample, form: projectGoal },
      { declaration: imported.value, form: projectGoal },
    );
    expect({ changes, left: left(imported), findings: imported.findings }).toEqual({
      changes: [],
      left: [],
      findings: [],
    });
  });

  test('of a scanned one, what is noise stays as it stands, and what has no place is left', async () => {
    const imported = await importText(readFileSync('test/cases/import/gansu-2023-form.txt', 'utf8'));
    const sample = parse(gansuText).value as ImportedForm['value'];
    const { changes } = compare(
      { declaration: sample, form: gansu.form },
      { declaration: imported.value, form: gansu.form },
    );
    expect(changes.map(({ pointer, before, after }) => `${pointer}: ${before} → ${after}`)).toEqual([
      '/项目完成日期: 2023-12-31 → null',
      '/绩效指标/产出指标/时效指标/0/指标值: ≥99百分比 → %=99百分比',
      '/绩效指标/成本指标/经济成本指标/0/指标值: =100百分比 → 二100百分比',
      '/绩效指标/效益指标/经济效益指标/0: 为当地提供就业岗位 → 为当地提供就业LJUI,冈位',
      '/绩效指标/满意度指标/服务对象满意度/0/指标值: ≥99百分比 → %=99百分比',
    ]);
    expect(left(imported)).toEqual([expect.stringMatching(/^1: # 甘肃省 2023/), '7: 项目完成H期 2023-12-31']);
  });
});

describe('labels and their values', () => {
  test.each([
    ['several on a line', '项目编码： 4403 项目名称： 区 总 工会\n实施期限： 5', ['4403', '区 总 工会', '5']],
    ['colons of either width', '项目编码:4403 项目名称 ：区总工会\n实施期限 : 5', ['4403', '区总工会', '5']],
    ['values on the next line', '项目编码：\n4403\n项目名称：\n\n区总工会\n实施期限：\n5', ['4403', '区总工会', '5']],
    ['spaces within', '项 目 编 码： 4403\n项目 名称： 区总工会\n实施期限： 5', ['4403', '区总工会', '5']],
    ['broken over lines', '项目编\n码： 4403\n项目\n名称： 区总工会\n实施期限： 5', ['4403', '区总工会', '5']],
    ['without a value', '项目编码： 项目名称：\n实施期限： 5', ['', '', '5']],
    [
      'a value that names another label',
      '项目编码： 4403 项目名称： 关于实施期限的研究\n实施期限： 5',
      ['4403', '关于实施期限的研究', '5'],
    ],
  ])('%s', async (_, lines, values) => {
    const texts = await textsOf(`${official}\n${lines}`);
    expect([texts['/项目编码'], texts['/项目名称'], texts['/实施期限']]).toEqual(values);
  });

  test('notes in brackets may be missing, or others', async () => {
    const lines = '项目总金额：100.00 本年度项目金额（单位：元）：50.00\n长期目标：\n三年办成九件事。';
    expect(await textsOf(`${official}\n${lines}`)).toMatchObject({
      '/项目总金额': '100.00',
      '/长期目标': '三年办成九件事。',
    });
  });

  test('amounts are in the unit that their label says, or that is noted beside the form', async () => {
    const { value } = await importText(`${official}\n项目总金额（万元）：1,453.1 本年度项目金额（元）：2,425,500.00`);
    expect([value.项目总金额, value.本年度项目金额]).toEqual(['14,531,000.00', '2,425,500.00']);
    const noted = await importText(`${official}\n金额单位：万元\n项目总金额：1,453.1 本年度项目金额：242.55`);
    expect([noted.value.项目总金额, noted.value.本年度项目金额]).toEqual(['14,531,000.00', '2,425,500.00']);
    expect(left(noted)).toEqual([]);
  });

  test('heads that pages print again are passed over, and so are the numbers of pages', async () => {
    const page = `${official}\n项目编码：4403 项目名称：区总工会`;
    const form = await rawOf(`${page}\n年度目标：\n办成三件事，\n第 1 页 共 2 页\n${page}\n并且办好每一件事。\n- 2 -`);
    expect(form.texts.get('/年度目标')?.text).toBe('办成三件事，并且办好每一件事。');
    expect(left(form)).toEqual([]);
  });

  test('a second form in the same text is left as it stands', async () => {
    const form = await rawOf(`${official}\n项目编码：4403 项目名称：甲\n${official}\n项目编码：4404 项目名称：乙`);
    expect(form.texts.get('/项目名称')?.text).toBe('甲');
    expect(left(form)).toEqual([`3: ${official}`, '4: 项目编码：4404 项目名称：乙']);
  });

  test('what goes on below a line with two labels is given to the value that was full', async () => {
    const lines = '申请单位：甲乙丙丁戊局 一级预算单位：甲乙丙丁戊局\n项目编码：4403 项目名称：深圳市工会\n工作经费\n';
    const texts = await textsOf(`${official}\n${lines}实施期限：5 项目类型：15 履职类`);
    expect(texts).toMatchObject({ '/项目编码': '4403', '/项目名称': '深圳市工会工作经费' });
  });

  test('where both were full, a line that has a piece for each is shared, and another one is left', async () => {
    const text = (line: string) =>
      `${official}\n申请单位：甲乙丙丁戊 一级预算单位：甲乙丙丁戊\n${line}\n实施期限：5 项目类型：15`;
    expect(await textsOf(text('己局 庚局'))).toMatchObject({
      '/申请单位': '甲乙丙丁戊己局',
      '/一级预算单位': '甲乙丙丁戊庚局',
    });
    expect(left(await rawOf(text('己局')))).toEqual(['3: 己局']);
  });
});

describe('lists', () => {
  const policies = async (lines: string) =>
    (await textsOf(`${official}\n政策依据：\n${lines}\n年度目标：\n办好。`))['/政策依据'];
  /** As wide as the widest line of the cell. */
  const wide = '一二三四五六七八九十一二三四五六七八九十';

  test.each([
    ['a line each', '1.甲\n2.乙', '1.甲\n2.乙'],
    ['blank lines between', '1.甲\n\n\n2.乙\n', '1.甲\n2.乙'],
    ['numbers of another kind', '（1）甲\n（2）乙', '1.甲\n2.乙'],
    ['numbers with a space, or wide', '１、 甲\n２、 乙', '1.甲\n2.乙'],
    ['an item on several lines', `1.${wide}\n十一\n2.乙`, `1.${wide}十一\n2.乙`],
    ['a text that begins with a year', '1.甲\n2.2024年乙\n3.2025年丙', '1.甲\n2.2024年乙\n3.2025年丙'],
    ['an amount that goes on with a full line', `1.甲\n2.${wide}\n3.5万元`, `1.甲\n2.${wide}3.5万元`],
    ['an amount within brackets', '1.甲\n2.乙（\n3.5万）\n3.丙', '1.甲\n2.乙（3.5万）\n3.丙'],
    ['an amount as an item’s text', `1.甲\n2.${wide}\n3.5万元奖金\n4.丁`, `1.甲\n2.${wide}\n3.5万元奖金\n4.丁`],
    ['numbers out of order', `1.${wide}\n7.5平方米\n2.乙`, `1.${wide}7.5平方米\n2.乙`],
    ['without numbers', '甲发〔2024〕1号\n乙发〔2024〕2号', '1.甲发〔2024〕1号\n2.乙发〔2024〕2号'],
  ])('%s', async (_, lines, text) => {
    expect(await policies(lines)).toBe(text);
  });

  test('what stands before the first number is no item', async () => {
    const form = await rawOf(`${official}\n政策依据：\n详见下列文件\n1.甲\n2.乙`);
    expect(form.texts.get('/政策依据')?.text).toBe('1.甲\n2.乙');
    expect(left(form)).toEqual(['3: 详见下列文件']);
  });
});

describe('lines of one text', () => {
  const goal = async (lines: string) => (await textsOf(`${official}\n年度目标：\n${lines}`))['/年度目标'];

  test.each([
    ['Chinese words', '提升职工\n满意度', '提升职工满意度'],
    ['a number', '全年经费2,425,\n500元，共12\n34人', '全年经费2,425,500元，共1234人'],
    ['a decimal', '增长3.\n5万元', '增长3.5万元'],
    ['a number and its unit', '不低于\n90\n%', '不低于90%'],
    ['Latin words', '采用cloud\nnative platform', '采用cloud native platform'],
    ['a formula', '合格率=完成数\n/总数\n*100%', '合格率=完成数/总数*100%'],
    ['spaces at the ends of lines', '提升职工 \n满意度', '提升职工满意度'],
  ])('%s', async (_, lines, text) => {
    expect(await goal(lines)).toBe(text);
  });

  test('a sentence that ended long before the edge ended its line', async () => {
    const line = '通过深入学习宣传贯彻，依据工作规划，进一步完善工作计划，';
    expect(await goal(`${line}\n办成三件事。\n${line}\n办成两件事。`)).toBe(`${line}办成三件事。\n${line}办成两件事。`);
  });
});

describe('the table', () => {
  test.each([
    ['a line each', '产出指标 *数量指标 开展活动 ≥9场次 考察次数', '数量指标 | 开展活动 | ≥9场次 | 考察次数'],
    ['without a star', '产出指标 数量指标 开展活动 ≥9场次 考察次数', '数量指标 | 开展活动 | ≥9场次 | 考察次数'],
    ['a value with a space', '产出指标 *数量指标 活动 ≧735 人次 考察次数', '数量指标 | 活动 | ≧735 人次 | 考察次数'],
    ['a sign apart', '产出指标 *数量指标 活动 ≥ 9 场次 考察次数', '数量指标 | 活动 | ≥ 9 场次 | 考察次数'],
    [
      'a range of months',
      '产出指标 *时效指标 完成 2023.07 - 2024.01 考察时间',
      '时效指标 | 完成 | 2023.07 - 2024.01 | 考察时间',
    ],
    [
      'a name with numbers and spaces',
      '产出指标 *数量指标 A4 打印 2 台 =2台 考察台数',
      '数量指标 | A4 打印 2 台 | =2台 | 考察台数',
    ],
    ['a word as value', '效益指标 *社会效益指标 影响 长期 考察影响', '社会效益指标 | 影响 | 长期 | 考察影响'],
    ['not used', '效益指标 经济效益指标 不适用 不适用 不适用', '经济效益指标 | 不适用 | 不适用 | 不适用'],
    ['no explanation', '产出指标 *成本指标 人均成本 ≤200元', '成本指标 | 人均成本 | ≤200元 | '],
    ['nothing at all', '产出指标 *成本指标', '成本指标 |  |  | '],
    ['parted by tabs', '产出指标\t*数量指标\t开展 活动\t长 期\t考察 次数', '数量指标 | 开展 活动 | 长 期 | 考察 次数'],
    [
      'a cell each line',
      '产出指标\n*数量指标\n活动\n≥9场次\n考察活动\n次数',
      '数量指标 | 活动 | ≥9场次 | 考察活动次数',
    ],
    [
      'an explanation below, with blank lines',
      '产出指标 *质量指标 合格率 ≥90%\n考察能否完成活动\n\n原定目标/全年总数\n*100%',
      '质量指标 | 合格率 | ≥90% | 考察能否完成活动原定目标/全年总数*100%',
    ],
  ])('%s', async (_, line, row) => {
    expect(await rowsOf(line)).toEqual([row]);
  });

  test('rows of a list follow each other, and labels that are merged stand once', async () => {
    const lines = '产出指标 *数量指标 活动 ≥9次 次数\n产出指标 *数量指标 课程 ≥5门 门数\n*质量指标 合格率 ≥90% 比率';
    expect(await rowsOf(lines)).toEqual([
      '数量指标 | 活动 | ≥9次 | 次数',
      '数量指标 | 课程 | ≥5门 | 门数',
      '质量指标 | 合格率 | ≥90% | 比率',
    ]);
  });

  test('the lines of a cell may stand around its row, where cells are centred', async () => {
    const lines = [
      '产出指标 *数量指标 活动 ≥9次 考察全年的活动次数',
      '考察能否完成活动原定目标，合格率',
      '产出指标 *质量指标 合格率 ≥90% 等于完成原定目标的活动除以',
      '全年活动总数。',
      '有文件指导的活动能否在文件要求',
      '产出指标 *时效指标 及时性 ≥90%',
      '的时限内完成。',
    ];
    expect(await rowsOf(lines.join('\n'))).toEqual([
      '数量指标 | 活动 | ≥9次 | 考察全年的活动次数',
      '质量指标 | 合格率 | ≥90% | 考察能否完成活动原定目标，合格率等于完成原定目标的活动除以全年活动总数。',
      '时效指标 | 及时性 | ≥90% | 有文件指导的活动能否在文件要求的时限内完成。',
    ]);
  });

  test('where columns cannot be told apart for sure, it is said', async () => {
    const { findings } = await rawOf(`${official}\n${head}\n效益指标 *社会效益指标 长远 影响 好 坏 说明`);
    expect(findings.map(({ message }) => message.zh)).toEqual([
      '效益指标 *社会效益指标这一行“效益指标 *社会效益指标 长远 影响 好 坏 说明”里，各栏从哪里分开看不准',
    ]);
  });

  test('rows whose labels are misread, and what follows the table, are left', async () => {
    const form = await rawOf(
      `${official}\n${head}\n产出指标 *数量指标 活动 ≥9次 次数\n产岀指标 *质量指标 合格率 ≥90% 比率\n备注：以上真实。\n\n填报人：张三`,
    );
    expect([...form.rows.keys()]).toEqual(['/绩效指标/产出指标/数量指标']);
    expect(left(form)).toEqual(['4: 产岀指标 *质量指标 合格率 ≥90% 比率', '5: 备注：以上真实。', '7: 填报人：张三']);
  });

  test('the form’s own remark is no content', async () => {
    const remark = '备注：作为导入模板，置灰信息无需录入，作为导出模\n板，置灰信息系统自动带出。';
    expect(left(await rawOf(`${official}\n${head}\n产出指标 *数量指标 活动 ≥9次 次数\n${remark}`))).toEqual([]);
  });
});

describe('which form it is', () => {
  test('is told by its title, or by half of its labels', async () => {
    expect((await rawOf(`甘肃省${province}（2023年度）\n一级项目名称 甲`)).told).toEqual({ by: 'title' });
    const labels =
      '项目编码：1 项目名称：2\n申请单位：3 一级预算单位：4\n实施期限：5 项目类型：6\n是否新增项目：否 分配方式：8';
    expect(await rawOf(labels)).toMatchObject({
      map: { form: { name: 'project-goal' } },
      told: { by: 'labels', found: 8, of: 14 },
    });
  });

  test.each([
    ['many characters', '甲'.repeat(200_001)],
    ['many lines', '甲\n'.repeat(20_000)],
  ])('is not looked for in a text of too %s', async (_, text) => {
    const { value, findings } = await readImportSource(Buffer.from(text));
    expect(value).toBeNull();
    expect(findings.map(({ rule }) => rule)).toEqual(['document/too-large']);
  });

  test('is found behind any number of spaces, line breaks and words that are almost labels', async () => {
    const filler = `甲${' '.repeat(20_000)}${'\n'.repeat(9_000)}${'项目名林 '.repeat(9_000)}\n`;
    expect((await rawOf(`${official}\n${filler}项目名称：甲\n项目编码：1\n`)).told).toEqual({ by: 'title' });
  });

  test('is not guessed', async () => {
    const { value } = await readImportSource(Buffer.from('项目名称：甲\n关于年度目标的说明'));
    expect(value && readForms(value, maps)).toEqual([]);
  });
});
