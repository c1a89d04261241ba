// The package as the format wants it, read by another program: Excel offers to "repair" a workbook that breaks any of this.
import { beforeAll, describe, expect, test } from 'vitest';
import type { Cell, Grid } from '../../../src/compose/grid.js';
import { xlsx } from '../../../src/render/xlsx/xlsx.js';
import { missing, runProgram } from '../../support/programs.js';
import { cell, sampleGrid, sampleTheme } from '../../support/sample-grid.js';

const date = new Date('2025-01-01T00:00:00Z');
const meta = { title: '申报表', author: null, code: null, year: null, date, digest: '0', origin: null };

/** The children of CT_Worksheet in the order of its sequence: ECMA-376, part 1, 18.3.1.99. */
const sequence = [
  ...['sheetPr', 'dimension', 'sheetViews', 'sheetFormatPr', 'cols', 'sheetData', 'sheetCalcPr', 'sheetProtection'],
  ...['protectedRanges', 'scenarios', 'autoFilter', 'sortState', 'dataConsolidate', 'customSheetViews', 'mergeCells'],
  ...[
    'phoneticPr',
    'conditionalFormatting',
    'dataValidations',
    'hyperlinks',
    'printOptions',
    'pageMargins',
    'pageSetup',
  ],
  ...['headerFooter', 'rowBreaks', 'colBreaks', 'customProperties', 'cellWatches', 'ignoredErrors', 'smartTags'],
  ...[
    'drawing',
    'legacyDrawing',
    'legacyDrawingHF',
    'picture',
    'oleObjects',
    'controls',
    'webPublishItems',
    'tableParts',
  ],
];

interface Structure {
  readonly children: readonly string[];
  /** Of each cell its address, format, and text's number, or null. */
  readonly cells: readonly (readonly [address: string, format: number, text: number | null])[];
  /** The numbers that the rows give themselves. */
  readonly rows: readonly number[];
  readonly formats: number;
  readonly texts: readonly string[];
  readonly textUses: number;
  /** `count` attributes that differ from the number of children. */
  readonly miscounted: readonly string[];
  readonly parts: readonly string[];
  readonly typed: readonly string[];
  readonly related: readonly string[];
}

const script = `
import io, json, posixpath, sys, zipfile
from xml.etree import ElementTree
parts = zipfile.ZipFile(io.BytesIO(sys.stdin.buffer.read()))
trees = {name: ElementTree.fromstring(parts.read(name)) for name in parts.namelist()}
plain = lambda element: element.tag.split('}')[1]
sheet, styles, strings = (trees['xl/' + name + '.xml'] for name in ('worksheets/sheet1', 'styles', 'sharedStrings'))
named = lambda root, name: [e for e in root.iter() if plain(e) == name]
def text(c): return int(c[0].text) if c.get('t') == 's' else None
def target(name, relation):
    folder = posixpath.dirname(posixpath.dirname(name))
    return posixpath.join(folder, relation.get('Target'))
print(json.dumps(dict(
    children=[plain(e) for e in sheet],
    cells=[[c.get('r'), int(c.get('s')), text(c)] for c in named(sheet, 'c')],
    rows=[int(r.get('r')) for r in named(sheet, 'row')],
    formats=len(list(named(styles, 'cellXfs')[0])),
    texts=[ElementTree.tostring(s, 'unicode') for s in strings],
    textUses=int(strings.get('count')),
    miscounted=[plain(e) for tree in trees.values() for e in tree.iter()
        if e.get('count') and e is not strings and int(e.get('count')) != len(e)],
    parts=sorted(trees),
    typed=sorted(e.get('PartName')[1:] for e in named(trees['[Content_Types].xml'], 'Override')),
    related=sorted(target(name, e) for name, tree in trees.items() if name.endswith('.rels') for e in tree),
)))
`;

async function structureOf(grid: Grid): Promise<Structure> {
  const { value, findings } = await xlsx.render(grid, sampleTheme(), meta);
  if (!value) throw new Error(JSON.stringify(findings));
  return JSON.parse(runProgram('python', ['-c', script], value));
}

function form(...cells: readonly Cell[]): Grid {
  const rows = cells.map((one) => ({ cells: [one] }));
  return { title: '表', titleStyle: 'title', tables: [{ columns: ['full'], headRows: 0, rows }] };
}

const marked = cell('', 'text', {
  paragraphs: [[{ text: '九', mark: 'deleted' }, { text: '十', mark: 'inserted' }, { text: '' }], [], [{ text: '次' }]],
});

const grids: readonly (readonly [string, Grid])[] = [
  ['the sample', sampleGrid()],
  ['a title alone', { title: '表', titleStyle: 'title', tables: [] }],
  ['a cell that nothing is merged with, and none with a list', form(cell('甲', 'text'))],
  ['marks of a review', form(marked, cell('甲', 'text'), marked)],
  ['lists', form(cell('是', 'text', { choices: ['是', '否'] }), cell('', 'text', { choices: ['甲,乙', '<"丙">'] }))],
  ['texts that XML must escape', form(cell('<a href="&amp;">]]>', 'text'), cell(' 空格 ', 'text'), cell('', 'text'))],
  ['an amount', form(cell('2.00', 'money', { amount: { decimal: '2.00' } }))],
];

const reason = missing('python');

describe.skipIf(reason).each(grids)(`%s${reason ? ` (${reason})` : ''}`, (_, grid) => {
  let structure: Structure;
  beforeAll(async () => {
    structure = await structureOf(grid);
  });

  test('has the elements of a sheet in the order of the format, each once', () => {
    const { children } = structure;
    expect(children).toEqual(sequence.filter((name) => children.includes(name)));
    expect(children).toEqual(expect.arrayContaining(['cols', 'sheetData', 'sheetProtection', 'pageSetup']));
  });

  test('refers to formats and texts that are there, and has no text twice or unused', () => {
    const { cells, formats, texts, textUses } = structure;
    const used = cells.flatMap(([, , text]) => (text === null ? [] : [text]));
    expect(cells.filter(([, format]) => format < 1 || format >= formats)).toEqual([]);
    expect([...new Set(used)].sort((a, b) => a - b)).toEqual(texts.map((_, index) => index));
    expect(new Set(texts).size).toBe(texts.length);
    expect(textUses).toBe(used.length);
  });

  test('has rows and cells in order, and says rightly how many there are of a thing', () => {
    const { cells, rows, miscounted } = structure;
    const places = cells.map(([address]) => {
      const [, column = '', row] = /^([A-Z])(\d+)$/.exec(address) ?? [];
      return Number(row) * 100 + column.charCodeAt(0);
    });
    expect(places).toEqual([...new Set(places)].sort((a, b) => a - b));
    expect(rows).toEqual(rows.map((_, index) => index + 1));
    expect(miscounted).toEqual([]);
  });

  test('has a type for every part, and a way to it', () => {
    const { parts, typed, related } = structure;
    const content = parts.filter((name) => name !== '[Content_Types].xml' && !name.endsWith('.rels'));
    expect(typed).toEqual(content);
    expect(related).toEqual(content);
  });
});
