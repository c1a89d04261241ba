// Tells which form a document is on: by its title, else by the labels that it has.

import type { FormCell } from './form-cells.js';
import type { FormMap } from './form-map.js';
import type { RawForm } from './raw-form.js';
import { bareKey, labelKey } from './same-label.js';

export interface ToldForm {
  readonly map: FormMap;
  readonly told: RawForm['told'];
  /** The cell that holds the title. */
  readonly title: FormCell | null;
}

/** Characters besides the title's own: the place in front, the year behind. */
const besideTitle = 40;
/** Of a form's labels so many must be found where no title tells. */
const leastShare = 0.5;

/** Null where neither title nor labels fit any form. */
export function tellForm(cells: readonly FormCell[], maps: readonly FormMap[]): ToldForm | null {
  return byTitle(cells, maps) ?? byLabels(cells, maps);
}

/** Of titles that contain each other the longer one counts. */
function byTitle(cells: readonly FormCell[], maps: readonly FormMap[]): ToldForm | null {
  const titles = maps
    .map((map) => ({ map, key: labelKey(map.form.title) }))
    .sort((a, b) => b.key.length - a.key.length);
  for (const cell of cells) {
    if (cell.text.length > 2 * besideTitle + 2 * (titles[0]?.key.length ?? 0)) continue;
    const key = labelKey(cell.text);
    const found = titles.find((title) => key.includes(title.key) && key.length <= title.key.length + besideTitle);
    if (found) return { map: found.map, told: { by: 'title' }, title: cell };
  }
  return null;
}

function byLabels(cells: readonly FormCell[], maps: readonly FormMap[]): ToldForm | null {
  const written = new Set<string>();
  for (const { text } of cells) {
    // A value may stand in the same cell behind the colon.
    const label = /^[^:：\n]{1,60}/.exec(text)?.[0] ?? '';
    for (const each of [text.slice(0, 100), label]) written.add(labelKey(each)).add(bareKey(each));
  }
  const fits = maps.map((map) => {
    const labels = [...labelsOf(map)];
    const found = labels.filter((label) => written.has(labelKey(label)) || written.has(bareKey(label))).length;
    return { map, found, of: labels.length };
  });
  const [best] = fits.sort((a, b) => b.found / b.of - a.found / a.of || b.found - a.found);
  if (!best || best.found < 2 || best.found < best.of * leastShare) return null;
  return { map: best.map, told: { by: 'labels', found: best.found, of: best.of }, title: null };
}

function labelsOf({ parts }: FormMap): ReadonlySet<string> {
  return new Set(
    parts.flatMap((part): readonly string[] => {
      if (part.kind === 'labelled') return [part.label];
      if (part.kind === 'remark') return [];
      return [
        ...part.heads.filter((head) => head !== null),
        ...part.rows.flatMap(({ labels }) => labels.map(({ text }) => text)),
      ];
    }),
  );
}
