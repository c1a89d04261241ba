// Finds the declaration that a document belongs to: the one with the same code, else with the same name in the same year.
import { yearOf } from '../check/facts.js';
import { checkSource, type Kits } from '../pipeline.js';
import { type DeclarationFile, findDeclarations } from './find.js';
import { readSource } from './read-source.js';

/** What the document says; empty where it says nothing. */
export interface Wanted {
  readonly code: string;
  readonly name: string;
  readonly year: string | null;
}

export interface Target extends DeclarationFile {
  readonly bytes: Uint8Array;
}

/** All that fit equally well. Only files that hold the code or the name at all are parsed. */
export async function findTargets(root: string, wanted: Wanted, kits: Kits): Promise<readonly Target[]> {
  const byCode: Target[] = [];
  const byName: Target[] = [];
  for (const declaration of findDeclarations(root).declarations) {
    const bytes = readSource(root, declaration.file).value;
    const text = bytes && Buffer.from(bytes);
    if (!text || ![wanted.code, wanted.name].some((one) => one !== '' && text.includes(one))) continue;
    const { facts } = await checkSource(declaration.file, text, kits, declaration.year);
    if (!facts) continue;
    const target = { ...declaration, bytes: text };
    const isOfYear = wanted.year === null || (yearOf(facts) ?? declaration.year) === wanted.year;
    if (wanted.code !== '' && facts.by.code?.text === wanted.code) byCode.push(target);
    if (isOfYear && wanted.name !== '' && facts.by.name?.text === wanted.name) byName.push(target);
  }
  if (byCode.length <= 1) return byCode.length === 1 ? byCode : byName;
  const ofYear = byCode.filter(({ year }) => wanted.year === null || year === wanted.year);
  return ofYear.length > 0 ? ofYear : byCode;
}
