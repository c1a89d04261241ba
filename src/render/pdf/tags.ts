// Writes the structure tree: Document > H1, Table > TR > TH/TD, each cell with the marked contents that show it, on one page or several.
// pdfkit's own elements know neither ColSpan nor RowSpan.
import type { DataRef, PdfFile, Ref } from './document.js';
import type { Block, MeasuredRow } from './measure.js';

/** A page with what its marked contents show, in the order of their numbers: a cell, or null for the title. */
export interface TaggedPage {
  readonly page: DataRef;
  readonly marked: readonly (Block | null)[];
}

export function writeTags(file: PdfFile, rows: readonly MeasuredRow[], pages: readonly TaggedPage[]): void {
  const contents = contentsOf(pages);
  /** By what is shown, its element. */
  const elements = new Map<Block | null, Ref>();
  const element = (type: string, parent: Ref, fill: (own: Ref) => string) => {
    const own = file.ref();
    file.write(own, `<</S/${type}/P ${parent}${fill(own)}>>`);
    return own;
  };
  const group = (type: string, parent: Ref, kids: (own: Ref) => readonly Ref[]) =>
    element(type, parent, (own) => `/K[${kids(own).join(' ')}]`);
  const leaf = (type: string, parent: Ref, shown: Block | null, attributes: string) => {
    const own = element(type, parent, () => attributes + (contents.get(shown) ?? ''));
    elements.set(shown, own);
    return own;
  };
  const rowOf = (row: MeasuredRow, table: Ref) =>
    group('TR', table, (tr) =>
      row.blocks.map((block) => leaf(block.cell.header ? 'TH' : 'TD', tr, block, attributesOf(row, block))),
    );

  const document = group('Document', file.structure, (own) => [
    ...(contents.has(null) ? [leaf('H1', own, null, '')] : []),
    ...byTable(rows).map((table) => group('Table', own, (ref) => table.map((row) => rowOf(row, ref)))),
  ]);

  const parents = pages.map(({ page, marked }, index) => {
    page.data.StructParents = index;
    return `${index} [${marked.map((shown) => elements.get(shown)).join(' ')}]`;
  });
  const tree = file.add(`<</Nums[${parents.join(' ')}]>>`);
  Object.assign(file.structure.data, { K: [document], ParentTree: tree, ParentTreeNextKey: pages.length });
}

function byTable(rows: readonly MeasuredRow[]): readonly (readonly MeasuredRow[])[] {
  const tables: MeasuredRow[][] = [];
  let current = -1;
  for (const row of rows) {
    if (row.table !== current) tables.push([]);
    current = row.table;
    tables.at(-1)?.push(row);
  }
  return tables;
}

/** By what is shown, where: the number of a marked content and its page, or a list of such. */
function contentsOf(pages: readonly TaggedPage[]): ReadonlyMap<Block | null, string> {
  const places = new Map<Block | null, { readonly page: Ref; readonly number: number }[]>();
  for (const { page, marked } of pages) {
    marked.forEach((shown, number) => {
      const others = places.get(shown);
      if (others) others.push({ page, number });
      else places.set(shown, [{ page, number }]);
    });
  }
  const contents = new Map<Block | null, string>();
  for (const [shown, all] of places) {
    const [first] = all;
    const onFirst = all.map(({ page, number }) =>
      page === first?.page ? number : `<</Type/MCR/Pg ${page}/MCID ${number}>>`,
    );
    contents.set(shown, `/Pg ${first?.page}/K${all.length === 1 ? ` ${first?.number}` : `[${onFirst.join(' ')}]`}`);
  }
  return contents;
}

/** A label beside its value is the head of its row; one above what it names is the head of its column. */
function attributesOf(row: MeasuredRow, { cell }: Block): string {
  const { header, colspan, rowspan } = cell;
  if (!header && colspan === 1 && rowspan === 1) return '';
  const scope = header ? `/Scope/${row.head || row.label ? 'Column' : 'Row'}` : '';
  const across = colspan > 1 ? `/ColSpan ${colspan}` : '';
  const down = rowspan > 1 ? `/RowSpan ${rowspan}` : '';
  return `/A<</O/Table${scope}${across}${down}>>`;
}
