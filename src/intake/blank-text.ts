// Turns a form's schema into the text of a declaration that is still to be written: every key in the form's order, explained above it.
// What is missing is left empty, so that a check names it in its place. A space stands ready behind each colon and dash: YAML
// wants one, and it is the first thing that people forget.
import type { Field, Form } from '../check/form.js';
import { commentLines, modeline, toScalar } from './comment.js';

export interface Start {
  readonly year: string;
  readonly name: string;
  /** The schema's path as seen from the declaration; null where an editor cannot reach one. */
  readonly schema: string | null;
}

/** Ends with a line break. Reads without a finding, and checks with none but of what is not yet written. */
export function blankText(form: Form, start: Start): string {
  const given = new Map([
    ['form', form.title],
    ['year', start.year],
    ['name', start.name],
  ]);
  const writer: Writer = { hasStars: hasStars(form.root), explained: new Set(), around: [] };
  const head = [
    ...(start.schema === null ? [] : [modeline(start.schema)]),
    ...commentLines(form.title),
    ...(form.root.description === null ? [] : commentLines(form.root.description)),
    '# 怎样填：内容写在冒号后面，空格已经留好。以“# ”开头的行是说明，不印；同样的栏只在第一次出现时说明。',
    '# 写完运行 npx shenbao check：还缺什么、哪里不对，会逐处说明。',
  ];
  const entries = form.root.properties.map((field) => writeEntry(field, given.get(field.role ?? '') ?? null, writer));
  return `${[head, ...entries].map((lines) => lines.join('\n')).join('\n\n')}\n`;
}

interface Writer {
  /** On a form without any star, a row without one is not the less wanted. */
  readonly hasStars: boolean;
  /** Kinds of rows whose keys were explained above. */
  readonly explained: Set<string>;
  /** Kinds of rows that the entry stands in: a recursive schema ends where one comes again. */
  readonly around: readonly string[];
}

/** `given`: what is known already. */
function writeEntry(field: Field, given: string | null, writer: Writer, explain = true): readonly string[] {
  const word = given === null && field.word !== null && !field.starred && writer.hasStars ? field.word : null;
  const optional = !field.required && given === null;
  const value = given ?? word;
  // Everything that an editor's “toggle comment” brings back at once.
  const body = value === null ? writeOpen(field, writer) : [`${toKey(field)}: ${toValue(value, field)}`];
  return [
    ...(explain ? explanation(field, given, word) : []),
    ...(optional ? body.map((line) => (line === '' ? '#' : `# ${line}`)) : body),
  ];
}

/** What is left to be written. */
function writeOpen(field: Field, writer: Writer): readonly string[] {
  const key = `${toKey(field)}:`;
  if (field.shape === 'mapping') {
    return [key, ...indent(field.properties.flatMap((child) => writeEntry(child, null, writer)))];
  }
  if (field.shape === 'list' && field.items && !writer.around.includes(kindOf(field.items))) {
    return [key, ...indent(writeItem(field.items, writer))];
  }
  return [`${key} `];
}

function writeItem(items: Field, writer: Writer): readonly string[] {
  const [first, ...others] = items.properties;
  if (!first) return ['- '];
  const kind = kindOf(items);
  const explain = !writer.explained.has(kind);
  writer.explained.add(kind);
  const inside = { ...writer, around: [...writer.around, kind] };
  const rest = indent(others.flatMap((child) => writeEntry(child, null, inside, explain)));
  const about = explain && items.description !== null ? commentLines(`每条：${items.description}`) : [];
  const lines = writeEntry(first, null, inside, explain);
  if (!first.required) return [...about, '- ', ...indent(lines), ...rest];
  const at = lines.findIndex((line) => !line.startsWith('#'));
  const [line = '', ...below] = lines.slice(at);
  return [...about, ...lines.slice(0, at), `- ${line}`, ...indent(below), ...rest];
}

function explanation(field: Field, given: string | null, word: string | null): readonly string[] {
  return [
    ...(field.description === null ? [] : commentLines(field.description)),
    ...commentLines(need(field, given, word) + (given === null ? examples(field) : '')),
  ];
}

function need(field: Field, given: string | null, word: string | null): string {
  if (given !== null) return field.required ? '必填，已填好。' : '选填，已填好。';
  if (word !== null) return `不带星号：已写“${word}”；用得上时删去它，照带星号的样子另起一行写。`;
  if (field.word !== null) {
    return field.starred ? '带星号，必填：至少一行。' : `至少一行；用不上的，在冒号后面只写“${field.word}”。`;
  }
  if (!field.required) return '选填：要写时，删去下面行首的“# ”。';
  return field.shape === 'list' ? '必填：每条另起一行，前面写“- ”。' : '必填。';
}

/** Those that the description does not give already. */
function examples(field: Field): string {
  if (field.choices !== null) return `只能写：${field.choices.join(' 或 ')}`;
  const [given, prefix] = field.items?.shape === 'text' ? [field.items.examples, '- '] : [field.examples, ''];
  const unsaid = given.filter((example) => example !== field.word && !field.description?.includes(example));
  return unsaid.length === 0 ? '' : `例如：${unsaid.map((example) => prefix + example).join(' 或 ')}`;
}

function toKey(field: Field): string {
  return toScalar(field.key);
}

function toValue(text: string, field: Field): string {
  return field.kind === 'year' ? text : toScalar(text);
}

function indent(lines: readonly string[]): readonly string[] {
  return lines.map((line) => `  ${line}`);
}

/** Rows of the same keys, said in the same words, are of one kind. */
function kindOf(items: Field): string {
  return JSON.stringify([items.description, items.properties.map(({ key, description }) => [key, description])]);
}

function hasStars(field: Field): boolean {
  return field.starred || field.properties.some(hasStars);
}
