// A review of texts in memory, printed by one of the formats as a person would have it on a terminal without colours.
import pc from 'picocolors';
import type { Language } from '../../../src/base/finding.js';
import type { DiffReport, PrintDiff, Style } from '../../../src/commands/diff-reports/report.js';
import { checkSource } from '../../../src/pipeline.js';
import type { Exceeded } from '../../../src/review/gates.js';
import { pairDeclarations } from '../../../src/review/pair-declarations.js';
import type { Review, Unreadable } from '../../../src/review/review.js';
import { type Readable, reviewDeclaration, saysNothing } from '../../../src/review/review-declaration.js';
import { kits } from '../../support/project-goal.js';

const opened = kits();

function styleOf(language: Language = 'zh'): Style {
  return { language, colours: pc.createColors(false), columns: null, say: (words) => words[language] };
}

type Texts = Readonly<Record<string, string>>;

async function readables(texts: Texts): Promise<readonly Readable[]> {
  const found: Readable[] = [];
  for (const [file, text] of Object.entries(texts)) {
    const bytes = Buffer.from(text);
    const year = /\/([0-9]{4})\//.exec(file)?.[1] ?? null;
    const { value: checked, seen, facts, reckoning, findings } = await checkSource(file, bytes, opened, year);
    if (!seen) throw new Error(`${file} cannot be read`);
    found.push({ file, place: file, year, bytes, seen, checked, facts, reckoning, findings });
  }
  return found;
}

/** Of files by name, before and after. */
export async function reviewOf(before: Texts, after: Texts, unreadable: readonly Unreadable[] = []): Promise<Review> {
  const reviews = pairDeclarations(await readables(before), await readables(after)).map(reviewDeclaration);
  const declarations = reviews.filter((one) => !saysNothing(one));
  return {
    before: { zh: '以前', en: 'then' },
    after: { zh: '现在', en: 'now' },
    declarations,
    rewritten: reviews.filter(saysNothing).map(({ file }) => file),
    unreadable,
    totals: {
      before: declarations.reduce((sum, { amount }) => sum + (amount.before ?? 0n), 0n),
      after: declarations.reduce((sum, { amount }) => sum + (amount.after ?? 0n), 0n),
    },
  };
}

export async function print(
  printer: PrintDiff,
  review: Review,
  exceeded: readonly Exceeded[] = [],
  language: Language = 'zh',
): Promise<string> {
  const report: DiffReport = { review, exceeded, namesSides: true, maxIncrease: '5%' };
  return printer(report, styleOf(language));
}
