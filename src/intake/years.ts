// Finds the years that a text speaks of, and says which of them may be moved on without asking.
// A title in 《》 belongs to its year; `2023.07` may be a month or a number: neither is touched, both are told.

/** `[from, to)` in UTF-16 units; `year` is what stands there. */
export interface FoundYear {
  readonly from: number;
  readonly to: number;
  readonly year: number;
  /** Plainly a year of the text's own. */
  readonly movable: boolean;
}

/** `2025年`, `2024-2025年`, `2024、2025和2026年`. */
const namedYears = /(?<![0-9.])(?:19|20)[0-9]{2}(?:[-—–~～至、和及到]{1,2}(?:19|20)[0-9]{2}){0,9} ?年/g;
/** `2025-12-31`, `2025.3.1`. */
const wholeDate = /(?<![0-9.])(?:19|20)[0-9]{2}(?=([-./])[0-9]{1,2}\1[0-9]{1,2}(?![0-9.]))/g;
/** `2023.07`, and no amount. */
const yearAndMonth = /(?<![0-9.])(?:19|20)[0-9]{2}(?=[-./][0-9]{1,2}(?![0-9万亿元%]))/g;

/** In the order of the text. */
export function yearsIn(text: string): readonly FoundYear[] {
  const titles = titlesIn(text);
  const found = new Map<number, FoundYear>();
  const add = (from: number, movable: boolean) => {
    if (found.has(from)) return;
    const inTitle = titles.some((title) => title.from < from && from < title.to);
    const year = Number(text.slice(from, from + 4));
    found.set(from, { from, to: from + 4, year, movable: movable && !inTitle });
  };
  for (const run of text.matchAll(namedYears)) {
    for (const { index } of run[0].matchAll(/[0-9]{4}/g)) add(run.index + index, true);
  }
  for (const { index } of text.matchAll(wholeDate)) add(index, true);
  for (const { index } of text.matchAll(yearAndMonth)) add(index, false);
  return [...found.values()].sort((a, b) => a.from - b.from);
}

interface Title {
  readonly from: number;
  readonly to: number;
}

/** What 《》 enclose, the outermost only; counted by hand, since a pattern would search on from every 《. */
function titlesIn(text: string): readonly Title[] {
  const titles: Title[] = [];
  let depth = 0;
  let from = 0;
  for (let at = 0; at < text.length; at += 1) {
    if (text[at] === '《') {
      if (depth === 0) from = at;
      depth += 1;
    } else if (text[at] === '》' && depth > 0) {
      depth -= 1;
      if (depth === 0) titles.push({ from, to: at });
    }
  }
  return titles;
}
