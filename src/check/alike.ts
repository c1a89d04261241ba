// Finds declarations that say the same where no two may, for rules on the whole tree.
import type { Words } from '../base/finding.js';
import type { Fact, FactRole, Facts } from './facts.js';

/** A declaration's fact, and what others say the same. */
export interface Alike {
  readonly fact: Fact;
  /** The first few of them, by file. */
  readonly others: readonly Fact[];
  /** `a.yaml, b.yaml and 7 more`. */
  readonly files: Words;
}

const mostNamed = 3;

/** By the fact with the role in the order of the files; `wordOf` null: it is compared with none. */
export function alikeBy(
  declarations: readonly Facts[],
  role: FactRole,
  wordOf: (facts: Facts, fact: Fact) => string | null,
): readonly Alike[] {
  const groups = new Map<string, Fact[]>();
  for (const facts of declarations) {
    const fact = facts.by[role];
    const word = fact ? wordOf(facts, fact) : null;
    if (!fact || word === null) continue;
    const group = groups.get(word);
    if (group) group.push(fact);
    else groups.set(word, [fact]);
  }
  return [...groups.values()]
    .filter((group) => group.length > 1)
    .flatMap((group) => {
      const first = group.slice(0, mostNamed + 1);
      return group.map((fact) => {
        const others = first.filter((one) => one !== fact).slice(0, mostNamed);
        return { fact, others, files: filesOf(others, group.length - 1) };
      });
    });
}

function filesOf(named: readonly Fact[], count: number): Words {
  const names = named.map(({ place }) => place.file);
  const more = count - names.length;
  return {
    zh: `${names.join('、')}${more > 0 ? ` 等 ${count} 份` : ''}`,
    en: `${names.join(', ')}${more > 0 ? ` and ${more} more` : ''}`,
  };
}
