// Fills in from a declaration that exists already what a document cannot know: fields that its form does not print, or that it has no place
// for. What the document leaves empty on purpose stays empty.
import { below } from '../../base/pointer.js';
import { type Declaration, isMapping } from '../../check/declaration.js';
import type { Field } from '../../check/form.js';
import type { Value } from '../../read/parsed.js';
import type { ImportedForm } from './to-declaration.js';

/** `folderYear`: the year of the existing file's folder, which stands for one that is not written. */
export function withExisting(imported: ImportedForm, existing: Declaration, folderYear: string | null): Declaration {
  const fill = (mapping: Declaration, was: Declaration, field: Field, pointer: string): Declaration => {
    const filled: Record<string, Value> = {};
    for (const child of field.properties) {
      const value = fillOne(mapping[child.key], was[child.key], child, below(pointer, child.key));
      if (value !== undefined) filled[child.key] = value;
    }
    const isKnown = (key: string) => field.properties.some((child) => child.key === key);
    for (const [key, value] of Object.entries(was)) if (!isKnown(key)) filled[key] = value;
    return filled;
  };

  const fillOne = (
    value: Value | undefined,
    was: Value | undefined,
    field: Field,
    pointer: string,
  ): Value | undefined => {
    if (field.role === 'form' || imported.unknown.has(pointer)) return was;
    if (field.role === 'year' && was === undefined && value === folderYear) return undefined;
    if (value === undefined || isEmpty(value)) return was === undefined || isEmpty(was) ? was : value;
    const keys = imported.unknownKeys.get(pointer);
    if (keys && Array.isArray(value) && Array.isArray(was)) return fillRows(value, was, field, keys);
    return isMapping(value) && isMapping(was) ? fill(value, was, field, pointer) : value;
  };

  return fill(imported.value, existing, imported.map.form.root, '');
}

/** What no column tells of a row is as it was in the row of the same name, else in the same place of as many. */
function fillRows(
  rows: readonly Value[],
  was: readonly Value[],
  list: Field,
  keys: ReadonlySet<string>,
): readonly Value[] {
  const { items } = list;
  if (!items) return rows;
  const identity = items.identity.length > 0 ? items.identity : list.identity;
  const nameOf = (row: Value) => (isMapping(row) ? JSON.stringify(identity.map((key) => row[key] ?? '')) : null);
  return rows.map((row, index) => {
    const named = was.find((one) => nameOf(one) !== null && nameOf(one) === nameOf(row));
    const before = named ?? (rows.length === was.length ? was[index] : undefined);
    if (!isMapping(row) || !isMapping(before)) return row;
    const entries = items.properties.flatMap(({ key }): readonly (readonly [string, Value])[] => {
      const value = keys.has(key) ? before[key] : row[key];
      return value === undefined ? [] : [[key, value]];
    });
    return Object.fromEntries(entries);
  });
}

function isEmpty(value: Value): boolean {
  return value === '' || (Array.isArray(value) && value.length === 0);
}
