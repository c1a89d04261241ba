// Says which documents are out of date and why, from digests alone: no declaration is parsed.
import type { Format } from '../render/renderer.js';
import { type DeclarationFile, outputOf } from './find.js';
import type { DiskKits } from './kits.js';
import type { Inputs, Manifest } from './manifest.js';
import type { Reason } from './messages.js';

/** The state that documents are held against. Digests are null where there is no file. */
export interface State {
  readonly manifest: Manifest;
  readonly kits: Pick<DiskKits, 'inputsFor'>;
  readonly epoch: number | null;
  /** Drafts are what is wanted of declarations that break rules. */
  readonly draft: boolean;
  sourceDigest(file: string): string | null;
  outputDigest(path: string): string | null;
}

/** What is to be made of one declaration. */
export interface Todo {
  readonly declaration: DeclarationFile;
  readonly formats: readonly Format[];
  readonly reasons: readonly Reason[];
}

export type Judge = (declaration: DeclarationFile, format: Format) => readonly Reason[];

/** A judge says why a document is not what it would be if it were made now; nothing when it is. */
export function judgeOutputs(state: State): Judge {
  const { manifest } = state;
  const changes = new Map<string, readonly Reason[]>();
  const changesOf = (id: string): readonly Reason[] => {
    const known = changes.get(id) ?? compare(manifest.inputs.get(id), state);
    changes.set(id, known);
    return known;
  };

  // Asked for format by format, a source is looked at once.
  let last: { readonly file: string; readonly digest: string | null } | null = null;
  const sourceOf = (file: string): string | null => {
    if (last?.file !== file) last = { file, digest: state.sourceDigest(file) };
    return last.digest;
  };

  return ({ file, stem }, format) => {
    const path = outputOf(stem, format);
    const entry = manifest.declarations.get(file)?.find(({ outputs }) => outputs[format] !== undefined);
    if (!entry) return [state.outputDigest(path) === null ? 'new' : 'unrecorded'];
    const changed = changesOf(entry.inputs);
    if (entry.source !== sourceOf(file)) return ['source', ...changed];
    if (changed.length > 0) return changed;
    const digest = state.outputDigest(path);
    return digest === entry.outputs[format] ? [] : [digest === null ? 'missing' : 'edited'];
  };
}

function compare(
  before: Inputs | undefined,
  { kits, epoch, draft }: Pick<State, 'kits' | 'epoch' | 'draft'>,
): readonly Reason[] {
  if (!before) return ['unrecorded'];
  const now = kits.inputsFor(before.form, epoch);
  if (!now) return ['form'];
  const parts = ['schema', 'rules', 'template', 'theme', 'workbook', 'fonts', 'tool', 'epoch'] as const;
  const changed: readonly Reason[] = parts.filter((part) => before[part] !== now[part]);
  return before.draft && !draft ? [...changed, 'draft'] : changed;
}

/** What a build has to do, in the order given, and how many declarations need nothing. */
export function plan(
  declarations: readonly DeclarationFile[],
  formats: readonly Format[],
  judge: Judge,
  force: boolean,
): { readonly todo: readonly Todo[]; readonly unchanged: number } {
  const todo: Todo[] = [];
  for (const declaration of declarations) {
    if (force) {
      todo.push({ declaration, formats, reasons: ['forced'] });
      continue;
    }
    const stale: Format[] = [];
    const reasons = new Set<Reason>();
    for (const format of formats) {
      const found = judge(declaration, format);
      if (found.length === 0) continue;
      stale.push(format);
      for (const reason of found) reasons.add(reason);
    }
    if (stale.length > 0) todo.push({ declaration, formats: stale, reasons: [...reasons] });
  }
  return { todo, unchanged: declarations.length - todo.length };
}
