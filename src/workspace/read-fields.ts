// Reads a document back as a declaration on a form that is known, without a place to write it to: what its fields say.
import type { Kit } from '../pipeline.js';
import type { State } from '../review/change.js';

export interface ReadBack extends State {
  /** Pointers of fields for which no place was found. */
  readonly unknown: ReadonlySet<string>;
}

/** Null where the form is not in it, or more than once. To be called where memory is watched. */
export type ReadFields = (document: Uint8Array, kit: Kit) => Promise<ReadBack | null>;

export const readFields: ReadFields = async (document, kit) => {
  const [{ formMaps }, { readForms, readImportSource }, { toDeclaration }] = await Promise.all([
    import('./form-maps.js'),
    import('../intake/import/import-source.js'),
    import('../intake/import/to-declaration.js'),
  ]);
  const maps = await formMaps(kit);
  const source = (await readImportSource(document)).value;
  if (maps.length === 0 || !source) return null;
  const [raw, ...others] = readForms(source, maps);
  if (!raw || others.length > 0) return null;
  const { value, unknown } = toDeclaration(raw, { asked: null, otherwise: null });
  return { declaration: value, form: kit.form, unknown };
};
