// Finds the sheets whose formulas may depend on what is filled in, through other sheets, names and tables: the values that they keep
// from the last calculation are no longer right.
import type { Book } from './book.js';
import { type Piece, parseFormula } from './formula.js';
import type { Package } from './package.js';
import type { Sheet } from './sheet.js';
import { attributeValue, textOf } from './xml.js';

/** Stands for every sheet: what a formula means cannot be told. */
const anything = '*';

/** `filled`: names of sheets. */
export function affectedSheets(
  office: Package,
  book: Book,
  sheets: readonly Sheet[],
  filled: ReadonlySet<string>,
): ReadonlySet<string> {
  const leadsTo = new Map<string, ReadonlySet<string>>();
  for (const { name, element } of book.names) {
    leadsTo.set(named(name), new Set([...usesOf(textOf(book.xml, element), ''), ...(leadsTo.get(named(name)) ?? [])]));
  }
  for (const { name, part } of book.sheets) {
    for (const { type, part: table } of office.relationships(part)) {
      if (type !== 'table' || table === null) continue;
      const xml = office.xml(table);
      leadsTo.set(named(attributeValue(xml, xml.root, 'displayName') ?? ''), new Set([sheet(name)]));
    }
  }
  for (const one of sheets) {
    const uses = new Set<string>();
    for (const { formula } of one.rows.flatMap(({ cells }) => cells)) {
      for (const use of formula ? usesOf(textOf(one.xml, formula), one.name) : []) uses.add(use);
    }
    leadsTo.set(sheet(one.name), uses);
  }
  const users = new Map<string, string[]>();
  for (const [from, uses] of leadsTo)
    for (const use of uses) {
      const known = users.get(use);
      if (known) known.push(from);
      else users.set(use, [from]);
    }
  const reached = new Set([...[...filled].map(sheet), anything]);
  // Grows while it is walked.
  for (const one of reached) for (const user of users.get(one) ?? []) reached.add(user);
  return new Set(sheets.filter(({ name }) => reached.has(sheet(name))).map(({ name }) => name));
}

const sheet = (name: string) => `sheet ${name.toLowerCase()}`;
const named = (name: string) => `name ${name.toLowerCase()}`;

function usesOf(text: string, own: string): readonly string[] {
  if (text === '') return [];
  const pieces = parseFormula(text);
  return pieces ? pieces.flatMap((piece) => usesOfPiece(piece, own)) : [anything];
}

function usesOfPiece(piece: Piece, own: string): readonly string[] {
  if (piece.kind === 'function') return /^(?:INDIRECT|EVALUATE)$/i.test(piece.text) ? [anything] : [];
  if (piece.kind === 'name') return [named(piece.text.slice(piece.text.lastIndexOf('!') + 1))];
  if (piece.kind !== 'reference' && piece.kind !== 'columns') return [];
  const [first = own, last] = piece.sheets ?? [];
  // Those between the two are not told by their names.
  return last === undefined ? [sheet(first)] : [anything];
}
