// Workbooks of other programs, filled with 1, 10 and 60 indicators, read back by openpyxl and calculated by LibreOffice.
import ExcelJS from 'exceljs';
import { beforeAll, describe, expect, test } from 'vitest';
import { convert, missing, runProgram } from '../../../support/programs.js';
import { partsOf } from './excel-workbook.js';
import { filled, sha256, withIndicators } from './filling.js';
import { makers } from './foreign-workbooks.js';

interface ReadSheet {
  readonly values: Readonly<Record<string, string | number>>;
  readonly types: Readonly<Record<string, string>>;
  readonly merges: readonly string[];
  readonly validations: readonly string[];
  readonly formats: readonly string[];
  readonly heights: Readonly<Record<string, number>>;
  readonly fills: Readonly<Record<string, string>>;
  readonly comments: readonly string[];
  readonly area: string;
  readonly isProtected: boolean;
  readonly state: string;
}

interface Read {
  readonly sheets: Readonly<Record<string, ReadSheet>>;
  readonly names: Readonly<Record<string, string>>;
}

const script = `
import io, json, sys
from openpyxl import load_workbook
data = sys.stdin.buffer.read()
book = load_workbook(io.BytesIO(data), data_only=sys.argv[1] == 'values')
def read(sheet):
    cells = [c for row in sheet.iter_rows() for c in row]
    area = sheet.print_area
    return dict(values={c.coordinate: c.value for c in cells if c.value is not None}, types={c.coordinate: c.data_type for c in cells if c.value is not None},
        merges=sorted(str(r) for r in sheet.merged_cells.ranges), validations=[str(d.sqref) for d in sheet.data_validations.dataValidation],
        formats=[str(k.sqref) + ' ' + ' '.join(f for r in v for f in r.formula) for k, v in sheet.conditional_formatting._cf_rules.items()],
        heights={k: v.height for k, v in sheet.row_dimensions.items() if v.height}, fills={c.coordinate: c.fill.fgColor.rgb for c in cells if c.fill.fill_type},
        comments=[c.coordinate for c in cells if c.comment], area=area if isinstance(area, str) else ','.join(area or []),
        isProtected=sheet.protection.sheet, state=sheet.sheet_state)
names = book.defined_names.definedName if hasattr(book.defined_names, 'definedName') else book.defined_names.values()
print(json.dumps(dict(sheets={s.title: read(s) for s in book}, names={n.name: n.attr_text for n in names})))
`;

/** The first and last row of each image, as exceljs reads them; openpyxl needs another library for it. */
async function anchorsIn(bytes: Uint8Array): Promise<readonly (readonly number[])[]> {
  const book = await new ExcelJS.Workbook().xlsx.load(Buffer.from(bytes) as never);
  const images = book.getWorksheet('申报表')?.getImages() ?? [];
  return images.map(({ range: { tl, br } }) => [tl, ...(br ? [br] : [])].map(({ nativeRow }) => nativeRow + 1));
}

const readBack = (bytes: Uint8Array, what: 'formulas' | 'values'): Read =>
  JSON.parse(runProgram('python', ['-c', script, what], bytes));

describe.skipIf(missing('python', 'soffice')).each(Object.keys(makers) as (keyof typeof makers)[])(
  'a workbook of %s',
  (program) => {
    let template: Uint8Array;
    beforeAll(async () => {
      template = await makers[program]();
    });

    test.each([1, 10, 60])('is filled with %i indicators', async (count) => {
      const bytes = filled(template, withIndicators(count));
      const last = 8 + count;
      const { sheets, names } = readBack(bytes, 'formulas');
      const { 申报表: form, 汇总: total, 代码: codes } = sheets as Record<'申报表' | '汇总' | '代码', ReadSheet>;

      expect(form.values).toMatchObject({
        B2: '440313230031500605004',
        B3: 14531000,
        D3: 2425500,
        A9: '1',
        B9: '指标1',
        [`B${last}`]: `指标${count}`,
        [`C${last}`]: `≥${count}次`,
        [`F${last}`]: `=E${last}/SUM(E$9:E$${last})`,
        B6: `=COUNTA(B9:B${last})`,
        [`B${last + 2}`]: `=SUM(E9:E${last})`,
        [`C${last + 2}`]: `=B${last + 2}+B6`,
      });
      expect([form.types.B2, form.types.B3, form.types.A9]).toEqual(['s', 'n', 's']);
      expect(form.values.B4).toMatch(/^1\.深汕党发.*\n2\.深工/);
      expect(total.values).toMatchObject({
        A2: '区总工会工作经费',
        B2: `=SUM(申报表!E9:E${last})`,
        B3: `=申报表!B${last + 2}*2`,
      });
      expect(form.merges).toEqual(['A1:F1', `A${last + 2}:A${last + 3}`, 'B4:F4', 'D2:F2'].sort());
      const choices = form.validations.join(' ').split(' ').sort();
      expect(choices).toEqual([...(count === 1 ? ['C9'] : [`C9:C${last}`]), `C${last + 3}`].sort());
      expect(form.heights[String(last)]).toBeCloseTo(33, 0);
      expect(form.comments).toEqual([`A${last + 2}`]);
      expect(names.审核人?.replaceAll("'", '')).toBe('代码!$B$1');
      // exceljs cannot write a range of one cell.
      if (program !== 'exceljs') expect(names.各名称).toMatch(new RegExp(`\\$B\\$9:\\$B\\$${last}$`));
      expect(form.area.replace(/^'申报表'!|\$/g, '')).toBe(`A1:F${last + 3}`);
      expect(codes.state).toMatch(/hidden/i);
      if (program === 'exceljs') expect(await anchorsIn(bytes)).toEqual([[last + 2], [8, last + 3]]);
      else {
        expect(form.isProtected).toBe(true);
        expect(form.fills[`D${last}`]).toBe('00FFF2CC'.replace('00', program === 'LibreOffice' ? 'FF' : '00'));
        expect([...form.formats].sort()).toEqual([`A9:F${last} $C9="不适用"`, `B${last + 2}:C${last + 2} $B$6`].sort());
      }
    });

    test('shows the right sums in LibreOffice, whatever the file had kept', async () => {
      const bytes = filled(template, withIndicators(12));
      const { sheets } = readBack(await convert(bytes, 'xlsx', 'xlsx'), 'values');
      const characters = 9 * 3 + 3 * 4;
      expect(sheets.申报表?.values).toMatchObject({
        B6: 12,
        C6: expect.closeTo(2425500 / 14531000),
        E9: 3,
        E20: 4,
        F20: expect.closeTo(4 / characters),
        B22: characters,
        C22: characters + 12,
        D22: expect.closeTo(1),
        B23: '张三',
      });
      expect(sheets.汇总?.values).toMatchObject({ B2: characters, B3: 2 * characters });
    });

    test('keeps by hash all parts that name no row which moves', () => {
      const [before, after] = [partsOf(template), partsOf(filled(template, withIndicators(12)))];
      const changed = [...before]
        .filter(([name, text]) => sha256(after.get(name) ?? '') !== sha256(text))
        .map(([name]) => name);
      const mayChange =
        /^(?:\[Content_Types\]\.xml|_rels\/\.rels|docProps\/custom\.xml|xl\/(?:workbook|sharedStrings)\.xml|xl\/worksheets\/sheet[13]\.xml|xl\/comments.*|xl\/drawings\/[^/]*)$/;
      expect(changed.filter((name) => !mayChange.test(name))).toEqual([]);
      expect(changed).not.toContain('xl/worksheets/sheet2.xml');
      expect(changed).not.toContain('xl/styles.xml');
    });

    test('is the same file however often and wherever it is filled', () => {
      expect(sha256(filled(template, withIndicators(12)))).toBe(sha256(filled(template, withIndicators(12))));
    });
  },
);
