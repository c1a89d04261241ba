// Finds the unit that a document says its amounts are in, for forms of other years and places count in another one than the form does.
import type { Leftover } from './raw-form.js';

const units = '(?:[十百千]?[万亿]|[十百千])?元';
const inBrackets = new RegExp(`[(（〔【\\[][^()（）]*?(${units})\\s*[)）〕】\\]]`, 'u');
const note = new RegExp(`(?:^|[\\s(（])(?:金额|货币)?单位\\s*[:：]\\s*(?:人民币)?(${units})\\s*[)）]?$`, 'u');

/** `万元` of the label `总金额（中期规划，万 元）：`; null where it says none. */
export function unitOfLabel(label: string): string | null {
  return inBrackets.exec(label.replace(/\s+/g, ''))?.[1] ?? null;
}

export interface UnitNoted {
  /** Null where none is said, or more than one. */
  readonly unit: string | null;
  /** Without notes of the unit that is meant. */
  readonly leftovers: readonly Leftover[];
}

/** A note such as `单位：万元` beside the form, which holds for all amounts whose labels say nothing else. */
export function unitNoted(leftovers: readonly Leftover[]): UnitNoted {
  const notes = leftovers.flatMap((leftover) => {
    const [whole = '', unit = ''] = leftover.by === null ? (note.exec(leftover.text.trim()) ?? []) : [];
    return unit === '' ? [] : [{ leftover, unit, isAll: whole.length === leftover.text.trim().length }];
  });
  const [unit = null, ...others] = new Set(notes.map((one) => one.unit));
  if (unit === null || others.length > 0) return { unit: null, leftovers };
  const said = new Set(notes.flatMap(({ leftover, isAll }) => (isAll ? [leftover] : [])));
  return { unit, leftovers: leftovers.filter((leftover) => !said.has(leftover)) };
}
