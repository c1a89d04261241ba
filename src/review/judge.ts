// Says of each change what it is worth: the one table of judgements. The first that has something to say has the word.
import type { Words } from '../base/finding.js';
import { type Fen, type MoneyStyle, yuan } from '../base/money.js';
import { growth, type Percent } from '../base/percent.js';
import { fromPointer } from '../base/pointer.js';
import { toBasisItem } from '../check/basis-items.js';
import { isMapping } from '../check/declaration.js';
import { type Field, fieldAt } from '../check/form.js';
import { type Value, valueAt } from '../read/parsed.js';
import { readAmount } from '../terms/amount.js';
import { readBasisItem } from '../terms/basis-reading.js';
import type { Direction } from '../terms/indicator-strictness.js';
import type { Change, State } from './change.js';
import { judgeIndicatorValue } from './judge-indicator-value.js';
import { messages } from './messages.js';

export interface Judgement {
  /** Whether what is promised became more (收紧) or less (放宽); null where neither can be said for sure. */
  readonly direction: Direction | null;
  /** What a reviewer wants to know besides; null where nothing. */
  readonly note: Words | null;
  /** By how much an amount grew; null where none is told, or not for sure. */
  readonly difference: Fen | null;
  /** The same of what it was before; null where that was nothing. */
  readonly percent: Percent | null;
}

export interface Judged extends Change, Judgement {}

/** What stands at a change's pointer on one side. */
export interface Side {
  readonly state: State;
  readonly pointer: string;
  readonly value: Value;
  readonly field: Field;
  /** Of the field and of all that it lies in. */
  readonly roles: ReadonlySet<string>;
}

export interface Case {
  readonly change: Change;
  /** Null where nothing stood, or where no field of the form is. */
  readonly before: Side | null;
  readonly after: Side | null;
}

const nothing: Judgement = { direction: null, note: null, difference: null, percent: null };

type Judge = (one: Case) => Partial<Judgement> | null;

/** By what they are about, from the surest. */
const table: readonly Judge[] = [amountGrew, itemGrew, judgeIndicatorValue, rowCameOrWent, wordCameOrWent];

export function judge(change: Change, before: State, after: State): Judged {
  const one: Case = {
    change,
    before: change.pointerBefore === null ? null : sideAt(before, change.pointerBefore),
    after: change.kind === 'removed' ? null : sideAt(after, change.pointer),
  };
  for (const judgeOne of table) {
    const judgement = judgeOne(one);
    if (judgement) return { ...change, ...nothing, ...judgement };
  }
  return { ...change, ...nothing };
}

function sideAt(state: State, pointer: string): Side | null {
  const path = fromPointer(pointer);
  const value = valueAt(state.declaration, pointer);
  const field = fieldAt(state.form.root, path);
  if (value === undefined || field === null) return null;
  const roles = path.flatMap((_, at) => fieldAt(state.form.root, path.slice(0, at + 1))?.role ?? []);
  return { state, pointer, value, field, roles: new Set(roles) };
}

function amountGrew({ change, before, after }: Case): Partial<Judgement> | null {
  const field = (after ?? before)?.field;
  if (field?.kind !== 'amount' || change.kind !== 'changed') return null;
  return grown(fenOf(before), fenOf(after), field.print ?? yuan);
}

function fenOf(side: Side | null): Fen | null {
  return side && typeof side.value === 'string' ? readAmount(side.value, side.field.print?.unit).fen : null;
}

/** An item that came or went counts from nothing or to nothing. */
function itemGrew({ change, before, after }: Case): Partial<Judgement> | null {
  const field = (after ?? before)?.field;
  if (field?.kind !== 'basis-item' || change.kind === 'moved') return null;
  // Of a renamed item its amount is told where it stands, unless it stands in the same text.
  if (change.kind === 'renamed' && isMapping(before?.value) && isMapping(after?.value)) return null;
  const [was, is] = [before ? costOf(before) : 0n, after ? costOf(after) : 0n];
  const judgement = grown(was, is, field.print ?? yuan);
  // What came or went did so wholly: no share says more.
  return before && after ? judgement : withoutShare(judgement, field.print ?? yuan);
}

function withoutShare(judgement: Partial<Judgement>, style: MoneyStyle): Partial<Judgement> {
  const { difference = null } = judgement;
  return difference === null ? judgement : { difference, note: messages.grown(difference, null, style) };
}

function costOf({ value, field }: Side): Fen | null {
  const unit = field.properties.find(({ role }) => role === 'item-amount')?.print?.unit;
  return readBasisItem(toBasisItem(value, field), unit).amount?.fen ?? null;
}

function grown(before: Fen | null, after: Fen | null, style: MoneyStyle): Partial<Judgement> {
  if (before === null || after === null) return {};
  const percent = growth(before, after);
  const note = before === after ? null : messages.grown(after - before, percent, style);
  return { note, difference: after - before, percent };
}

/** A row of the table of indicators: a promise more or less. */
function rowCameOrWent({ change, before, after }: Case): Partial<Judgement> | null {
  const side = after ?? before;
  if (!side?.roles.has('indicators') || side.field.shape !== 'mapping' || !/\/[0-9]+$/.test(side.pointer)) return null;
  if (change.kind === 'added') return { direction: 'tightened', note: messages.rowAdded };
  if (change.kind !== 'removed') return null;
  const list = fieldAt(side.state.form.root, fromPointer(side.pointer).slice(0, -1));
  return { direction: 'loosened', note: list?.starred ? messages.starredRowRemoved : messages.rowRemoved };
}

/** A list of indicators that was a word such as 不适用, or became one. */
function wordCameOrWent({ before, after }: Case): Partial<Judgement> | null {
  const side = after ?? before;
  if (!side?.roles.has('indicators') || side.field.shape !== 'list') return null;
  const [had, has] = [hasRows(before), hasRows(after)];
  if (had === has) return null;
  if (has) return { direction: 'tightened', note: messages.rowsTakenUp };
  return { direction: 'loosened', note: side.field.starred ? messages.starredRowsGivenUp : messages.rowsGivenUp };
}

function hasRows(side: Side | null): boolean {
  return Array.isArray(side?.value) && side.value.length > 0;
}
