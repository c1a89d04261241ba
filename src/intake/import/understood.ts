// Says how well a document was understood, where it can be read in more than one way.
import type { RawForm } from './raw-form.js';

/** How many places of the form were found, less what was not understood. */
export function understood(forms: readonly RawForm[]): number {
  const left = ({ leftovers }: RawForm) => leftovers.filter(({ by }) => by === null).length;
  return forms.reduce((sum, form) => sum + form.texts.size + form.rows.size - left(form), 0);
}
