// Writes the structure tree: Document > H1, Table > TR > TH/TD, each cell with the marked contents that show it, on one page or several.
// pdfkit's own elements know neither ColSpan nor RowSpan.
import type { PdfFile, Ref } from './document.js';
import type { Block, MeasuredRow } from './measure.js';

/** A page with what its marked contents show, in the order of their numbers: a cell, or null for the title. */
export interface TaggedPage {
  readonly page: Ref;
  readonly marked: readonly (Block | null)[];
}

export function writeTags(file: PdfFile, rows: readonly MeasuredRow[], pages: readonly TaggedPage[]): void {
  const contents = contentsOf(pages);
  /** By what is shown, its element. */
  const elements = new Map<Block | null, Ref>();
  const element = (type: string, parent: Ref, attributes: object = {}) => {
    const made = file.ref({ S: type, P: parent, ...attributes });
    (parent.data.K as Ref[]).push(made);
    return made;
  };
  const group = (type: string, parent: Ref) => {
    const made = element(type, parent);
    made.data.K = [];
    return made;
  };
  const leaf = (type: string, parent: Ref, shown: Block | null, attributes: object = {}) => {
    const kids = contents.get(shown);
    elements.set(shown, element(type, parent, { ...attributes, ...(kids ? { K: kids } : {}) }));
  };

  file.structure.data.K = [];
  const document = group('Document', file.structure);
  const made: Ref[] = [document];
  if (contents.has(null)) leaf('H1', document, null);
  let table = document;
  let current = -1;
  for (const row of rows) {
    if (row.table !== current) {
      current = row.table;
      table = group('Table', document);
      made.push(table);
    }
    const tr = group('TR', table);
    made.push(tr);
    for (const block of row.blocks) leaf(block.cell.header ? 'TH' : 'TD', tr, block, { A: attributesOf(row, block) });
  }

  const parents: unknown[] = [];
  pages.forEach(({ page, marked }, index) => {
    page.data.StructParents = index;
    parents.push(
      index,
      marked.map((shown) => elements.get(shown)),
    );
  });
  file.structure.data.ParentTree = { Nums: parents };
  file.structure.data.ParentTreeNextKey = pages.length;
  for (const ref of [...made, ...elements.values()]) ref.end();
}

/** By what is shown, the references to its marked contents. */
function contentsOf(pages: readonly TaggedPage[]): ReadonlyMap<Block | null, readonly object[]> {
  const contents = new Map<Block | null, object[]>();
  for (const { page, marked } of pages) {
    marked.forEach((shown, number) => {
      const content = { Type: 'MCR', Pg: page, MCID: number };
      const others = contents.get(shown);
      if (others) others.push(content);
      else contents.set(shown, [content]);
    });
  }
  return contents;
}

/** A label beside its value is the head of its row; one above what it names is the head of its column. */
function attributesOf(row: MeasuredRow, { cell }: Block): object | undefined {
  const { header, colspan, rowspan } = cell;
  if (!header && colspan === 1 && rowspan === 1) return undefined;
  return {
    O: 'Table',
    ...(header ? { Scope: row.head || row.label ? 'Column' : 'Row' } : {}),
    ...(colspan > 1 ? { ColSpan: colspan } : {}),
    ...(rowspan > 1 ? { RowSpan: rowspan } : {}),
  };
}
