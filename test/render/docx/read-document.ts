// Reads a Word document with python-docx, a program that had no part in writing it.
import { runProgram } from '../../support/programs.js';

export interface ReadCell {
  /** The paragraphs' texts, joined by `\n`. */
  readonly text: string;
  /** Twips. */
  readonly width: number;
  readonly span: number;
  /** `restart`, `continue`, or null. */
  readonly merge: string | null;
  readonly fill: string | null;
  readonly vertical: string | null;
  readonly keepNext: boolean;
  readonly style: ReadStyle;
}

export interface ReadStyle {
  readonly name: string;
  /** The names for ascii, hAnsi and eastAsia. */
  readonly fonts: readonly (string | null)[];
  /** Points. */
  readonly size: number | null;
  readonly align: string | null;
  /** The line's height in twips and its rule. */
  readonly line: readonly [string, string] | null;
  readonly outline: string | null;
}

export interface ReadRow {
  readonly head: boolean;
  readonly cantSplit: boolean;
  readonly cells: readonly ReadCell[];
}

export interface ReadTable {
  readonly layout: string;
  readonly columns: readonly number[];
  readonly borders: Readonly<Record<string, readonly [string, string | null]>>;
  readonly rows: readonly ReadRow[];
  /** The text at each place of the grid, merged cells at each of theirs. */
  readonly places: readonly (readonly string[])[];
}

export interface ReadDocument {
  readonly body: readonly string[];
  readonly paragraphs: readonly { readonly text: string; readonly style: ReadStyle }[];
  readonly tables: readonly ReadTable[];
  /** Width, height, then the margins from the top clockwise, twips. */
  readonly page: readonly number[];
  readonly orientation: string;
  readonly footer: { readonly text: string; readonly fields: readonly string[] };
  readonly core: Readonly<Record<string, string>>;
  readonly custom: Readonly<Record<string, string>>;
  readonly defaults: readonly string[];
}

const script = `
import io, json, re, sys, zipfile
import docx
from docx.oxml.ns import qn
data = sys.stdin.buffer.read()
document = docx.Document(io.BytesIO(data))
archive = zipfile.ZipFile(io.BytesIO(data))

def val(element, path, name='val'):
    found = element.find('/'.join(qn(step) for step in path.split('/'))) if element is not None else None
    return None if found is None else found.get(qn('w:' + name))

def style(paragraph):
    s = paragraph.style
    rpr, ppr = s.element.rPr, s.element.pPr
    fonts = rpr.find(qn('w:rFonts')) if rpr is not None else None
    spacing = ppr.find(qn('w:spacing')) if ppr is not None else None
    return {
        'name': s.name,
        'fonts': [] if fonts is None else [fonts.get(qn('w:' + k)) for k in ('ascii', 'hAnsi', 'eastAsia')],
        'size': s.font.size.pt if s.font.size else None,
        'align': val(ppr, 'w:jc'),
        'line': None if spacing is None else [spacing.get(qn('w:line')), spacing.get(qn('w:lineRule'))],
        'outline': val(ppr, 'w:outlineLvl'),
    }

def cell(tc):
    pr = tc.tcPr
    merge = pr.find(qn('w:vMerge'))
    paragraphs = [docx.text.paragraph.Paragraph(p, document) for p in tc.p_lst]
    return {
        'text': '\\n'.join(p.text for p in paragraphs),
        'width': int(val(pr, 'w:tcW', 'w')),
        'span': tc.grid_span,
        'merge': None if merge is None else merge.get(qn('w:val'), 'continue'),
        'fill': val(pr, 'w:shd', 'fill'),
        'vertical': val(pr, 'w:vAlign'),
        'keepNext': all(p.paragraph_format.keep_with_next for p in paragraphs),
        'style': style(paragraphs[0]),
    }

def table(t):
    pr = t._tbl.tblPr
    return {
        'layout': val(pr, 'w:tblLayout', 'type'),
        'columns': [int(c.get(qn('w:w'))) for c in t._tbl.tblGrid.gridCol_lst],
        'borders': {b.tag.split('}')[1]: [b.get(qn('w:val')), b.get(qn('w:sz'))] for b in pr.find(qn('w:tblBorders'))},
        'rows': [{
            'head': tr.trPr is not None and tr.trPr.find(qn('w:tblHeader')) is not None,
            'cantSplit': tr.trPr is not None and tr.trPr.find(qn('w:cantSplit')) is not None,
            'cells': [cell(tc) for tc in tr.tc_lst],
        } for tr in t._tbl.tr_lst],
        'places': [[t.cell(r, c).text for c in range(len(t.columns))] for r in range(len(t.rows))],
    }

section = document.sections[0]
footer = section.footer._element
core = document.core_properties
lengths = [section.page_width, section.page_height, section.top_margin, section.right_margin, section.bottom_margin, section.left_margin]
custom = archive.read('docProps/custom.xml').decode()
defaults = document.styles.element.find(qn('w:docDefaults'))
print(json.dumps({
    'body': [child.tag.split('}')[1] for child in document.element.body],
    'paragraphs': [{'text': p.text, 'style': style(p)} for p in document.paragraphs],
    'tables': [table(t) for t in document.tables],
    'page': [length.twips if hasattr(length, 'twips') else round(length / 635) for length in lengths],
    'orientation': str(section.orientation),
    'footer': {
        'text': ''.join(p.text for p in section.footer.paragraphs),
        'fields': [i.text for i in footer.iter(qn('w:instrText'))],
    },
    'core': {'title': core.title, 'author': core.author, 'language': core.language,
             'created': str(core.created.replace(tzinfo=None)), 'modified': str(core.modified.replace(tzinfo=None))},
    'custom': dict(re.findall(r'name="([^"]*)"><vt:lpwstr>([^<]*)<', custom)),
    'defaults': [e.tag.split('}')[1] + '=' + e.get(qn('w:val')) for e in defaults.iter() if e.get(qn('w:val'))],
}))
`;

export function readDocument(bytes: Uint8Array): ReadDocument {
  return JSON.parse(runProgram('python', ['-c', script], bytes));
}
