// Writes the cells of a sheet as one template of rows, in which loops run over rows as they do in form.hbs. A loop over groups goes on
// down to the rows of their lists; where a loop has no item, its rows stand once, empty: an authority's form does not lose them.
import type { Said } from '../../base/finding.js';
import type { Form } from '../../check/form.js';
import { enter, isText, resolve, type Scope } from '../contexts.js';
import type { Program } from '../mask.js';
import { lineAttribute } from '../prepare.js';
import { parseTemplate } from '../printer.js';
import type { Blocks, OpenBlock, PlaceholderCell } from './blocks.js';
import { cellMarkup } from './cell-markup.js';

/** Rows of the sheet that are repeated together, for each item of what `levels` loops within each other run over. */
export interface RowBlock {
  readonly first: number;
  readonly last: number;
  readonly levels: number;
  readonly blocks: readonly RowBlock[];
}

export type RowCells = ReadonlyMap<number, readonly PlaceholderCell[]>;

export interface SheetTemplate {
  readonly text: string;
  readonly blocks: readonly RowBlock[];
  /** Names of the cells that print a list. */
  readonly lists: ReadonlySet<string>;
  /** The cell that an offset of the text comes from. */
  cellAt(offset: number): PlaceholderCell | undefined;
}

/** Carries the number of the item in each loop around a row, outermost first. */
export const pathAttribute = 'data-path';

export function writeTemplate(
  { blocks: open }: Blocks,
  rows: RowCells,
  form: Form,
  report: (cell: PlaceholderCell, said: Said) => void,
): SheetTemplate {
  const pieces: string[] = [];
  const origins: { readonly start: number; readonly cell: PlaceholderCell }[] = [];
  const lists = new Set<string>();
  let length = 0;
  const emit = (text: string) => {
    pieces.push(text);
    length += text.length;
  };
  const from = (cell: PlaceholderCell) => origins.push({ start: length, cell });

  const parse = (text: string, cell: PlaceholderCell): Program | null => {
    const program = parseTemplate(text);
    if (!('said' in program)) return program;
    report(cell, program.said);
    return null;
  };

  const emitRow = (row: number, scope: Scope) => {
    emit(startOf(row, scope.loops.length, 0));
    for (const cell of rows.get(row) ?? []) {
      from(cell);
      const program = parse(cell.text, cell);
      if (!program) continue;
      const { markup, field, isList } = cellMarkup(cell.text, program, scope);
      if (isList) lists.add(cell.name);
      emit(`<td${field === null ? '' : ` data-field="${field}"`}>${markup}</td>`);
    }
    emit('</tr>');
  };

  /** Blocks and the rows between them; of these `all`, or only those with placeholders. */
  const emitRows = (first: number, last: number, inner: readonly OpenBlock[], scope: Scope, all: boolean) => {
    const made: RowBlock[] = [];
    let row = first;
    for (const block of [...inner, null]) {
      for (; row < (block?.first ?? last + 1); row += 1) if (all || rows.has(row)) emitRow(row, scope);
      if (!block) break;
      made.push(emitBlock(block, scope));
      row = block.last + 1;
    }
    return made;
  };

  const emitBlock = (block: OpenBlock, outer: Scope): RowBlock => {
    from(block.cell);
    let scope = outer;
    let levels = 0;
    const loop = (opening: string, given: Scope['context'], names: readonly string[]) => {
      emit(`{{#${opening}}}`);
      scope = enter('each', given, names, scope);
      levels += 1;
    };
    for (const [index, opened] of block.opened.entries()) {
      const node = parse(`{{#${opened}}}{{/each}}`, block.cell)?.body[0] as hbs.AST.BlockStatement | undefined;
      const names = node?.program?.blockParams ?? [];
      const given = givenTo(node, scope);
      const isInnermost = index === block.opened.length - 1 && block.blocks.length === 0;
      if (!isInnermost || !areGroups(given)) {
        loop(opened, given, names);
        continue;
      }
      const [, path = opened, as = ''] = /^(.*?)( as \|[^|]*\|)?\s*$/s.exec(opened) ?? [];
      loop(path, given, []);
      while (areGroups(scope.context)) loop('each this', scope.context, []);
      loop(`each this${as}`, scope.context, names);
    }
    const blocks = emitRows(block.first, block.last, block.blocks, scope, true);
    for (let left = 1; left <= levels; left += 1) {
      emit('{{else}}');
      emit(blankRows({ ...block, blocks }, outer.loops.length + levels - left, left, rows));
      emit('{{/each}}');
    }
    return { first: block.first, last: block.last, levels, blocks };
  };

  const root: Scope = { context: [form.root], names: new Map(), loops: [], outer: null };
  const numbers = [...rows.keys()];
  const blocks = emitRows(numbers[0] ?? 1, numbers.at(-1) ?? 0, open, root, false);
  return {
    text: pieces.join(''),
    blocks,
    lists,
    cellAt: (offset) => (origins.findLast(({ start }) => start <= offset) ?? origins[0])?.cell,
  };
}

/** The fields that an `each` is given; what is wrong with them is found by the check of the whole. */
function givenTo(node: hbs.AST.BlockStatement | undefined, scope: Scope): Scope['context'] {
  const argument = node?.params[0];
  if (argument?.type !== 'PathExpression' || (argument as hbs.AST.PathExpression).data) return null;
  const found = resolve(argument as hbs.AST.PathExpression, scope);
  return found && 'missing' in found ? null : found;
}

/** Whether these are groups whose values are groups or lists, so that the rows lie deeper. */
function areGroups(given: Scope['context']): boolean {
  return (
    given !== null &&
    given.length > 0 &&
    given.every(({ shape, properties }) => shape === 'mapping' && properties.length > 0 && !properties.some(isText))
  );
}

function startOf(row: number, loops: number, more: number): string {
  return `<tr ${lineAttribute}="${row}" ${pathAttribute}="${pathOf(loops, more)}">`;
}

/** `1.2.1`: the numbers of the items of `loops` loops, as mustaches of the innermost, and `more` zeros. */
function pathOf(loops: number, more: number): string {
  const numbers = Array.from({ length: loops }, (_, index) => `{{@${'../'.repeat(loops - 1 - index)}number}}`);
  return [...numbers, ...Array<string>(more).fill('0')].join('.');
}

/** Each row of a block once, without contents. */
function blankRows(
  { first, last, blocks }: Omit<RowBlock, 'levels'>,
  loops: number,
  more: number,
  rows: RowCells,
): string {
  let text = '';
  for (let row = first; row <= last; row += 1) {
    const inner = blocks.find((block) => block.first === row);
    if (inner) {
      text += blankRows(inner, loops, more + inner.levels, rows);
      row = inner.last;
    } else text += `${startOf(row, loops, more)}${'<td></td>'.repeat(rows.get(row)?.length ?? 0)}</tr>`;
  }
  return text;
}
