// Turns a declaration into what a template sees: every key of the schema in the form's order, values ready to print.
// A printed value escapes itself, so a template can never turn text into markup.
import Handlebars from 'handlebars';
import { moneyToDecimal, printMoney, yuan } from '../base/money.js';
import { below } from '../base/pointer.js';
import { toBasisItem } from '../check/basis-items.js';
import { type Declaration, isMapping } from '../check/declaration.js';
import { type Field, type Form, findRole } from '../check/form.js';
import type { Value } from '../read/parsed.js';
import { readAmount } from '../terms/amount.js';
import { printBasisItem } from '../terms/basis-item.js';

/** A text for the template; `toHTML` is what Handlebars prints instead of escaping. */
class Printed {
  constructor(private readonly html: string) {}
  toHTML(): string {
    return this.html;
  }
}

export type View = Printed | null | readonly View[] | { readonly [key: string]: View };

/** What a template may ask about a value beyond the value itself. */
export interface About {
  readonly field: Field;
  readonly pointer: string;
}

/** The view and what is known of each of its lists and mappings. */
export interface Viewed {
  readonly view: View;
  readonly about: WeakMap<object, About>;
}

/** `year` stands in where the declaration gives none. */
export function toView(declaration: Declaration, form: Form, year: string | null): Viewed {
  const about = new WeakMap<object, About>();
  const yearKey = findRole(form, 'year')?.key;
  const value =
    yearKey !== undefined && year !== null && declaration[yearKey] === undefined
      ? { ...declaration, [yearKey]: year }
      : declaration;
  return { view: mappingView(value, form.root, '', about), about };
}

function toValue(value: Value | undefined, field: Field, pointer: string, about: WeakMap<object, About>): View {
  if (field.kind === 'basis-item') return value === undefined ? null : text(printBasisItem(toBasisItem(value, field)));
  if (field.shape === 'mapping') return mappingView(isMapping(value) ? value : {}, field, pointer, about);
  if (field.shape === 'list') return listView(value, field, pointer, about);
  if (typeof value !== 'string' || value === '') return null;
  return field.kind === 'amount' ? amount(value, field) : text(value);
}

function mappingView(
  value: { readonly [key: string]: Value },
  field: Field,
  pointer: string,
  about: WeakMap<object, About>,
): View {
  const view: Record<string, View> = {};
  for (const child of field.properties) {
    view[child.key] = toValue(value[child.key], child, below(pointer, child.key), about);
  }
  about.set(view, { field, pointer });
  return view;
}

/**
 * A list of rows is never empty: the form prints one row, blank or with the word that stands in the list's place in every cell.
 * Such a word prints as the one item of a list of texts.
 */
function listView(value: Value | undefined, field: Field, pointer: string, about: WeakMap<object, About>): View {
  const { items } = field;
  const word = typeof value === 'string' ? value : '';
  const rows = items?.shape === 'mapping' && !items.orText;
  const standIn = rows ? Object.fromEntries(items.properties.map(({ key }) => [key, word])) : word;
  const given = Array.isArray(value) && value.length > 0 ? value : standIn === '' ? [] : [standIn];
  const view = items ? given.map((item, index) => toValue(item, items, below(pointer, index), about)) : [];
  about.set(view, { field, pointer });
  return view;
}

function text(value: string): Printed {
  return new Printed(Handlebars.escapeExpression(value).replaceAll('\n', '<br>'));
}

/** Typed, so that a workbook gets a number. An amount that cannot be read is printed as it stands. */
function amount(value: string, field: Field): Printed {
  const style = field.print ?? yuan;
  const { fen } = readAmount(value, style.unit);
  if (fen === null) return text(value);
  return new Printed(`<data value="${moneyToDecimal(fen, style)}">${printMoney(fen, style)}</data>`);
}
