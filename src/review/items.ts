// Turns the items of a list into what tells them apart: what they print, what identifies them, what a reviewer calls them.
import { toBasisItem } from '../check/basis-items.js';
import { isMapping } from '../check/declaration.js';
import type { Field } from '../check/form.js';
import type { Value } from '../read/parsed.js';
import { printBasisItem, subjectOf } from '../terms/basis-item.js';
import { policyLines } from '../terms/policy-lines.js';
import { plainText } from './plain-text.js';

export interface Item {
  readonly value: Value;
  /** All that the form prints of it. */
  readonly printed: string;
  /** Two with the same print alike and are equal. */
  readonly key: string;
  /** Two with the same are the same item, whatever else became of them. */
  readonly identity: string;
  readonly name: string;
  /** The keys that the name is written under; none where it stands in a text. */
  readonly nameKeys: readonly string[];
  /** What is printed besides the name; null where that is all. */
  readonly rest: string | null;
}

/** `list` is the list's field. Items of the wrong shape are texts. */
export function toItems(values: readonly Value[], list: Field): readonly Item[] {
  const { items } = list;
  const keys = items && items.identity.length > 0 ? items.identity : list.identity;
  return values.map((value) => toItem(value, items, keys));
}

function toItem(value: Value, field: Field | null, keys: readonly string[]): Item {
  if (field?.kind === 'basis-item' && (isMapping(value) || typeof value === 'string')) {
    const item = toBasisItem(value, field);
    const [printed, name] = [printBasisItem(item), subjectOf(item)];
    const nameKeys = field.properties.filter(({ role }) => role === 'item-subject').map(({ key }) => key);
    return { value, printed, key: printed, identity: name, name, nameKeys, rest: printed.replace(name, '') };
  }
  if (field?.shape === 'mapping' && isMapping(value)) {
    const parts = field.properties.map(({ key }) => ({ key, text: plainText(value[key]) }));
    const nameKeys = parts.filter(({ key }) => keys.length === 0 || keys.includes(key)).map(({ key }) => key);
    const print = (isName: boolean) =>
      parts.flatMap(({ key, text }) => (nameKeys.includes(key) === isName ? (text ?? []) : [])).join('　');
    const [name, rest] = [print(true), print(false)];
    const printed = [name, rest].filter((text) => text !== '').join('　');
    return { value, printed, key: JSON.stringify(parts.map(({ text }) => text)), identity: name, name, nameKeys, rest };
  }
  const printed = plainText(value) ?? '';
  const identity = field?.kind === 'policy' ? identityOfPolicy(printed) : printed;
  return { value, printed, key: printed, identity, name: printed, nameKeys: [], rest: null };
}

/** The number of the document, else its title. */
function identityOfPolicy(text: string): string {
  const [line] = policyLines(text);
  return line?.number ?? line?.title ?? text;
}
