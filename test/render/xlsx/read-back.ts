// Has openpyxl read a workbook back: everything that a test of the renderer asks about, as plain data.
import { runProgram } from '../../support/programs.js';

export interface ReadCell {
  readonly value: string | number | null;
  /** openpyxl's letter: s text, n number or empty, f formula. */
  readonly type: string;
  readonly format: string;
  readonly locked: boolean;
  readonly wrap: boolean;
  readonly horizontal: string | null;
  readonly fill: string | null;
  readonly font: string;
  readonly size: number;
  readonly border: string | null;
  /** Pieces of a rich text: their text, whether underlined, whether struck. */
  readonly runs: readonly (readonly [string, boolean, boolean])[] | null;
}

export interface ReadWorkbook {
  readonly sheets: readonly string[];
  readonly cells: Readonly<Record<string, ReadCell>>;
  readonly merges: readonly string[];
  readonly rows: readonly number[];
  readonly columns: readonly number[];
  readonly validations: readonly { sqref: string; type: string | null; list: string | null; prompt: string | null }[];
  readonly protection: {
    on: boolean;
    password: string | null;
    select: boolean;
    resizeRows: boolean;
    resizeColumns: boolean;
  };
  readonly page: {
    orientation: string;
    paper: number;
    fitToPage: boolean;
    fitToWidth: number;
    fitToHeight: number;
    area: string;
    titles: string | null;
    footer: string;
    header: string | null;
    breaks: readonly number[];
    margins: readonly number[];
  };
  readonly view: { gridLines: boolean; zoom: number; active: string; pane: boolean };
  readonly properties: {
    title: string;
    creator: string | null;
    changedBy: string | null;
    created: string;
    modified: string;
  };
  readonly custom: Readonly<Record<string, string>>;
  readonly defaultFont: string;
}

// Rich text and custom properties are read from the parts themselves: older versions of openpyxl leave them out.
const script = `
import io, json, sys, zipfile
from xml.etree import ElementTree
from openpyxl import load_workbook
data = sys.stdin.buffer.read()
book = load_workbook(io.BytesIO(data))
sheet = book.active
parts = zipfile.ZipFile(io.BytesIO(data))
main = '{http://schemas.openxmlformats.org/spreadsheetml/2006/main}'
def part(name): return ElementTree.fromstring(parts.read(name))
strings = list(part('xl/sharedStrings.xml'))
def runs(c):
    string = strings[int(c.find(main + 'v').text)] if c.get('t') == 's' else None
    if string is None or string.find(main + 'r') is None: return None
    def has(r, tag): return r.find(main + 'rPr/' + main + tag) is not None
    return [[r.find(main + 't').text, has(r, 'u'), has(r, 'strike')] for r in string.findall(main + 'r')]
rich = {c.get('r'): runs(c) for c in part('xl/worksheets/sheet1.xml').iter(main + 'c')}
related = {r.get('Type').split('/')[-1]: r.get('Target') for r in part('_rels/.rels')}
custom = {p.get('name'): p[0].text for p in part(related['custom-properties'])}
cells = {}
for row in sheet.iter_rows():
    for c in row:
        cells[c.coordinate] = dict(value=c.value, type=c.data_type, format=c.number_format, locked=c.protection.locked,
            wrap=bool(c.alignment.wrap_text), horizontal=c.alignment.horizontal,
            fill=c.fill.fgColor.rgb if c.fill.fill_type else None, font=c.font.name, size=c.font.sz,
            border=c.border.left.style, runs=rich.get(c.coordinate))
p, s, v = sheet.protection, sheet.page_setup, sheet.sheet_view
m = sheet.page_margins
letters = sorted(sheet.column_dimensions, key=lambda k: (len(k), k))
print(json.dumps(dict(
    sheets=book.sheetnames, cells=cells, merges=[str(r) for r in sheet.merged_cells.ranges],
    rows=[sheet.row_dimensions[i].height for i in range(1, sheet.max_row + 1)],
    columns=[d.width for k in letters for d in [sheet.column_dimensions[k]] for _ in range(d.min, d.max + 1)],
    validations=[dict(sqref=str(d.sqref), type=d.type, list=d.formula1, prompt=d.prompt) for d in sheet.data_validations.dataValidation],
    protection=dict(on=p.sheet, password=p.password or p.hashValue, select=not p.selectLockedCells and not p.selectUnlockedCells,
        resizeRows=not p.formatRows, resizeColumns=not p.formatColumns),
    page=dict(orientation=s.orientation, paper=int(s.paperSize), fitToPage=sheet.sheet_properties.pageSetUpPr.fitToPage,
        fitToWidth=int(s.fitToWidth), fitToHeight=int(s.fitToHeight), area=sheet.print_area if isinstance(sheet.print_area, str) else sheet.print_area[0], titles=sheet.print_title_rows,
        footer=book.worksheets[0].HeaderFooter.oddFooter.center.text, header=sheet.oddHeader.center.text,
        breaks=[b.id for b in sheet.row_breaks.brk], margins=[m.top, m.right, m.bottom, m.left]),
    view=dict(gridLines=v.showGridLines, zoom=v.zoomScale, active=v.selection[0].activeCell, pane=v.pane is not None),
    properties=dict(title=book.properties.title, creator=book.properties.creator, changedBy=book.properties.lastModifiedBy,
        created=book.properties.created.isoformat(), modified=book.properties.modified.isoformat()),
    custom=custom,
    defaultFont=book._fonts[0].name,
)))
`;

export function readBack(bytes: Uint8Array): ReadWorkbook {
  return JSON.parse(runProgram('python', ['-c', script], bytes));
}
