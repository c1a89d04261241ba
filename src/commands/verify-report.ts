// What a verification found, for people and for programs (schema/reports/verify.schema.json).
import { visibleText } from '../base/visible-text.js';
import type { LineChange } from '../review/compare-lines.js';
import { type Differences, type Reason, type Verdict, type Verified, verdicts } from '../workspace/verified.js';
import { findingToJson } from './describe-findings.js';
import { changeToJson } from './diff-reports/json.js';
import type { Style } from './diff-reports/report.js';
import { changeLine } from './diff-reports/text.js';
import { reportWords } from './report-messages.js';
import { words } from './verify-messages.js';

type Counts = Readonly<Record<Verdict, number>>;

/** At most this many differences of one file are shown, and of a line this many characters. */
const mostShown = 20;
const longestLine = 200;

function countVerdicts(documents: readonly Verified[]): Counts {
  const counts = Object.fromEntries(verdicts.map((verdict) => [verdict, 0])) as Record<Verdict, number>;
  for (const { verdict } of documents) counts[verdict] += 1;
  return counts;
}

export function verifiedToText(documents: readonly Verified[], style: Style): string {
  const blocks = documents.map((document) => describe(document, style));
  if (documents.length > 1) blocks.push(style.say(words.summary(countVerdicts(documents))));
  return blocks.join('\n\n');
}

function describe(document: Verified, style: Style): string {
  const { file, verdict, certain, claims, declaration, reasons, findings } = document;
  const { say, colours } = style;
  const tone = verdict === 'unchanged' ? colours.green : verdict === 'unreadable' ? colours.red : colours.yellow;
  const said = words.verdict[verdict];
  const lines = [
    `${colours.bold(visibleText(file))}  ${tone(say(certain || verdict === 'foreign' ? said : words.likely(said)))}`,
  ];
  const about = say(words.claims(claims?.code ?? null, claims?.year ?? null, declaration));
  if (about !== '') lines.push(colours.dim(visibleText(about)));
  for (const reason of reasons) {
    const changes = reason === 'source-changed' ? document.since : isAboutEdits(reason) ? document.edits : null;
    lines.push(sentenceOf(reason, document, style), ...differenceLines(changes, style).map((line) => `  ${line}`));
  }
  for (const { message, advice } of findings) {
    lines.push([message, ...(advice ? [advice] : [])].map((one) => say(one)).join(style.language === 'zh' ? '' : ' '));
  }
  return lines.join('\n  ');
}

function isAboutEdits(reason: Reason): boolean {
  return reason === 'fields-differ' || reason === 'text-differs' || reason === 'not-compared';
}

/** What is to be said of a reason depends on what else is known. */
function sentenceOf(reason: Reason, { reasons, edits, since }: Verified, { say }: Style): string {
  const isBare = edits === null || edits.lines.length === 0;
  if (reason === 'text-differs' && isBare) return say(words.tooDifferent);
  if (reason === 'not-compared' && isBare) return say(words.nothingCompared);
  if (reason === 'fields-differ' && reasons.includes('source-unknown')) return say(words.cannotTell);
  const isOfOther = reasons.includes('source-changed') || reasons.includes('source-gone');
  if ((reason === 'fields-differ' || reason === 'fields-agree') && isOfOther) return say(words.asMade[reason]);
  if (reason === 'source-changed' && !since?.changes.length) return say(since ? words.rewritten : words.changed);
  return say(words.reason[reason]);
}

/** Lines say again what fields say. */
function differenceLines(differences: Differences | null, style: Style): readonly string[] {
  const { changes = [], lines = [] } = differences ?? {};
  const all = changes.length > 0 ? changes : lines;
  const shown =
    changes.length > 0
      ? changes.slice(0, mostShown).map((change) => changeLine(change, style))
      : lines.slice(0, mostShown).flatMap((line) => lineChange(line, style));
  const more = all.length - mostShown;
  return more > 0 ? [...shown, style.say(reportWords.more(more))] : shown;
}

function lineChange({ before, after }: LineChange, { colours }: Style): readonly string[] {
  return [
    ...(before === null ? [] : [colours.red(`- ${cut(before)}`)]),
    ...(after === null ? [] : [colours.green(`+ ${cut(after)}`)]),
  ];
}

function cut(line: string): string {
  return visibleText(line.length > longestLine ? `${line.slice(0, longestLine)}…` : line);
}

export function verifiedToJson(documents: readonly Verified[], style: Style): string {
  const content = { documents: documents.map((one) => toJson(one, style)), summary: countVerdicts(documents) };
  return JSON.stringify(content, null, 2);
}

function toJson(document: Verified, style: Style) {
  const { file, verdict, certain, reasons, claims, declaration, edits, since, findings } = document;
  return {
    file,
    verdict,
    certain,
    reasons: reasons.map((reason) => ({ reason, message: sentenceOf(reason, document, style) })),
    claims: claims && {
      format: claims.format,
      code: claims.code,
      year: claims.year,
      digest: claims.digest,
      source: claims.source,
      template: claims.template,
      tool: claims.tool,
    },
    declaration,
    edits: edits && differencesToJson(edits, style),
    since: since && differencesToJson(since, style),
    findings: findings.map((finding) => findingToJson(file, finding, style)),
  };
}

function differencesToJson({ changes, lines }: Differences, style: Style) {
  return { changes: changes.map((change) => changeToJson(change, style)), lines };
}
