// Turns a declaration into what rules look at: texts, amounts, indicators and basis items, found by the roles that its schema gives.
// Only what has the right shape is there, so that rules may look at a declaration whose structure has faults.
import type { Fen } from '../base/money.js';
import { below } from '../base/pointer.js';
import type { Value } from '../read/parsed.js';
import { readAmount } from '../terms/amount.js';
import type { BasisItem } from '../terms/basis-item.js';
import { toBasisItem } from './basis-items.js';
import { type Declaration, isMapping } from './declaration.js';
import type { Field, Form } from './form.js';

/** A text of the declaration; never empty. */
export interface Text {
  readonly pointer: string;
  readonly text: string;
  readonly field: Field;
}

export interface Amount extends Text {
  /** Null where it cannot be read. */
  readonly fen: Fen | null;
}

/** The rows of one second-level indicator. */
export interface Group {
  readonly pointer: string;
  readonly field: Field;
  /** The group's own roles and those of the groups it lies in, e.g. `cost-indicators`. */
  readonly roles: ReadonlySet<string>;
  /** What is written in place of the list. */
  readonly word: string | null;
  readonly rows: readonly Row[];
}

/** One third-level indicator; what is not written is null. */
export interface Row {
  readonly pointer: string;
  readonly group: Group;
  readonly name: Text | null;
  readonly value: Text | null;
  readonly explanation: Text | null;
}

export interface Item {
  readonly pointer: string;
  readonly field: Field;
  readonly item: BasisItem;
}

export interface Subject {
  /** Relative to the workspace. */
  readonly path: string;
  /** The year of the folder, or null. */
  readonly folderYear: string | null;
  readonly form: Form;
  readonly declaration: Declaration;
  /** Every text but the words that stand in place of lists, in the order of the form. */
  readonly texts: readonly Text[];
  /** All of them, each on lines of its own: what is not found here is in none of them, which is asked faster once than of each. */
  readonly whole: string;
  readonly groups: readonly Group[];
  /** Of all groups. */
  readonly rows: readonly Row[];
  /** Of the field with the role `basis`. */
  readonly items: readonly Item[];
  /** The texts of all fields and items of fields with the role, e.g. every `policy`. */
  withRole(role: string): readonly Text[];
  /** The first of them. */
  text(role: string): Text | null;
  amount(role: string): Amount | null;
  amounts(role: string): readonly Amount[];
}

export function toSubject(value: Declaration, form: Form, path: string, folderYear: string | null): Subject {
  const texts: Text[] = [];
  const groups: Group[] = [];
  const items: Item[] = [];
  const byRole = new Map<string, Text[]>();

  const visit = (value: Value, field: Field, pointer: string, roles: readonly string[]): void => {
    if (typeof value === 'string') {
      // The word in place of a list is no text that anybody wrote.
      if (value === '' || field.shape === 'list') return;
      const text = { pointer, text: value, field };
      texts.push(text);
      for (const role of roles) {
        const known = byRole.get(role);
        if (known) known.push(text);
        else byRole.set(role, [text]);
      }
      return;
    }
    if (isMapping(value)) {
      for (const child of field.properties) {
        const given = value[child.key];
        if (given !== undefined)
          visit(given, child, below(pointer, child.key), child.role === null ? [] : [child.role]);
      }
      return;
    }
    const inner = field.items;
    if (!inner) return;
    value.forEach((one: Value, index: number) => {
      const at = below(pointer, index);
      if (inner.kind === 'basis-item' && field.role === 'basis') {
        items.push({ pointer: at, field: inner, item: toBasisItem(one, inner) });
      }
      visit(one, inner, at, inner.role === null ? roles : [...roles, inner.role]);
    });
  };

  const gather = (value: Value | undefined, field: Field, pointer: string, outer: readonly string[]): void => {
    const roles = field.role === null ? outer : [...outer, field.role];
    if (field.shape === 'list') {
      if (value !== undefined) groups.push(toGroup(value, field, pointer, roles));
    } else if (isMapping(value)) {
      for (const child of field.properties) gather(value[child.key], child, below(pointer, child.key), roles);
    }
  };

  visit(value, form.root, '', []);
  for (const field of form.root.properties) {
    if (field.role === 'indicators') gather(value[field.key], field, below('', field.key), []);
  }

  const withRole = (role: string): readonly Text[] => byRole.get(role) ?? [];
  const toAmount = (text: Text): Amount => ({ ...text, fen: readAmount(text.text, text.field.print?.unit).fen });
  const amounts = (role: string): readonly Amount[] => withRole(role).map(toAmount);
  return {
    path,
    folderYear,
    form,
    declaration: value,
    texts,
    whole: texts.map(({ text }) => text).join('\n'),
    groups,
    rows: groups.flatMap(({ rows }) => rows),
    items,
    withRole,
    text: (role) => withRole(role)[0] ?? null,
    amount: (role) => amounts(role)[0] ?? null,
    amounts,
  };
}

function toGroup(value: Value, field: Field, pointer: string, roles: readonly string[]): Group {
  const rows: Row[] = [];
  const group: Group = {
    pointer,
    field,
    roles: new Set(roles),
    word: typeof value === 'string' ? value : null,
    rows,
  };
  const { items } = field;
  if (items && Array.isArray(value)) {
    value.forEach((one: Value, index: number) => {
      const at = below(pointer, index);
      const cell = (role: string): Text | null => {
        const part = items.properties.find((property) => property.role === role);
        const text = part && isMapping(one) ? one[part.key] : undefined;
        return part && typeof text === 'string' && text !== ''
          ? { pointer: below(at, part.key), text, field: part }
          : null;
      };
      rows.push({
        pointer: at,
        group,
        name: cell('indicator-name'),
        value: cell('indicator-value'),
        explanation: cell('indicator-explanation'),
      });
    });
  }
  return group;
}
