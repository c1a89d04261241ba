// What Word demands of the package and python-docx does not check: it calls a file damaged whose properties are out of order.
import { beforeAll, describe, expect, it } from 'vitest';
import type { Grid, Run } from '../../../src/compose/grid.js';
import { missing, runProgram } from '../../support/programs.js';
import { cell, sampleGrid, sampleTheme } from '../../support/sample-grid.js';
import { gridOf, meta, render } from './render-sample.js';

/** The children of each element, in the order of ECMA-376 part 1, chapter 17; of content, those kinds that are written here. */
const orders: Readonly<Record<string, string>> = {
  tblPr:
    'tblStyle tblpPr tblOverlap bidiVisual tblStyleRowBandSize tblStyleColBandSize tblW jc tblCellSpacing tblInd tblBorders shd tblLayout tblCellMar tblLook tblCaption tblDescription',
  trPr: 'cantSplit trHeight tblHeader jc hidden ins del trPrChange',
  tcPr: 'cnfStyle tcW gridSpan hMerge vMerge tcBorders shd noWrap tcMar textDirection tcFitText vAlign hideMark cellIns cellDel cellMerge tcPrChange',
  tblBorders: 'top left bottom right insideH insideV',
  tblCellMar: 'top left bottom right',
  tcBorders: 'top left bottom right insideH insideV tl2br tr2bl',
  pPr: 'pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr shd tabs suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE autoSpaceDN bidi adjustRightInd snapToGrid spacing ind contextualSpacing mirrorIndents suppressOverlap jc textDirection textAlignment textboxTightWrap outlineLvl divId cnfStyle rPr sectPr pPrChange',
  rPr: 'ins del moveFrom moveTo rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint noProof snapToGrid vanish webHidden color spacing w kern position sz szCs highlight u effect bdr shd fitText vertAlign rtl cs em lang eastAsianLayout specVanish oMath',
  sectPr:
    'headerReference footerReference footnotePr endnotePr type pgSz pgMar paperSrc pgBorders lnNumType pgNumType cols formProt vAlign noEndnote titlePg textDirection bidi rtlGutter docGrid printerSettings sectPrChange',
  tbl: 'tblPr tblGrid tr',
  tr: 'tblPrEx trPr tc',
  tc: 'tcPr p',
  p: 'pPr r',
  r: 'rPr t',
  style:
    'name aliases basedOn next link autoRedefine hidden uiPriority semiHidden unhideWhenUsed qFormat locked personal rsid pPr rPr tblPr trPr tcPr tblStylePr',
  settings: 'zoom defaultTabStop characterSpacingControl compat themeFontLang',
};

/** Content that comes in any order counts as one kind. */
const alike: Readonly<Record<string, string>> = {
  ins: 'r',
  del: 'r',
  delText: 't',
  br: 't',
  fldChar: 't',
  instrText: 't',
  footnoteRef: 't',
  endnoteRef: 't',
  separator: 't',
  continuationSeparator: 't',
};

/** Those that may come more than once. */
const repeated = new Set(['tr', 'tc', 'p', 'r', 't', 'footerReference']);

const run = (text: string, mark?: Run['mark']): Run => (mark ? { text, mark } : { text });

/** A grid with every property that a cell, a row and a paragraph may have, in tables with and without borders of their own. */
function everything(): Grid {
  const merged = cell('纵\n横', 'category', { rowspan: 2 });
  const unbordered = cell('备注', 'note', { colspan: 2 });
  const changed = cell('', 'text', {
    paragraphs: [[run('前')], [run('旧', 'deleted')], [run('新', 'inserted')], [run('又', 'inserted')]],
  });
  const partly = cell('', 'text', {
    paragraphs: [[run('同'), run('去', 'deleted'), run('来', 'inserted')]],
  });
  const head = [cell('甲', 'head', { header: true }), cell('乙', 'head'), cell('', 'head')];
  const added = cell('', 'text', { colspan: 3, paragraphs: [[run('增', 'inserted')], [run('添', 'inserted')]] });
  const removed = cell('', 'text', { colspan: 3, paragraphs: [[run('删', 'deleted')]] });
  const label = cell('长'.repeat(4000), 'section', { colspan: 3, header: true });
  const rows = [head, [merged, unbordered], [changed, partly, cell('丙', 'note')], [added], [removed], [label]];
  const columns = ['first', 'second', 'third'];
  const { tables } = gridOf(columns, rows, 1);
  return { title: '上行\n下行', titleStyle: 'title', tables: [...tables, ...sampleGrid().tables] };
}

const script = `
import io, json, posixpath, sys, zipfile
import xml.etree.ElementTree as tree
archive = zipfile.ZipFile(io.BytesIO(sys.stdin.buffer.read()))
parts = {name: tree.fromstring(archive.read(name)) for name in archive.namelist()}
short = lambda element: element.tag.split('}')[1]
words = '{http://schemas.openxmlformats.org/wordprocessingml/2006/main}'
types = parts['[Content_Types].xml']
print(json.dumps({
    'names': list(parts),
    'defaults': [e.get('Extension') for e in types if short(e) == 'Default'],
    'overrides': [e.get('PartName')[1:] for e in types if short(e) == 'Override'],
    'relations': [[name, e.get('Id'), posixpath.normpath(posixpath.join(posixpath.dirname(name), '..', e.get('Target')))]
        for name, part in parts.items() if name.endswith('.rels') for e in part],
    'used': [value for e in parts['word/document.xml'].iter() for key, value in e.attrib.items() if 'relationships}' in key],
    'styles': {
        'defined': [e.get(words + 'styleId') for e in parts['word/styles.xml'].iter(words + 'style')],
        'used': sorted({e.get(words + 'val') for name in ('word/document.xml', 'word/footer1.xml') for e in parts[name].iter(words + 'pStyle')}),
    },
    'children': [[short(e), [short(child) for child in e]] for name, part in parts.items() if name.startswith('word/')
        for e in part.iter() if e.tag.startswith(words)],
}))
`;

interface Markup {
  readonly names: readonly string[];
  readonly defaults: readonly string[];
  readonly overrides: readonly string[];
  /** The part of relations, the id, the target. */
  readonly relations: readonly (readonly [string, string, string])[];
  readonly used: readonly string[];
  readonly styles: { readonly defined: readonly string[]; readonly used: readonly string[] };
  /** Every element of the word/ parts with the names of its children. */
  readonly children: readonly (readonly [string, readonly string[]])[];
}

describe.skipIf(missing('python'))('the package', () => {
  const about = { ...meta, title: '<标题> & "名"', author: "'甲' & 乙", code: ']]>&' };
  let markup: Markup;
  beforeAll(async () => {
    markup = JSON.parse(runProgram('python', ['-c', script], await render(everything(), sampleTheme(), about)));
  });

  it.each(Object.entries(orders))('has the children of w:%s in the order of the standard', (name, written) => {
    const order = written.split(' ');
    const found = markup.children.filter(([element]) => element === name);
    expect(found.length).toBeGreaterThan(0);
    for (const [, children] of found) {
      // In a paragraph or run, content of several kinds; in properties, w:ins and w:del are themselves.
      const kinds = children.map((child) => (name === 'p' || name === 'r' ? (alike[child] ?? child) : child));
      const places = kinds.map((kind) => order.indexOf(kind));
      expect(places, `${name}: ${children}`).toEqual(places.toSorted((a, b) => a - b));
      expect(places, `${name}: ${children}`).not.toContain(-1);
      const once = kinds.filter((kind) => !repeated.has(kind));
      expect(new Set(once).size, `${name}: ${children}`).toBe(once.length);
    }
  });

  it('ends every cell with a paragraph, and follows every table by one', () => {
    for (const [element, children] of markup.children) {
      if (element === 'tc') expect(children.at(-1)).toBe('p');
      if (element !== 'body') continue;
      for (const [index, child] of children.entries()) if (child === 'tbl') expect(children[index + 1]).toBe('p');
    }
  });

  it('gives every part its type and every relation a part that is there', () => {
    const typed = markup.names.filter((name) => name !== '[Content_Types].xml');
    for (const name of typed) {
      const extension = name.split('.').at(-1) ?? '';
      expect(markup.overrides.includes(name) || markup.defaults.includes(extension), name).toBe(true);
    }
    expect(markup.names).toEqual(expect.arrayContaining([...markup.overrides]));
    expect(markup.names).toEqual(expect.arrayContaining(markup.relations.map(([, , target]) => target)));
  });

  it('names only relations and styles that exist', () => {
    const ids = markup.relations.flatMap(([part, id]) => (part === 'word/_rels/document.xml.rels' ? [id] : []));
    expect(markup.used).toHaveLength(1);
    expect(ids).toEqual(expect.arrayContaining([...markup.used]));
    expect(markup.styles.defined).toEqual(expect.arrayContaining([...markup.styles.used]));
  });
});
