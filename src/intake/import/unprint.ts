// Takes what a cell shows apart into the fields that its template printed there.
import type { Printed, Slot } from './form-map.js';

export interface Unprinted {
  readonly slot: Slot;
  readonly text: string;
}

/** The text of each slot; null where the words between them are not there. Around one slot alone they may be missing. */
export function unprint(printed: Printed, text: string): readonly Unprinted[] | null {
  const slots = printed.filter((piece) => typeof piece !== 'string');
  if (printed.length === 1) return slots.map((slot) => ({ slot, text }));
  const found: Unprinted[] = [];
  let rest = text.trim();
  let open: Slot | null = null;
  for (const [index, piece] of printed.entries()) {
    if (typeof piece !== 'string') {
      open = piece;
      continue;
    }
    const at = placeOf(piece, rest, index === 0, index === printed.length - 1);
    if (!at && slots.length > 1) return null;
    if (!at) continue;
    if (open) found.push({ slot: open, text: rest.slice(0, at.start).trim() });
    open = null;
    rest = rest.slice(at.end);
  }
  if (open) found.push({ slot: open, text: rest.trim() });
  return found.length === slots.length ? found : null;
}

interface Range {
  readonly start: number;
  readonly end: number;
}

/** Words in front and at the end stand there alone. */
function placeOf(words: string, text: string, isFirst: boolean, isLast: boolean): Range | null {
  const from = isLast && !isFirst ? Math.max(0, text.length - 4 * words.length - 20) : 0;
  const pattern = `${isFirst ? '^' : ''}${patternOf(words)}${isLast ? '$' : ''}`;
  const found = new RegExp(pattern, 'u').exec(text.slice(from));
  return found && { start: from + found.index, end: from + found.index + found[0].length };
}

const alike: readonly (readonly [RegExp, string])[] = [
  [/\s/, '\\s{0,9}'],
  [/[(（〔【[]/, '[(（〔【\\[]'],
  [/[)）〕】\]]/, '[)）〕】\\]]'],
  [/[:：]/, '[:：]'],
  [/[,，]/, '[,，]'],
];

/** A regular expression for words however they were typed: the width of signs and spaces say nothing. */
export function patternOf(words: string): string {
  return Array.from(words, (character) => {
    const [, signs] = alike.find(([sign]) => sign.test(character)) ?? [];
    return signs ?? character.replace(/[\\^$.*+?|{}/]/, '\\$&');
  }).join('');
}
