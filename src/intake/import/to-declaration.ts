// Turns what a document says in the places of a form into the values of a declaration, as a clerk writes them. What the document does not
// say is left empty or out, never made up.
import type { Finding, Said } from '../../base/finding.js';
import { below } from '../../base/pointer.js';
import type { Declaration } from '../../check/declaration.js';
import { type Field, findRole } from '../../check/form.js';
import type { Value } from '../../read/parsed.js';
import type { FormMap, Printed, Slot } from './form-map.js';
import type { ItemPrint } from './item-print.js';
import { importMessages } from './messages.js';
import type { Leftover, RawForm, RawText, RawTexts } from './raw-form.js';
import { readText } from './read-value.js';
import { splitBasisItem } from './split-basis-item.js';
import { splitItems } from './split-items.js';

export interface ImportedForm {
  readonly map: FormMap;
  readonly told: RawForm['told'];
  /** In the form's order. A text that is needed and not there is empty. */
  readonly value: Declaration;
  /** Pointers of fields that the document has no place for: what it does not know rather than leaves empty. */
  readonly unknown: ReadonlySet<string>;
  /** By the pointer of a list, the keys of its rows that the document has no column for. */
  readonly unknownKeys: ReadonlyMap<string, ReadonlySet<string>>;
  readonly leftovers: readonly Leftover[];
  /** About the document. */
  readonly findings: readonly Finding[];
}

/** What is known of a form's year besides what it prints; `asked` stands before that. */
export interface ImportYear {
  readonly asked: string | null;
  readonly otherwise: string | null;
}

export function toDeclaration(raw: RawForm, year: ImportYear): ImportedForm {
  const { map } = raw;
  const findings: Finding[] = [...raw.findings];
  const leftovers: Leftover[] = [...raw.leftovers];
  const unknown = new Set<string>();
  const lost = new Set<string>();
  const unknownKeys = new Map<string, Set<string>>();
  const items = itemPrints(map);
  const inTables = new Set(
    map.parts.flatMap((part) => (part.kind === 'table' ? part.rows.map((row) => row.pointer) : [])),
  );
  const warn = (kind: string, said: Said, pointer: string) => {
    findings.push({ rule: `import/${kind}`, level: 'warning', ...said, pointer });
  };

  const textOf = (text: RawText, field: Field, pointer: string): string => {
    const value = readText({ ...text, unit: text.unit ?? raw.unit }, field);
    if (value !== null) return value;
    warn('lost-digits', importMessages.lostDigits(field.label, text.text, text.at), pointer);
    leftovers.push({ text: text.text, at: text.at, after: pointer, by: null });
    lost.add(pointer);
    return '';
  };

  const itemsOf = (text: RawText, list: Field, pointer: string): readonly Value[] => {
    const item = list.items;
    const print = items.get(pointer) ?? { between: '\n', before: '', after: '', first: null };
    const { items: split, isOwn } = splitItems(text.text, print);
    if (!isOwn) warn('numbers', importMessages.numbers(list.label, split.length, text.at), pointer);
    return split.flatMap((one) => {
      const own = item ? readText({ text: one, number: null, unit: null }, item) : one;
      if (own === null || own === '') return [];
      return [item?.kind === 'basis-item' ? splitBasisItem(own, item) : own];
    });
  };

  const rowsOf = (rows: readonly RawTexts[], list: Field, pointer: string): Value => {
    const read = rows.flatMap((row): readonly Value[] => {
      const item = list.items;
      if (!item) return [];
      if (item.shape !== 'mapping') return [...row.values()].flatMap((text) => textOf(text, item, pointer) || []);
      const value = valuesOf(row, item, pointer);
      return Object.values(value).some((one) => one !== '') ? [value] : [];
    });
    const [only] = read;
    return list.word !== null && read.length === 1 && only !== undefined && isWord(only, list.word) ? list.word : read;
  };

  const valuesOf = (row: RawTexts, item: Field, pointer: string): Declaration => {
    const value: Record<string, Value> = {};
    for (const field of item.properties) {
      const text = row.get(below('', field.key));
      if (!text) unknownKeys.set(pointer, (unknownKeys.get(pointer) ?? new Set()).add(field.key));
      const own = text ? textOf(text, field, pointer) : '';
      if (own !== '' || field.required) value[field.key] = own;
    }
    return value;
  };

  const fieldValue = (field: Field, pointer: string): Value | null => {
    if (field.role === 'form') return map.form.title;
    if (field.shape === 'mapping' && field.kind !== 'basis-item') return mappingOf(field, pointer);
    const text = raw.texts.get(pointer);
    const rows = raw.rows.get(pointer);
    if (inTables.has(pointer)) {
      if (!rows) unknown.add(pointer);
      return rowsOf(rows ?? [], field, pointer);
    }
    if (!text) unknown.add(pointer);
    if (field.shape === 'list') return text ? itemsOf(text, field, pointer) : [];
    return text ? textOf(text, field, pointer) : '';
  };

  const mappingOf = (mapping: Field, pointer: string): Declaration => {
    const value: Record<string, Value> = {};
    for (const field of mapping.properties) {
      const own = fieldValue(field, below(pointer, field.key));
      if (own !== null && (field.required || !isEmpty(own))) value[field.key] = own;
    }
    return value;
  };

  const value = withYear(mappingOf(map.form.root, ''), map, year);
  const labels = labelsMissing(map, unknown, unknownKeys);
  if (labels.length > 0) warn('missing', importMessages.missing(labels), '');
  if (year.asked !== null) unknown.delete(below('', findRole(map.form, 'year')?.key ?? ''));
  return { map, told: raw.told, value, unknown: new Set([...unknown, ...lost]), unknownKeys, leftovers, findings };
}

/** How the lists that stand in one cell are printed. */
function itemPrints({ parts }: FormMap): ReadonlyMap<string, ItemPrint> {
  const slots = parts.flatMap((part) => (part.kind === 'labelled' ? slotsOf(part.values) : []));
  return new Map(slots.flatMap(({ pointer, items }) => (items ? [[pointer, items] as const] : [])));
}

/** What stands for nothing beside a word that stands for the whole list. */
const nothing = /^[-—–/／无\s]*$/;

/** A row that says the word in its first cell, and nothing else in the others. */
function isWord(row: Value, word: string): boolean {
  const [first, ...others] = typeof row === 'string' ? [row] : Object.values(row);
  const isNothing = (text: Value | undefined) =>
    typeof text === 'string' && (text.trim() === word || nothing.test(text));
  return typeof first === 'string' && first.trim() === word && others.every(isNothing);
}

function isEmpty(value: Value): boolean {
  return value === '' || (typeof value === 'object' && Object.keys(value).length === 0);
}

/** In the form's order, wherever it is known from. */
function withYear(
  value: Declaration,
  { form }: FormMap,
  { asked, otherwise }: { readonly asked: string | null; readonly otherwise: string | null },
): Declaration {
  const key = findRole(form, 'year')?.key;
  const written = key === undefined ? undefined : value[key];
  const year = asked ?? (typeof written === 'string' && written !== '' ? written : otherwise);
  if (key === undefined || year === null) return value;
  const entries = form.root.properties.flatMap((field): readonly (readonly [string, Value])[] => {
    const own = field.key === key ? year : value[field.key];
    return own === undefined ? [] : [[field.key, own]];
  });
  return Object.fromEntries(entries);
}

/** The labels of the places that were not found; those of a whole table where none of its rows was. */
function labelsMissing(
  { parts }: FormMap,
  unknown: ReadonlySet<string>,
  unknownKeys: ImportedForm['unknownKeys'],
): readonly string[] {
  return parts.flatMap((part): readonly string[] => {
    if (part.kind === 'remark') return [];
    if (part.kind === 'labelled') {
      return slotsOf(part.values).some(({ pointer }) => unknown.has(pointer)) ? [part.label.replace(/\s/g, '')] : [];
    }
    const missing = part.rows.filter(({ pointer }) => unknown.has(pointer));
    const heads = part.heads.filter((head) => head !== null);
    if (missing.length === part.rows.length && heads.length > 0) return [heads.join(' ')];
    const columns = part.rows.flatMap(({ pointer, values }) =>
      slotsOf(values.map(({ printed }) => printed)).flatMap(({ field }) =>
        unknownKeys.get(pointer)?.has(field.key) ? field.label : [],
      ),
    );
    return [...missing.map(({ labels }) => labels.map(({ text }) => text).join(' ')), ...new Set(columns)];
  });
}

function slotsOf(printed: readonly Printed[]): readonly Slot[] {
  return printed.flat().filter((piece) => typeof piece !== 'string');
}
