// What an import knows of a form: all of it from the template, none of it from the code.
import { describe, expect, test } from 'vitest';
import { compileTemplate } from '../../../src/compose/template.js';
import type { FormMap, Printed } from '../../../src/intake/import/form-map.js';
import { mapForm } from '../../../src/intake/import/map-form.js';
import { mapWorkbook } from '../../../src/intake/import/map-workbook.js';
import { openWorkbook } from '../../../src/render/xlsx/fill/open-workbook.js';
import { excelWorkbook, oneSheet } from '../../render/xlsx/fill/excel-workbook.js';
import { projectGoal } from '../../support/forms.js';
import { gansu } from '../../support/gansu.js';
import { form, template, theme } from '../../support/project-goal.js';
import { otherTemplate } from './support.js';

/** `项目总金额（中期规划，元）： → /项目总金额` */
function outline({ title, parts }: FormMap): readonly string[] {
  const said = (printed: Printed) =>
    printed
      .map((piece) =>
        typeof piece === 'string' ? piece : `{${piece.pointer}${piece.items ? ` ${JSON.stringify(piece.items)}` : ''}}`,
      )
      .join('');
  return [
    `title ${said(title)}`,
    ...parts.flatMap((part) => {
      if (part.kind === 'remark') return [`remark ${part.text}`];
      if (part.kind === 'labelled') return [`${part.where} ${part.label} ${part.values.map(said).join(' | ')}`];
      const rows = part.rows.map(
        (row) =>
          `${row.labels.map(({ text }) => text).join(' ')} → ${row.pointer} ${row.values.map(({ column, printed }) => `${column}${said(printed)}`).join(' ')}`,
      );
      return [`table ${part.heads.join(' ')}`, ...rows];
    }),
  ];
}

function mapOf(text: string): FormMap {
  const compiled = compileTemplate({ path: 'form.hbs', text }, form, theme());
  if (!compiled.value) throw new Error(compiled.findings.map(({ message }) => message.en).join('; '));
  return mapForm(compiled.value).value as FormMap;
}

describe('the map of a form', () => {
  test('tells labels, where their values stand, and how lists are numbered', () => {
    const lines = outline(mapForm(template()).value as FormMap);
    expect(lines.slice(0, 17)).toEqual([
      'title 二级项目支出绩效目标申报表',
      'beside 项目编码： {/项目编码}',
      'beside 项目名称： {/项目名称}',
      'beside 申请单位： {/申请单位}',
      'beside 一级预算单位： {/一级预算单位}',
      'beside 实施期限： {/实施期限}',
      'beside 项目类型： {/项目类型}',
      'beside 是否新增项目： {/是否新增项目}',
      'beside 分配方式： {/分配方式}',
      'beside 项目总金额（中期规划，元）： {/项目总金额}',
      'beside 本年度项目金额（元）： {/本年度项目金额}',
      'below 政策依据： {/政策依据 {"between":"\\n","before":"","after":".","first":1}}',
      'below 测算依据： {/测算依据 {"between":"\\n","before":"","after":".","first":1}}',
      'below 年度目标： {/年度目标}',
      'below 长期目标（跨度多年的项目需填）： {/长期目标}',
      'table 一级指标 二级指标 三级指标 指标值 指标解释',
      '产出指标 *数量指标 → /绩效指标/产出指标/数量指标 2{/名称} 3{/指标值} 4{/解释}',
    ]);
    expect(lines.at(-1)).toBe('remark 备注：作为导入模板，置灰信息无需录入，作为导出模板，置灰信息系统自动带出。');
  });

  test('tells fields in the title, labels of two lines, and lists without numbers', () => {
    const lines = outline(mapForm(template(gansu.form)).value as FormMap);
    expect(lines[0]).toBe('title 省级部门预算项目支出绩效目标表({/年度}年度)');
    expect(lines).toContain('beside 项目总投资\n（万元） {/项目总投资}');
    expect(lines).toContain('beside 政策依据 {/政策依据 {"between":"\\n","before":"","after":"","first":null}}');
  });

  test('follows another template of the same form', () => {
    const map = mapOf(otherTemplate);
    expect(outline(map)).toEqual([
      'title {/年度}年二级项目支出绩效目标申报表',
      'remark 一、基本信息',
      'within 单位： 单位：{/申请单位}　编码：{/项目编码}',
      'beside 期限（年） 共 {/实施期限} 年',
      'below 金额 {/项目总金额}',
      'below 目标 {/年度目标}',
      'beside 依据 {/政策依据 {"between":"；","before":"（","after":"）","first":1}}',
      'table 名称 值',
      ' → /绩效指标/产出指标/数量指标 0{/名称} 1{/指标值}',
    ]);
  });
});

describe('the map of an authority’s own workbook', () => {
  test('tells where its cells have the fields, and what is there whatever is filled in', async () => {
    const workbook = openWorkbook('workbook.xlsx', excelWorkbook(), projectGoal).value;
    const map = workbook && (await mapWorkbook(workbook, projectGoal));
    const lines = outline(map as FormMap);
    expect(lines.slice(0, 7)).toEqual([
      'title 二级项目支出绩效目标申报表',
      'beside 项目编码 {/项目编码}',
      'beside 本年度金额 {/本年度项目金额}',
      'beside 政策依据 {/政策依据 {"between":"\\n","before":"","after":".","first":1}}',
      'table 绩效指标 表头一 表头二  ',
      '产出指标 数量指标 → /绩效指标/产出指标/数量指标 2{/名称} 3{/指标值} 4{/解释}',
      '产出指标 质量指标 → /绩效指标/产出指标/质量指标 2{/名称} 3{/指标值} 4{/解释}',
    ]);
    expect(lines.slice(-2)).toEqual(['remark 合计', 'remark 甲']);
    expect([...(map?.asIs ?? [])]).toEqual(['申报表\n不用填', '代码\n甲', '代码\n3']);
  });

  test('is none where no cell has a field', async () => {
    const workbook = openWorkbook(
      'workbook.xlsx',
      oneSheet('<row><c t="inlineStr"><is><t>甲</t></is></c></row>'),
      projectGoal,
    );
    expect(workbook.value && (await mapWorkbook(workbook.value, projectGoal))).toBeNull();
  });
});
