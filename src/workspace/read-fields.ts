// Reads a document back as a declaration on a form that is known, without a place to write it to: what its fields say.
import type { Kit } from '../pipeline.js';
import type { State } from '../review/change.js';

export interface ReadBack extends State {
  /** Pointers of fields for which no place was found. */
  readonly unknown: ReadonlySet<string>;
}

/** Reads documents on one form; null where the form is not in one, or more than once. To be called where memory is watched. */
export type ReadFields = (kit: Kit) => Promise<(document: Uint8Array) => Promise<ReadBack | null>>;

export const readFields: ReadFields = async (kit) => {
  const [{ formMaps }, { readForms, readImportSource }, { toDeclaration }] = await Promise.all([
    import('./form-maps.js'),
    import('../intake/import/import-source.js'),
    import('../intake/import/to-declaration.js'),
  ]);
  const maps = await formMaps(kit);
  return async (document) => {
    const source = (await readImportSource(document)).value;
    if (maps.length === 0 || !source) return null;
    const [raw, ...others] = readForms(source, maps);
    if (!raw || others.length > 0) return null;
    const { value, unknown } = toDeclaration(raw, { asked: null, otherwise: null });
    return { declaration: value, form: kit.form, unknown };
  };
};
