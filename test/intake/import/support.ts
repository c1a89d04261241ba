// The package's forms as an import knows them, and short ways to write down what stands in a document.
import type { Section } from '../../../src/intake/document-text/rows.js';
import type { FormMap } from '../../../src/intake/import/form-map.js';
import { mapForm } from '../../../src/intake/import/map-form.js';
import type { DocumentPlace, RawForm } from '../../../src/intake/import/raw-form.js';
import { readCells } from '../../../src/intake/import/read-cells.js';
import { type ImportedForm, toDeclaration } from '../../../src/intake/import/to-declaration.js';
import { digestOfFile } from '../../../src/workspace/digest.js';
import { openKits } from '../../../src/workspace/kits.js';

export const kits = openKits(process.cwd(), digestOfFile);

let maps: Promise<readonly FormMap[]> | undefined;

/** Of all forms of the package. */
export function formMaps(): Promise<readonly FormMap[]> {
  maps ??= Promise.all(kits.forms.map(({ title }) => formMap(title)));
  return maps;
}

export async function formMap(title: string): Promise<FormMap> {
  const template = await (await kits.kitFor(title)).value?.template();
  const map = template?.value ? mapForm(template.value).value : null;
  if (!map) throw new Error(`no map of ${title}`);
  return map;
}

/**
 * A sheet as it looks: a row each, its cells parted by `|`, `\n` for a line break. Where cells are joined, `<` follows the first of them, and
 * `^` stands below it. A number stands behind `#`, and `~` before the first cell of a row that is hidden.
 */
export function sheet(text: string, name = '表', hidden = false): Section {
  const table = text.split('\n').map((line) => line.split('|').map((part) => part.trim()));
  const cells = table.flatMap((parts, index) => {
    const isHidden = parts[0]?.startsWith('~') ?? false;
    return parts.flatMap((given, at) => {
      const part = given.replace(/^~\s*/, '');
      if (part === '' || part === '<' || part === '^') return [];
      const below = table.slice(index + 1).findIndex((others) => others[at] !== '^');
      const rows = 1 + (below < 0 ? table.length - index - 1 : below);
      const joined = parts.slice(at + 1).findIndex((next) => next !== '<');
      const number = /^#(.*)$/.exec(part)?.[1] ?? null;
      const columns = 1 + (joined < 0 ? parts.length - at - 1 : joined);
      const cell = `${String.fromCharCode(65 + at)}${index + 1}`;
      const spot = { cell };
      const place = { row: index + 1, column: at + 1, rows, columns, spot, hidden: isHidden };
      return [{ ...place, text: number ?? part.replaceAll('\\n', '\n'), number }];
    });
  });
  return { name, hidden, rows: [], cells, comments: [] };
}

export function readOne(sections: readonly Section[], maps: readonly FormMap[]): RawForm {
  const forms = readCells(sections, maps);
  const [form] = forms;
  if (!form || forms.length > 1) throw new Error(`${forms.length} forms were told`);
  return form;
}

export function importOne(
  sections: readonly Section[],
  maps: readonly FormMap[],
  asked: string | null = null,
): ImportedForm {
  return toDeclaration(readOne(sections, maps), { asked, otherwise: null });
}

/** `表!B7 联系人` */
export function said(leftovers: readonly { readonly at: DocumentPlace; readonly text: string }[]): readonly string[] {
  return leftovers.map(({ at, text }) => `${'cell' in at ? `${at.sheet}!${at.cell}` : JSON.stringify(at)} ${text}`);
}

/** Another way to print some of the official form: values in the cells of their labels, below them, and a table without labels. */
export const otherTemplate = `
  <title class="title">{{#if 年度}}{{年度}}年{{/if}}二级项目支出绩效目标申报表</title>
  <table>
    <colgroup><col class="full"><col class="full"></colgroup>
    <tr><th class="head" colspan="2">一、基本信息</th></tr>
    <tr><td class="text" colspan="2">单位：{{申请单位}}　编码：{{项目编码}}</td></tr>
    <tr><th class="head">期限（年）</th><td class="text">共 {{实施期限}} 年</td></tr>
    <tr><th class="head">金额</th><th class="head">目标</th></tr>
    <tr><td class="text">{{项目总金额}}</td><td class="text">{{年度目标}}</td></tr>
    <tr><th class="head">依据</th><td class="text">{{#each 政策依据}}（{{@number}}）{{this}}{{#unless @last}}；{{/unless}}{{/each}}</td></tr>
  </table>
  <table>
    <colgroup><col class="full"><col class="full"></colgroup>
    <tr><th class="head">名称</th><th class="head">值</th></tr>
    {{#each 绩效指标.产出指标.数量指标}}<tr><td class="text">{{名称}}</td><td class="text">{{指标值}}</td></tr>{{/each}}
  </table>`;
