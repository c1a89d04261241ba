// The form of Gansu 2023, which no line of src/ knows, as the tests use it.
import { readFileSync } from 'node:fs';
import type { Finding } from '../../src/base/finding.js';
import { check } from '../../src/check/check.js';
import { noRules, openForm, parse, replaceOnce } from './forms.js';

export const gansu = openForm('gansu-2023');

export const gansuPath = 'projects/2023/博物馆纪念馆市级免费开放补助资金.yaml';
export const gansuText = readFileSync(gansuPath, 'utf8');

/** The sample with one passage replaced; fails where the passage is not in it exactly once. */
export function gansuWith(passage: string, replacement: string): string {
  return replaceOnce(gansuText, passage, replacement);
}

export function checkGansu(text: string): readonly Finding[] {
  return check(parse(text), gansu.form, gansu.validate, noRules).findings;
}
