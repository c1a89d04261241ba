// There and back by PDF: our own come back to the character; those that LibreOffice and Chromium print of our other documents come back as far
// as what is drawn tells.
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Declaration } from '../../../src/check/declaration.js';
import type { FormMap } from '../../../src/intake/import/form-map.js';
import { readForms, readImportSource } from '../../../src/intake/import/import-source.js';
import { toDeclaration } from '../../../src/intake/import/to-declaration.js';
import { writeYaml } from '../../../src/intake/import/write-yaml.js';
import { read } from '../../../src/read/read.js';
import { parseFont } from '../../../src/render/pdf/font.js';
import type { Format } from '../../../src/render/renderer.js';
import { compare } from '../../../src/review/compare.js';
import { cases } from '../../parity/declarations.js';
import { gansuCases } from '../../parity/gansu-declarations.js';
import { fontFile, produceFrom } from '../../support/project-goal.js';
import { declarations } from './generated.js';
import { formMaps, kits } from './support.js';

const settings = { year: '2025', epoch: null, digest: '5eed'.repeat(16), draft: false };

let maps: readonly FormMap[];
beforeAll(async () => {
  maps = await formMaps();
});

/** By who printed the documents. */
const counts = new Map<string, { documents: number; losses: number }>();
afterAll(() => {
  const lines = [...counts].map(
    ([how, { documents, losses }]) => `  ${how.padEnd(34)} ${documents} documents, ${losses} with losses`,
  );
  console.log(`imported again from PDF\n${lines.join('\n')}`);
});

/** Items of a list that has no numbers are lines: two lines of one item come back as two. */
const ambiguous = new Set(['Gansu: line breaks and spaces']);
const proved = [...cases, ...gansuCases].filter(({ name }) => !ambiguous.has(name));

interface Printed {
  readonly map: FormMap;
  readonly declaration: Declaration;
  readonly bytes: Uint8Array;
}

async function print(text: string, format: Format): Promise<Printed> {
  const path = 'projects/2025/x.yaml';
  const { value, findings } = await produceFrom(path, Buffer.from(text), kits, [format], settings);
  const declaration = read({ path, text }).value?.value as Declaration;
  const map = maps.find(({ form }) => Object.values(declaration).includes(form.title));
  const [document] = value ?? [];
  if (!document || !map) throw new Error(`${findings.map(({ message }) => message.zh).join('; ')}\n${text}`);
  return { map, declaration, bytes: document.bytes };
}

/** What differs, and what was not understood; nothing where all came back. */
async function losses(how: string, { map, declaration }: Printed, bytes: Uint8Array): Promise<readonly unknown[]> {
  const source = await readImportSource(bytes);
  const [raw, ...others] = source.value ? readForms(source.value, maps) : [];
  if (!raw || others.length > 0) return [`not one form but ${1 + others.length}`];
  const { value, leftovers, findings } = toDeclaration(raw, { asked: null, otherwise: '2025' });
  const { changes } = compare({ declaration, form: map.form }, { declaration: value, form: map.form });
  const said = [...source.findings, ...findings].map(({ message }) => message.zh);
  const lost = [...changes.map(({ label, before, after }) => [label.zh, before, after]), ...leftovers, ...said];
  const count = counts.get(how) ?? { documents: 0, losses: 0 };
  counts.set(how, { documents: count.documents + 1, losses: count.losses + (lost.length > 0 ? 1 : 0) });
  return lost;
}

/** What a PDF shows: characters without a shape or without a glyph in its fonts are not there. */
function shown<T>(value: T): T {
  const font = parseFont(fontFile('NotoSerifSC-Regular') as NonNullable<ReturnType<typeof fontFile>>);
  const has = (character: string) => character === '\n' || Boolean(font?.glyph(character.codePointAt(0) as number));
  const text = (one: string) => Array.from(one, (each) => (has(each) && !/\p{DI}/u.test(each) ? each : '字')).join('');
  const each = (one: unknown): unknown => {
    if (typeof one === 'string') return text(one);
    if (Array.isArray(one)) return one.map(each);
    return Object.fromEntries(Object.entries(one as object).map(([key, child]) => [key, each(child)]));
  };
  return each(value) as T;
}

describe('as they are built', () => {
  test.each(proved)('$name', async ({ bytes }) => {
    const printed = await print(new TextDecoder().decode(bytes), 'pdf');
    expect(await losses('as built', printed, printed.bytes)).toEqual([]);
  });

  test.each([
    '二级项目支出绩效目标申报表',
    '省级部门预算项目支出绩效目标表',
  ])('any declaration of %s', async (title) => {
    const map = maps.find(({ form }) => form.title === title) as FormMap;
    await fc.assert(
      fc.asyncProperty(declarations(map), async (declaration) => {
        const text = writeYaml(shown(declaration), map.form, { schema: null, leftovers: [] });
        const printed = await print(text, 'pdf');
        expect(await losses('generated, as built', printed, printed.bytes)).toEqual([]);
      }),
      { numRuns: 100 },
    );
  }, 240_000);
});
