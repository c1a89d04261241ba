// Turns the lists of words of rules.yaml into one expression that finds them. They are words and never expressions of their own:
// rules.yaml may come from a stranger. A “…” stands for up to twelve characters; brackets and colons match in either width.

export interface PhraseLists {
  /** Wherever they stand. */
  readonly anywhere?: readonly string[];
  /** At the start of a line. */
  readonly first?: readonly string[];
  /** Where no Chinese character follows. */
  readonly last?: readonly string[];
}

const made = new WeakMap<PhraseLists, RegExp>();

/** Global; made once for each object of lists. */
export function toPattern(lists: PhraseLists): RegExp {
  const known = made.get(lists);
  if (known) return known;
  const of = (phrases: readonly string[] = []) => phrases.filter((phrase) => phrase.replaceAll('…', '') !== '');
  const parts = [
    ...of(lists.anywhere).map(toSource),
    ...of(lists.first).map((phrase) => `^\\s{0,9}${toSource(phrase)}`),
    ...of(lists.last).map((phrase) => `${toSource(phrase)}(?![\\u3400-\\u9fff])`),
  ];
  const pattern = new RegExp(parts.length > 0 ? parts.join('|') : '(?!)', 'gm');
  made.set(lists, pattern);
  return pattern;
}

function toSource(phrase: string): string {
  const gap = phrase.indexOf('…');
  if (gap < 0) return escaped(phrase);
  return `${escaped(phrase.slice(0, gap))}[^（）()\\n]{0,12}?${escaped(phrase.slice(gap + 1))}`;
}

function escaped(text: string): string {
  return text
    .replace(/[\^$\\.*+?()[\]{}|/]/g, '\\$&')
    .replace(/（|\\\(/g, '[（(]')
    .replace(/）|\\\)/g, '[）)]')
    .replace(/[：:]/g, '[：:]');
}
