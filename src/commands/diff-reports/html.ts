// The review as a page of its own: what changed in words, both forms side by side, lines to sign on.
import { visibleText } from '../../base/visible-text.js';
import type { Composed } from '../../compose/compose.js';
import type { Run } from '../../compose/grid.js';
import { composeChecked } from '../../pipeline.js';
import { followItems } from '../../review/follow-items.js';
import { type PageChange, type PageSection, reviewPage } from '../../review/page.js';
import type { PageForms } from '../../review/page-forms.js';
import type { DeclarationReview, Version } from '../../review/review.js';
import { words } from '../diff-messages.js';
import { levelNames } from '../report-messages.js';
import { type DiffReport, describeExceeded, describeSum, headline, type Style } from './report.js';
import { shortened, tell } from './tell.js';

/** Characters beside a change that are shown of a long text. */
const beside = 24;

export async function printHtml(report: DiffReport, style: Style): Promise<string> {
  const { review } = report;
  const { say, language } = style;
  const sections: PageSection[] = [];
  for (const declaration of review.declarations) sections.push(await sectionOf(declaration, style));
  const summary = [
    say(words.compared(review.before, review.after)),
    ...(review.declarations.length > 0 ? headline(review, style) : []),
    ...(review.declarations.length + review.unreadable.length === 0 ? [say(words.nothing)] : []),
    ...(review.rewritten.length > 0 ? [say(words.rewritten(review.rewritten.length))] : []),
    ...describeExceeded(report, style).map((line) => `${say(words.exceeded)}${line}`),
    ...review.unreadable.map(({ file, side }) => say(words.unreadOne(file, side))),
  ];
  const html = reviewPage({
    title: say(words.title),
    summary: summary.map(visibleText),
    sections,
    words: {
      before: say(words.before),
      after: say(words.after),
      contents: say(words.contents),
      columns: {
        kind: say(words.columns.change),
        label: say(words.columns.field),
        change: say(words.columns.content),
        note: say(words.columns.note),
      },
      onlyChanges: say(words.onlyChanges),
      onlyBefore: say(words.onlyBefore),
      onlyAfter: say(words.onlyAfter),
      footer: say(words.footer),
      signatures: words.signatures[language],
    },
    date: null,
    language,
  });
  return html.trimEnd();
}

async function sectionOf(declaration: DeclarationReview, style: Style): Promise<PageSection> {
  const { say } = style;
  const { file, from, status, name, amount, changes, findings, before, after, items } = declaration;
  const [was, is] = [before && (await printed(before)), after && (await printed(after))];
  const sum = describeSum(declaration, style);
  const notes = [
    file,
    ...(from === null ? [] : [say(words.from(from))]),
    ...(before && after ? [] : [say(words.total(say(words.amount), amount.before ?? 0n, amount.after ?? 0n))]),
    ...(sum === null ? [] : [sum]),
    ...findings.appeared.map((one) => findingNote(words.appeared, one, style)),
    ...findings.vanished.map((one) => findingNote(words.vanished, one, style)),
    ...([before, after].some((version) => version && !version.checked) ? [say(words.noForms)] : []),
  ];
  return {
    heading: visibleText(`${name ?? file}${say(words.colon)}${say(words.status[status])}`),
    notes: notes.map(visibleText),
    changes: changes.map((change): PageChange => {
      const { kind, label, runs, note } = tell(change, style);
      const tone = { tightened: 'good', loosened: 'bad', none: 'plain' } as const;
      return {
        kind,
        label: visibleText(label),
        runs: withArrow(shortened(runs, beside)),
        note,
        tone: tone[change.direction ?? 'none'],
      };
    }),
    forms: formsOf(was, is, before !== null && after !== null, items),
  };
}

/** What took the place of something stands apart from it. */
function withArrow(runs: readonly Run[]): readonly Run[] {
  const [first, second] = runs;
  const isReplaced = runs.length === 2 && first?.mark === 'deleted' && second?.mark === 'inserted';
  return isReplaced ? [first, { text: ' → ' }, second] : runs;
}

/** Where one of two sides cannot be printed, neither is: half a comparison would look like all of it. */
function formsOf(
  was: Composed | null,
  is: Composed | null,
  wantsBoth: boolean,
  items: ReadonlyMap<string, string>,
): PageForms | null {
  if (!(was ?? is) || (wantsBoth && !(was && is))) return null;
  return { before: was, after: is, toAfter: followItems(items) };
}

async function printed({ checked, year }: Version): Promise<Composed | null> {
  return checked && (await composeChecked(checked, { year, epoch: null, digest: '', draft: false })).value;
}

function findingNote(
  about: (typeof words)['appeared' | 'vanished'],
  { level, message, rule, place }: DeclarationReview['findings']['appeared'][number],
  { say }: Style,
): string {
  const where = place ? ` ${place.line}:${place.column}` : '';
  return `${say(about)}${where}${say(words.colon)}${say(levelNames[level])} ${say(message)} (${rule})`;
}
