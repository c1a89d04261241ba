// Turns what ajv found into findings that name the key, the value and the way out; one fault, one finding.
// ajv's own words are not used: they leave out which key and which value, and report the branches of a choice one by one.
import type { Finding, Place, Said } from '../base/finding.js';
import { below, fromPointer, toPointer } from '../base/pointer.js';
import { type Parsed, type Value, valueAt } from '../read/parsed.js';
import { isMapping } from './declaration.js';
import { type Field, type Form, fieldAt } from './form.js';
import * as words from './messages.js';
import { suggestKey } from './suggest-key.js';

export interface AjvErrorLike {
  readonly instancePath: string;
  readonly keyword: string;
  readonly params: Readonly<Record<string, unknown>>;
}

/** Where something that is not in the file is missed: the file's first character. */
export function topOf(parsed: Parsed): Place {
  return { file: parsed.source.path, line: 1, column: 1, endLine: 1, endColumn: 1, start: 0, end: 0 };
}

export function findStructureFaults(parsed: Parsed, form: Form, errors: readonly AjvErrorLike[]): readonly Finding[] {
  const at = (keyword: string) => errors.filter((error) => error.keyword === keyword);
  // Pointers of the keys that unknown ones were meant to be: not suggested twice, and not reported as missing as well.
  const meant = new Set<string>();
  const unknown = at('additionalProperties').map((error) => unknownKey(parsed, form, error, meant));
  const findings = [
    ...unknown,
    ...missingKeys(parsed, form, at('required'), meant),
    ...errors.flatMap((error) => wrongValue(parsed, form, error) ?? []),
  ];
  // A value that fails two branches, or two keywords that say the same, is one fault.
  const seen = new Set<string>();
  return findings.filter(({ pointer, message }) => {
    const same = `${pointer} ${message.zh}`;
    return !seen.has(same) && seen.add(same);
  });
}

/** Adds to `meant` the pointer of the key that it suggests. */
function unknownKey(parsed: Parsed, form: Form, { instancePath, params }: AjvErrorLike, meant: Set<string>): Finding {
  const key = String(params.additionalProperty);
  const pointer = below(instancePath, key);
  const parent = valueAt(parsed.value, instancePath);
  const given = isMapping(parent) ? parent : {};
  const field = fieldAt(form.root, fromPointer(instancePath));
  const free = (field?.properties ?? []).filter(
    (property) => !Object.hasOwn(given, property.key) && !meant.has(below(instancePath, property.key)),
  );
  const suggestion = suggestKey(key, free, form.root);
  if (suggestion?.key !== undefined) meant.add(below(instancePath, suggestion.key));
  const place = parsed.placeOf(pointer, 'key');
  return {
    rule: 'schema/additionalProperties',
    level: 'error',
    ...words.unknownKey(key, instancePath, suggestion, free),
    pointer,
    place,
    ...(suggestion?.safe && { cure: { start: place.start, end: place.end, text: suggestion.key } }),
  };
}

/** One finding for all that is missing at one place. */
function missingKeys(
  parsed: Parsed,
  form: Form,
  errors: readonly AjvErrorLike[],
  meant: ReadonlySet<string>,
): readonly Finding[] {
  const byParent = new Map<string, string[]>();
  for (const { instancePath, params } of errors) {
    const key = String(params.missingProperty);
    if (meant.has(below(instancePath, key))) continue;
    byParent.set(instancePath, [...(byParent.get(instancePath) ?? []), key]);
  }
  return [...byParent].map(([pointer, keys]) => {
    const properties = fieldAt(form.root, fromPointer(pointer))?.properties ?? [];
    const missing = properties.filter(({ key }) => keys.includes(key));
    return {
      rule: 'schema/required',
      level: 'error',
      ...words.missingKeys(pointer, missing),
      pointer,
      place: placeOfHead(parsed, pointer),
    };
  });
}

/** Where a mapping begins: its own key, an item's first key, the top of the file. */
function placeOfHead(parsed: Parsed, pointer: string): Place {
  const path = fromPointer(pointer);
  if (path.length === 0) return topOf(parsed);
  const parent = valueAt(parsed.value, toPointer(path.slice(0, -1)));
  if (!Array.isArray(parent)) return parsed.placeOf(pointer, 'key');
  const item = valueAt(parsed.value, pointer);
  const [first] = isMapping(item) ? Object.keys(item) : [];
  return first === undefined ? parsed.placeOf(pointer) : parsed.placeOf(below(pointer, first), 'key');
}

function wrongValue(parsed: Parsed, form: Form, error: AjvErrorLike): Finding | null {
  const { instancePath: pointer, keyword, params } = error;
  const value = valueAt(parsed.value, pointer) ?? '';
  const field = fieldAt(form.root, fromPointer(pointer)) ?? form.root;
  const said = sayWrongValue(pointer, field, value, error);
  if (!said) return null;

  const cure =
    keyword === 'pattern' && field.word === null && typeof value === 'string'
      ? tidy(value, String(params.pattern))
      : null;
  const place = pointer === '' ? topOf(parsed) : value === '' ? placeOfHead(parsed, pointer) : parsed.placeOf(pointer);
  const whole = typeof value === 'string' && value !== '' ? parsed.placeWithin(pointer, 0, value.length) : place;
  return {
    rule: `schema/${keyword}`,
    level: 'error',
    ...said,
    pointer,
    place: keyword === 'dependentRequired' ? parsed.placeOf(below(pointer, String(params.property)), 'key') : place,
    ...(cure !== null && { cure: { start: whole.start, end: whole.end, text: cure } }),
  };
}

/** Null for what is said elsewhere or says nothing: `if` only repeats its branch, amounts are read by values.ts. */
function sayWrongValue(pointer: string, field: Field, value: Value, { keyword, params }: AjvErrorLike): Said | null {
  if (['if', 'required', 'additionalProperties'].includes(keyword)) return null;
  if (keyword === 'dependentRequired') {
    return words.lacksPartner(pointer, String(params.property), String(params.missingProperty));
  }
  if (keyword === 'type' || (field.word !== null && typeof value === 'string'))
    return words.wrongShape(pointer, field, value);
  if (field.kind === 'amount') return null;
  if (value === '') return words.nothingWritten(pointer, field);
  const text = typeof value === 'string' ? value : '';
  if (keyword === 'enum') return words.notAChoice(pointer, field, text);
  if (keyword === 'const') return words.otherThan(pointer, text, String(params.allowedValue));
  if (keyword === 'maxLength') return words.tooLong(pointer, text, Number(params.limit));
  if (keyword === 'pattern') return words.wrongPattern(pointer, field, text);
  return words.otherKeyword(pointer, field, text, keyword);
}

/** The value without what a pen would not notice (width of characters, spaces, 年, small letters, another way to write a date), if the pattern then fits. */
function tidy(value: string, pattern: string): string | null {
  const half = value.normalize('NFKC').replace(/\s/gu, '');
  const fits = new RegExp(pattern, 'u');
  const date = half.replace(/^([0-9]{4})[年./-]([0-9]{1,2})[月./-]([0-9]{1,2})日?$/, (_, year, month, day) =>
    [year, month.padStart(2, '0'), day.padStart(2, '0')].join('-'),
  );
  return [half, half.replace(/年$/u, ''), half.toUpperCase(), date].find((text) => fits.test(text)) ?? null;
}
