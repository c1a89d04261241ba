// Turns one change into what every report shows of it: what happened, to what, the text with its marks, what it is worth.
import type { Run } from '../../compose/grid.js';
import type { Judged } from '../../review/judge.js';
import { textChanges } from '../../review/text-changes.js';
import { words } from '../diff-messages.js';
import { comma } from '../report-messages.js';
import type { Style } from './report.js';

export interface Told {
  readonly kind: string;
  readonly label: string;
  /** The text before and after in one, or a sentence without marks. */
  readonly runs: readonly Run[];
  /** 收紧, 放宽 and what else is to be said; empty where nothing. */
  readonly note: string;
}

/** Short values are replaced as a whole: `≥9场次` by `≥8场次`. Of longer texts the words are told that changed. */
const longestValue = 12;

export function tell(change: Judged, { say }: Pick<Style, 'say'>): Told {
  const { kind, label, direction, note } = change;
  const notes = [direction && say(words.direction[direction]), note && say(note)].filter((one) => one !== null);
  return {
    kind: say(words.kind[kind]),
    label: say(label),
    runs: runsOf(change, say),
    note: notes.join(say(comma)),
  };
}

function runsOf({ kind, before, after }: Judged, say: Style['say']): readonly Run[] {
  if (kind === 'moved') return [{ text: say(words.moved(before ?? '', after ?? '')) }];
  if (before === null) return [{ text: after ?? '', mark: 'inserted' }];
  if (after === null) return [{ text: before, mark: 'deleted' }];
  if (before.length <= longestValue && after.length <= longestValue) {
    return [
      { text: before, mark: 'deleted' },
      { text: after, mark: 'inserted' },
    ];
  }
  return textChanges(before, after);
}

/** Stretches that stayed are shortened to what stands next to a change. */
export function shortened(runs: readonly Run[], keep: number): readonly Run[] {
  return runs.map((run, at) => {
    const characters = Array.from(run.text);
    if (run.mark) return characters.length > 10 * keep ? { ...run, text: cut(characters, 9 * keep, keep) } : run;
    const [head, tail] = [at === 0 ? 0 : keep, at === runs.length - 1 ? 0 : keep];
    return characters.length > head + tail + 4 ? { text: cut(characters, head, tail) } : run;
  });
}

function cut(characters: readonly string[], head: number, tail: number): string {
  return `${characters.slice(0, head).join('')}…${tail > 0 ? characters.slice(-tail).join('') : ''}`;
}
