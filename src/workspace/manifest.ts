// What lies in a folder of outputs and what it was made from: `.manifest.json`, digests only, the same bytes for the same state.
// { "version": 1,
//   "inputs":       { "<id>": { form, schema, rules, template, theme, workbook, fonts, tool, epoch, draft } },   once for every distinct set in use
//   "declarations": { "<file>": [{ "source": sha256, "inputs": "<id>", "outputs": { "<format>": sha256 } }] } }   one line each
// A document's path is its declaration's without projects/, with the format in place of the extension.
// A declaration has one entry for each state its documents were made from: one, unless some formats were built later than others.
import { readFileSync } from 'node:fs';
import type { Words } from '../base/finding.js';
import { sha256 } from './digest.js';
import { messages } from './messages.js';
import { codeOf } from './write-whole-file.js';

/** Everything but the source that documents are made from; digests, apart from `form` (the title) and `epoch`. */
export interface Inputs {
  readonly form: string;
  readonly schema: string;
  readonly rules: string;
  readonly template: string;
  readonly theme: string;
  /** Empty where the form has none. */
  readonly workbook: string;
  readonly fonts: string;
  readonly tool: string;
  /** Seconds since 1970, or null for 1 January of the year. */
  readonly epoch: number | null;
  /** The pages are marked as a draft, since the declaration breaks rules. */
  readonly draft: boolean;
}

/** Documents made from one state. `inputs` is a key of the manifest's inputs; outputs are digests by format. */
export interface Made {
  readonly source: string;
  readonly inputs: string;
  readonly outputs: Readonly<Record<string, string>>;
}

export interface Manifest {
  readonly inputs: ReadonlyMap<string, Inputs>;
  readonly declarations: ReadonlyMap<string, readonly Made[]>;
}

/** What one run adds to a manifest and takes from it. */
export interface Changes {
  readonly inputs: Map<string, Inputs>;
  readonly made: Map<string, readonly Made[]>;
  /** Formats whose documents are gone, by declaration. */
  readonly dropped: Map<string, readonly string[]>;
}

export const noManifest: Manifest = { inputs: new Map(), declarations: new Map() };

/** Names a set of inputs within manifests. */
export function idOf(inputs: Inputs): string {
  const { form, schema, rules, template, theme, workbook, fonts, tool, epoch, draft } = inputs;
  const parts = [form, schema, rules, template, theme, workbook, fonts, tool, String(epoch), String(draft)];
  return sha256(...parts).slice(0, 16);
}

/** A missing or broken manifest is empty; of a broken one the words tell. */
export function readManifest(path: string): { readonly manifest: Manifest; readonly warning: Words | null } {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    const missing = codeOf(error) === 'ENOENT' || codeOf(error) === 'ENOTDIR';
    return { manifest: noManifest, warning: missing ? null : messages.brokenManifest(path) };
  }
  const manifest = parseManifest(text);
  return { manifest: manifest ?? noManifest, warning: manifest ? null : messages.brokenManifest(path) };
}

export function withChanges(manifest: Manifest, { inputs, made, dropped }: Changes): Manifest {
  const declarations = new Map(manifest.declarations);
  for (const [file, entries] of made) {
    const before = declarations.get(file);
    // Most have never been made before, and need no copy.
    declarations.set(file, before || entries.length > 1 ? entries.reduce(withMade, before ?? []) : entries);
  }
  for (const [file, formats] of dropped) {
    const left = without(declarations.get(file) ?? [], formats);
    if (left.length > 0) declarations.set(file, left);
    else declarations.delete(file);
  }
  return { inputs: new Map([...manifest.inputs, ...inputs]), declarations };
}

function withMade(entries: readonly Made[], made: Made): readonly Made[] {
  const same = entries.find((one) => one.source === made.source && one.inputs === made.inputs);
  const others = without(
    entries.filter((one) => one !== same),
    Object.keys(made.outputs),
  );
  return [...others, { ...made, outputs: { ...same?.outputs, ...made.outputs } }];
}

function without(entries: readonly Made[], formats: readonly string[]): readonly Made[] {
  return entries
    .map((one) => ({
      ...one,
      outputs: Object.fromEntries(Object.entries(one.outputs).filter(([format]) => !formats.includes(format))),
    }))
    .filter((one) => Object.keys(one.outputs).length > 0);
}

/** Sorted, without inputs that nothing uses: the text tells the state, not how it came about. */
export function printManifest({ inputs, declarations }: Manifest): string {
  return [...printWith({ inputs, declarations }, printDeclaration)].join('');
}

/** The text of a manifest in pieces, where a declaration's line may be in another shape, such as bytes that are there already. */
export function* printWith<Line>(
  { inputs, declarations }: Manifest,
  lineOf: (file: string, entries: readonly Made[]) => Line,
): Iterable<string | Line> {
  const used = new Set([...declarations.values()].flatMap((entries) => entries.map((one) => one.inputs)));
  const usedInputs = sorted(inputs).filter(([id]) => used.has(id));
  yield '{\n"version": 1,\n"inputs": ';
  yield* block(usedInputs, ([id, one]) => `${JSON.stringify(id)}: ${JSON.stringify(one)}`);
  yield ',\n"declarations": ';
  yield* block(sorted(declarations), ([file, entries]) => lineOf(file, entries));
  yield '\n}\n';
}

export function printDeclaration(file: string, entries: readonly Made[]): string {
  const ordered = [...entries].sort((a, b) => compare(a.source + a.inputs, b.source + b.inputs));
  const printed = ordered.map(({ source, inputs, outputs }) => ({
    source,
    inputs,
    outputs: Object.fromEntries(sorted(new Map(Object.entries(outputs)))),
  }));
  return `${JSON.stringify(file)}: ${JSON.stringify(printed)}`;
}

function* block<Item, Line>(items: readonly Item[], print: (item: Item) => Line): Iterable<string | Line> {
  if (items.length === 0) return yield '{}';
  for (const [at, item] of items.entries()) {
    yield at === 0 ? '{\n' : ',\n';
    yield print(item);
  }
  yield '\n}';
}

function sorted<T>(map: ReadonlyMap<string, T>): readonly (readonly [string, T])[] {
  return [...map].sort(([a], [b]) => compare(a, b));
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Null when the text is no manifest of this version, wholly right: nothing is repaired by guessing. */
export function parseManifest(text: string): Manifest | null {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return null;
  }
  if (!isRecord(value) || value.version !== 1 || !isRecord(value.inputs) || !isRecord(value.declarations)) return null;
  const inputs = Object.entries(value.inputs);
  const declarations = Object.entries(value.declarations);
  if (!inputs.every(([, one]) => isInputs(one))) return null;
  if (!declarations.every(([, entries]) => Array.isArray(entries) && entries.every(isMade))) return null;
  return { inputs: new Map(inputs as [string, Inputs][]), declarations: new Map(declarations as [string, Made[]][]) };
}

function isInputs(value: unknown): value is Inputs {
  if (!isRecord(value)) return false;
  const { form, schema, rules, template, theme, workbook, fonts, tool } = value;
  const texts = [form, schema, rules, template, theme, workbook, fonts, tool];
  const isDated = value.epoch === null || typeof value.epoch === 'number';
  return texts.every((one) => typeof one === 'string') && isDated && typeof value.draft === 'boolean';
}

function isMade(value: unknown): value is Made {
  if (!isRecord(value) || typeof value.source !== 'string' || typeof value.inputs !== 'string') return false;
  const { outputs } = value;
  if (!isRecord(outputs)) return false;
  for (const format in outputs) {
    if (typeof outputs[format] !== 'string') return false;
  }
  return true;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
