// Finds the unit that stands in an indicator's name instead of beside its number: `受益人数(人)`, `补贴标准（元/人·年）`.
import { unitName } from './indicator-quantity.js';

/** What is bracketed at the end, or follows 单位：. Any short word counts: which words are units nobody can list. */
const shape =
  /[(（]\s?(?:(?:计量)?单位[:：]?)?\s?(?<unit>[^()（）0-9]{1,10})\s?[)）]\s?$|单位[:：]\s?(?<said>[^\s0-9]{1,8})$/u;

/** As in a quantity's `unit`; null where there is none. */
export function unitInName(name: string): string | null {
  const { unit, said } = shape.exec(name.trimEnd())?.groups ?? {};
  const written = unit ?? said;
  return written === undefined ? null : unitName(written.trim());
}
