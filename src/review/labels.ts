// Names a value as a reviewer would: `测算依据第 10 项“暑期托管班” › 金额`. Keys are the form's own words, in both languages.
import type { Words } from '../base/finding.js';
import type { Field } from '../check/form.js';
import { quote } from '../terms/messages.js';

/** The whole declaration. */
export const noLabel: Words = { zh: '', en: '' };

/** A key below what is named already. The table of indicators goes without saying. */
export function keyLabel(above: Words, field: Field): Words {
  if (field.role === 'indicators') return above;
  const join = (text: string) => (text === '' ? field.key : `${text} › ${field.key}`);
  return { zh: join(above.zh), en: join(above.en) };
}

/** An item of the list that is named already: a row by its name, anything else by its number as well. `index` counts from 0. */
export function itemLabel(list: Words, field: Field | null, index: number, name: string): Words {
  const named = name === '' ? '' : `“${quote(name)}”`;
  if (field?.shape === 'mapping' && !field.orText && named !== '') {
    return { zh: `${list.zh}${named}`, en: `${list.en} ${named}` };
  }
  return {
    zh: `${list.zh}第 ${index + 1} 项${named}`,
    en: `${list.en} item ${index + 1}${named === '' ? '' : ` ${named}`}`,
  };
}
