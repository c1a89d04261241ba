// Writes the values of a declaration as a clerk would: in the form's order, texts as they stand, blank lines between sections, and what was
// not understood as comments where it stood. What comes out has been read again: it says exactly the values.
import { type Finding, isError } from '../../base/finding.js';
import { below } from '../../base/pointer.js';
import type { Declaration } from '../../check/declaration.js';
import type { Field, Form } from '../../check/form.js';
import type { Value } from '../../read/parsed.js';
import { valueAt } from '../../read/parsed.js';
import { read } from '../../read/read.js';
import { commentLines, modeline, toScalar } from '../comment.js';
import { importMessages } from './messages.js';
import type { Leftover } from './raw-form.js';
import { type Writing, writeText } from './to-scalar.js';

export interface WriteOptions {
  /** The schema's path as seen from the declaration; null where an editor cannot reach one. */
  readonly schema: string | null;
  readonly leftovers: readonly Leftover[];
  /** A value whose sections are parted by blank lines alike; absent: the value itself. */
  readonly like?: Declaration;
}

/** Ends with a line break. Texts hold nothing that a declaration may not hold: see clean-text.ts. */
export function writeYaml(value: Declaration, form: Form, options: WriteOptions): string {
  const writings = new Map<string, Writing>();
  for (;;) {
    const text = writeAll(value, form, options, (pointer) => writings.get(pointer) ?? 'plain');
    const less = lessPlain(text, value, writings);
    if (less.length === 0) return text;
    for (const pointer of less) writings.set(pointer, writings.get(pointer) === 'quoted' ? 'safe' : 'quoted');
  }
}

/** The texts that did not read as they should, and may be written less plainly. */
function lessPlain(text: string, value: Declaration, writings: ReadonlyMap<string, Writing>): readonly string[] {
  const { value: parsed, findings } = read({ path: '', text });
  const all = textsOf(value, '');
  const isFine = (pointer: string) => parsed !== null && valueAt(parsed.value, pointer) === valueAt(value, pointer);
  const told = new Set(findings.filter(isOfWriting).map(({ pointer }) => pointer));
  const isOpen = (pointer: string) => writings.get(pointer) !== 'safe';
  const wrong = all.filter((pointer) => isOpen(pointer) && (!isFine(pointer) || told.has(pointer)));
  const isAmiss = told.size > 0 || parsed === null || !saysTheSame(parsed.value, value);
  return wrong.length > 0 || !isAmiss ? wrong : all.filter(isOpen);
}

/** What was read has its keys in the same order, and no prototypes. */
function saysTheSame(a: Value, b: Value): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

/** Characters are warned of however they are written. */
function isOfWriting(finding: Finding): boolean {
  const aboutCharacters =
    /^yaml\/(?:byte-order-mark|zero-width|no-break-space|tab|replacement-character|text-too-long)$/;
  return isError(finding) ? finding.rule !== 'yaml/text-too-long' : !aboutCharacters.test(finding.rule);
}

function textsOf(value: Value, pointer: string): readonly string[] {
  if (typeof value === 'string') return [pointer];
  return Object.entries(value).flatMap(([key, child]: [string, Value]) => textsOf(child, below(pointer, key)));
}

/** Figures may stand without quotes: the schema says that they are meant as such. A code may not: editors take it for a number. */
const figures: ReadonlySet<string | null> = new Set(['amount', 'years', 'year', 'date']);

/** A longer text is a section of its own. */
const longText = 60;

function writeAll(
  value: Declaration,
  form: Form,
  options: WriteOptions,
  writing: (pointer: string) => Writing,
): string {
  const left = new Set(options.leftovers);
  const take = (belongs: (after: string | null) => boolean): readonly string[] => {
    const taken = [...left].filter(({ after }) => belongs(after));
    for (const one of taken) left.delete(one);
    return taken.flatMap(toComment);
  };

  const entry = (
    key: string,
    child: Value,
    field: Field | null,
    pointer: string,
    indent: number,
  ): readonly string[] => {
    const lines = withLabel(`${toScalar(key)}:`, child, field, pointer, indent);
    // What stands within a mapping was taken by its entries.
    const comments = take((after) => after === pointer || (after?.startsWith(`${pointer}/`) ?? false));
    return [...lines, ...comments.map((line) => `${' '.repeat(indent)}${line}`)];
  };

  /** `label`: a key or a dash, as it stands at `indent`. */
  const withLabel = (
    label: string,
    child: Value,
    field: Field | null,
    pointer: string,
    indent: number,
  ): readonly string[] => {
    const margin = ' '.repeat(indent);
    if (typeof child === 'string') {
      const kind = field?.kind ?? null;
      const how = kind === 'code' && writing(pointer) === 'plain' ? 'quoted' : writing(pointer);
      const text = writeText(child, how, indent + 2, figures.has(kind));
      return `${margin}${label} ${text}`.trimEnd().split('\n');
    }
    if (Array.isArray(child)) {
      if (child.length === 0) return [`${margin}${label} []`];
      const items = child.flatMap((item: Value, index) =>
        withLabel('-', item, field?.items ?? null, below(pointer, index), indent + 2),
      );
      return [`${margin}${label}`, ...items];
    }
    const entries = entriesOf(child as Declaration, field, pointer, indent + 2);
    if (entries.length === 0) return [`${margin}${label} {}`];
    if (label !== '-') return [`${margin}${label}`, ...entries.flat()];
    const [first = '', ...others] = entries.flat();
    return [`${margin}- ${first.trimStart()}`, ...others];
  };

  const entriesOf = (mapping: Declaration, field: Field | null, pointer: string, indent: number) =>
    Object.entries(mapping).map(([key, child]) => {
      const own = field?.properties.find((property) => property.key === key) ?? null;
      return entry(key, child, own, below(pointer, key), indent);
    });

  const head = options.schema === null ? [] : [modeline(options.schema)];
  const top = take((after) => after === null);
  const values = Object.keys(value).map((key) => options.like?.[key] ?? value[key]);
  const entries = entriesOf(value, form.root, '', 0);
  const rest = take(() => true);
  const sections = entries.map((lines, index) => {
    const isParted =
      index > 0 && (isSection(values[index]) || isSection(values[index - 1]) || endsInComment(entries[index - 1]));
    return [...(isParted ? [''] : []), ...lines];
  });
  const all = [
    ...head,
    ...(top.length > 0 ? [...top, ''] : []),
    ...sections.flat(),
    ...(rest.length > 0 ? ['', ...rest] : []),
  ];
  return `${all.join('\n')}\n`;
}

function isSection(value: Value | undefined): boolean {
  if (typeof value === 'string') return value.length > longText || value.includes('\n');
  return value !== undefined;
}

function endsInComment(lines: readonly string[] | undefined): boolean {
  return lines?.at(-1)?.startsWith('#') ?? false;
}

/** A bar stands before what the document says, so that nothing in it is taken for an instruction to the tool. */
function toComment({ text, at, by }: Leftover): readonly string[] {
  const head = by === null ? importMessages.leftover(at) : importMessages.comment(at, by);
  const said = commentLines(head.zh);
  return [...said, ...commentLines(text).map((line) => line.replace(/^#/, '# |'))];
}
