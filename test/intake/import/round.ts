// There and back: prints declarations, imports what became of the documents, and counts those that lost anything on the way.
import fc from 'fast-check';
import { expect } from 'vitest';
import type { Declaration } from '../../../src/check/declaration.js';
import type { FormMap } from '../../../src/intake/import/form-map.js';
import { readForms, readImportSource } from '../../../src/intake/import/import-source.js';
import { toDeclaration } from '../../../src/intake/import/to-declaration.js';
import { writeYaml } from '../../../src/intake/import/write-yaml.js';
import { read } from '../../../src/read/read.js';
import type { Format } from '../../../src/render/renderer.js';
import { compare } from '../../../src/review/compare.js';
import { cases } from '../../parity/declarations.js';
import { gansuCases } from '../../parity/gansu-declarations.js';
import { produceFrom } from '../../support/project-goal.js';
import { declarations } from './generated.js';
import { formMaps, kits } from './support.js';

const settings = { year: '2025', epoch: null, digest: '5eed'.repeat(16), draft: false };

export interface Rendered {
  readonly name: string;
  readonly map: FormMap;
  readonly declaration: Declaration;
  readonly format: Format;
  readonly bytes: Uint8Array;
}

/** Items of a list that has no numbers are lines: two lines of one item come back as two. */
const ambiguous = new Set(['Gansu: line breaks and spaces']);

/** Texts of declarations that make it hard, of all forms. */
export const proved = [...cases, ...gansuCases]
  .filter(({ name }) => !ambiguous.has(name))
  .map(({ name, bytes }) => ({ name, text: new TextDecoder().decode(bytes) }));

export async function render(name: string, text: string, formats: readonly Format[]): Promise<readonly Rendered[]> {
  const path = `projects/2025/${name}.yaml`;
  const { value, findings } = await produceFrom(path, Buffer.from(text), kits, formats, settings);
  const declaration = read({ path, text }).value?.value as Declaration;
  const map = (await formMaps()).find(({ form }) => Object.values(declaration).includes(form.title));
  if (!value || !map) throw new Error(`${name}: ${findings.map(({ message }) => message.zh).join('; ')}\n${text}`);
  return value.map(({ format, bytes }) => ({ name, map, declaration, format, bytes }));
}

export const bytesOf = (documents: readonly Rendered[]) => documents.map(({ bytes }) => bytes);

export interface Rounds {
  /** `saved`: what became of each document's bytes; `how`: by whose hands. None may have lost anything. */
  prove(how: string, documents: readonly Rendered[], saved: readonly Uint8Array[]): Promise<void>;
  /** What `prove` says of documents as they were built. */
  proveAsBuilt(documents: readonly Rendered[]): Promise<void>;
  /** The same of so many declarations of a form at random, each as `shown` leaves it. */
  proveGenerated(
    title: string,
    formats: readonly Format[],
    numRuns: number,
    shown?: (declaration: Declaration) => Declaration,
  ): Promise<void>;
  /** How many documents there were of each kind, and how many with losses. */
  report(): string;
}

export function openRounds(): Rounds {
  const counts = new Map<string, { documents: number; losses: number }>();
  const prove: Rounds['prove'] = async (how, documents, saved) => {
    const count = counts.get(how) ?? { documents: 0, losses: 0 };
    counts.set(how, count);
    const lost: Record<string, readonly unknown[]> = {};
    for (const [index, document] of documents.entries()) {
      const found = await losses(document, saved[index] as Uint8Array);
      count.documents += 1;
      if (found.length === 0) continue;
      count.losses += 1;
      lost[`${document.name} ${document.format}`] = found;
    }
    expect(lost).toEqual({});
  };
  return {
    prove,
    proveAsBuilt: (documents) => prove('as built', documents, bytesOf(documents)),
    async proveGenerated(title, formats, numRuns, shown = (declaration) => declaration) {
      const map = (await formMaps()).find(({ form }) => form.title === title) as FormMap;
      await fc.assert(
        fc.asyncProperty(declarations(map), async (declaration) => {
          const text = writeYaml(shown(declaration), map.form, { schema: null, leftovers: [] });
          const documents = await render('any', text, formats);
          await prove('generated, as built', documents, bytesOf(documents));
        }),
        { numRuns },
      );
    },
    report() {
      const lines = [...counts].map(
        ([how, { documents, losses }]) => `  ${how.padEnd(34)} ${documents} documents, ${losses} with losses`,
      );
      return `imported again\n${lines.join('\n')}`;
    },
  };
}

/** What differs, and what was not understood; nothing where all came back. */
async function losses({ map, declaration }: Rendered, bytes: Uint8Array): Promise<readonly unknown[]> {
  const source = await readImportSource(bytes);
  const [raw, ...others] = source.value ? readForms(source.value, await formMaps()) : [];
  if (!raw || others.length > 0) return [`not one form but ${raw ? 1 + others.length : 'none'}`];
  const { value, leftovers, findings } = toDeclaration(raw, { asked: null, otherwise: '2025' });
  const text = writeYaml(value, map.form, { schema: null, leftovers });
  const again = read({ path: '', text }).value?.value as Declaration;
  const { changes } = compare({ declaration, form: map.form }, { declaration: again, form: map.form });
  return [
    ...changes.map(({ label, before, after }) => [label.zh, before, after]),
    ...leftovers,
    ...[...source.findings, ...findings].map(({ message }) => message.zh),
  ];
}
