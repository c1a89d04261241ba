// Every second-level indicator that the form marks with a star has a row in which something is written.
// The word 不适用 in its place is unused-is-unstarred's matter, so that one fault is reported once.
import { below } from '../../base/pointer.js';
import { type Value, valueAt } from '../../read/parsed.js';
import { isMapping } from '../declaration.js';
import type { Rule } from '../rule.js';

export const starredIndicatorsAreFilled: Rule = {
  name: 'starred-indicators-are-filled',
  level: 'error',
  about: {
    zh: '表上带星号的二级指标是必填的，空着会被退回',
    en: 'The form’s stars mark what must be filled in; a declaration with an empty one is sent back',
  },
  source: { zh: '申报表上的星号', en: 'the form’s stars' },
  settings: {},
  check({ groups, declaration }, report) {
    for (const { field, pointer } of groups) {
      if (!field.starred) continue;
      const rows = valueAt(declaration, pointer);
      if (!Array.isArray(rows) || !rows.every(isBlank)) continue;
      const { key } = field;
      const advice = {
        zh: `在“${key}”下面至少写一行指标`,
        en: `Write at least one indicator below “${key}”`,
      };
      if (rows.length === 0) {
        report({
          pointer,
          part: 'key',
          message: { zh: `“${key}”带星号，却一行也没有`, en: `“${key}” is starred but has no row` },
          advice,
        });
      } else {
        report({
          // A cell with nothing at all in it is the structure's matter, and then this is not said again.
          pointer: firstCell(rows[0], below(pointer, 0)),
          message: {
            zh: `“${key}”带星号，可是 ${rows.length} 行都是空白`,
            en: `“${key}” is starred, but its rows (${rows.length}) are blank`,
          },
          advice,
        });
      }
    }
  },
};

/** What is of the wrong shape may hold something. */
function isBlank(row: Value): boolean {
  return isMapping(row) && Object.values(row).every((cell) => typeof cell === 'string' && cell.trim() === '');
}

function firstCell(row: Value | undefined, pointer: string): string {
  const [key] = isMapping(row) ? Object.keys(row) : [];
  return key === undefined ? pointer : below(pointer, key);
}
