// Finds what an unknown key was meant to be: a misspelt neighbour, a printed label, or a key of another place.
import { distance } from 'fastest-levenshtein';
import { nearest } from '../base/nearest.js';
import type { Field } from './form.js';

/**
 * `key`: the key of the same mapping that was meant; `safe` when it is near enough to be put right without asking.
 * `elsewhere`: where in the form the key as written belongs, keys from the top, null for the items of a list.
 */
export type Suggestion =
  | { readonly key: string; readonly safe: boolean; readonly elsewhere?: undefined }
  | { readonly key?: undefined; readonly safe?: undefined; readonly elsewhere: readonly (string | null)[] };

/** `free` are the keys that may still be written beside the unknown one. */
export function suggestKey(key: string, free: readonly Field[], root: Field): Suggestion | null {
  const plain = bare(key);
  const labelled = free.find((field) => field.key === plain || bare(field.label) === plain);
  if (labelled) return { key: labelled.key, safe: true };

  const elsewhere = findKey(plain, root, []);
  if (elsewhere) return { elsewhere };

  // Filtered first, because the fewest edits may be too many for a short key and few enough for a longer one.
  const meant = nearest(
    plain,
    free.map((field) => field.key).filter((candidate) => nearest(plain, [candidate]) !== null),
  );
  if (meant === null) return null;
  return { key: meant, safe: distance(plain, meant) * 3 <= Math.max(plain.length, meant.length) };
}

/** Without the marks of the printed form and without spaces. */
function bare(text: string): string {
  return text.replace(/[\s*＊:：]/gu, '');
}

/** The outermost first, then in the form's order. Bounded: a recursive schema's fields end. */
function findKey(key: string, field: Field, path: readonly (string | null)[]): readonly (string | null)[] | null {
  if (field.properties.some((child) => child.key === key)) return path;
  for (const child of field.properties) {
    const found = findKey(key, child, [...path, child.key]);
    if (found) return found;
  }
  return field.items ? findKey(key, field.items, [...path, null]) : null;
}
