// Finds the form's labels and remarks in the texts of a document: whole, or in front of a value in the same cell.
import type { FormMap, Labelled, Remark } from './form-map.js';
import { bareKey, labelKey, labelNumber } from './same-label.js';
import { patternOf } from './unprint.js';

export type Named = Labelled | Remark;

/** `rest`: what follows the label in the same text; null where the label is all of it. */
export interface LabelFound {
  readonly part: Named;
  readonly rest: string | null;
}

/** Those that the text names best, in the form's order; several where a form has a label twice. */
export type FindLabels = (text: string) => readonly LabelFound[];

interface Known {
  readonly part: Named;
  readonly key: string;
  readonly bare: string;
  readonly inFront: RegExp | null;
}

const note = '(?:\\s*[(（〔【\\[][^()（）]{0,40}[)）〕】\\]])*';

export function labelFinder(map: FormMap): FindLabels {
  const known = map.parts.flatMap((part): readonly Known[] => {
    if (part.kind === 'table') return [];
    const label = part.kind === 'remark' ? part.text : part.label;
    const [key, bare] = [labelKey(label), bareKey(label)];
    if (key === '') return [];
    return [{ part, key, bare, inFront: part.kind === 'remark' ? null : inFrontOf(bare || key) }];
  });
  const longest = Math.max(0, ...known.map(({ key }) => key.length));

  return (text) => {
    const whole = text.length > 4 * longest + 40 ? '' : labelKey(text);
    if (whole !== '') {
      const exact = known.filter(({ key }) => key === whole);
      if (exact.length > 0) return exact.map(({ part }) => ({ part, rest: null }));
      const bare = bareKey(text);
      const loose = bare === '' ? [] : known.filter((one) => one.bare === bare);
      if (loose.length > 0) return loose.map(({ part }) => ({ part, rest: null }));
    }
    return known.flatMap(({ part, inFront }) => {
      const found = inFront?.exec(text);
      return found ? [{ part, rest: text.slice(found[0].length) }] : [];
    });
  };
}

/** A label with its colon, whatever number stands before it and spaces between its characters. */
function inFrontOf(key: string): RegExp {
  const characters = Array.from(key, patternOf).join('\\s*');
  return new RegExp(`^[\\s*＊★]*(?:${labelNumber}\\s*)?${characters}${note}\\s*[:：]\\s*`, 'u');
}
