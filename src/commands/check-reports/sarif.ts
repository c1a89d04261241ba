// The report as SARIF 2.1.0, which code scanning services and editors read.
// https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html
import type { Edit, Level, Place, Words } from '../../base/finding.js';
import { placesOf } from '../../base/place.js';
import { visibleText } from '../../base/visible-text.js';
import { reportWords } from '../report-messages.js';
import { familyOf } from '../rule-messages.js';
import { fingerprintsOf } from './fingerprints.js';
import { type FiledFinding, type Report, type Style, worstFirst } from './report.js';

/** GitHub refuses a run with more. */
const mostResults = 25_000;
const levels: Readonly<Record<Level, string>> = { error: 'error', warning: 'warning', hint: 'note' };
const root = '%SRCROOT%';

export function printSarif(report: Report, style: Style): string {
  const all = worstFirst(report.files);
  const findings = all.slice(0, mostResults);
  const left = all.length - findings.length;
  const ruleNames = [...new Set(findings.map(({ finding }) => finding.rule))].sort();
  const fingerprints = fingerprintsOf(findings, report);
  const run = {
    tool: {
      driver: {
        name: 'shenbao',
        version: report.version,
        semanticVersion: report.version,
        rules: ruleNames.map((name) => describeRule(name, findings, report, style)),
      },
    },
    language: style.language,
    columnKind: 'utf16CodeUnits',
    originalUriBaseIds: { [root]: { description: messageOf(style.say(reportWords.root)) } },
    invocations: [
      {
        executionSuccessful: true,
        ...(left > 0 && {
          toolExecutionNotifications: [
            { level: 'note', message: messageOf(style.say(reportWords.resultsLeftOut(left))) },
          ],
        }),
      },
    ],
    results: findings.map((one, index) => ({
      ...describeResult(one, report, style),
      ruleIndex: ruleNames.indexOf(one.finding.rule),
      partialFingerprints: { 'shenbao/v1': fingerprints[index] },
    })),
  };
  return JSON.stringify(
    { $schema: 'https://json.schemastore.org/sarif-2.1.0.json', version: '2.1.0', runs: [run] },
    null,
    2,
  );
}

function describeRule(name: string, findings: readonly FiledFinding[], report: Report, { say }: Style) {
  const first = findings.find(({ finding }) => finding.rule === name);
  const why = report.whyOf(name, first?.file ?? '');
  const about: Words = why?.about ?? familyOf(name) ?? { zh: name, en: name };
  return {
    id: name,
    shortDescription: messageOf(say(about)),
    fullDescription: messageOf(why ? `${say(about)}${say(reportWords.source(say(why.source)))}` : say(about)),
    help: messageOf(`shenbao explain ${name}`),
    defaultConfiguration: { level: levels[why?.level ?? first?.finding.level ?? 'error'] },
    ...(why && { properties: { source: say(why.source) } }),
  };
}

function describeResult({ file, finding }: FiledFinding, report: Report, { say }: Style) {
  const { rule, level, message, advice, place, related = [], cure } = finding;
  const at = place?.file ?? file;
  const text = cure ? report.textOf(at) : null;
  const locationOf = (where: Place) => ({
    physicalLocation: { artifactLocation: artifactOf(where.file, report), region: regionOf(where) },
  });
  return {
    ruleId: rule,
    level: levels[level],
    message: messageOf(`${say(message)}${advice ? ` → ${say(advice)}` : ''}`),
    locations: [place ? locationOf(place) : { physicalLocation: { artifactLocation: artifactOf(at, report) } }],
    ...(related.length > 0 && {
      relatedLocations: related.map((where, index) => ({ id: index, ...locationOf(where) })),
    }),
    ...(cure && text !== null && { fixes: [describeFix(cure, at, text, advice ? say(advice) : rule, report)] }),
  };
}

function describeFix({ start, end, text: inserted }: Edit, file: string, text: string, said: string, report: Report) {
  return {
    description: messageOf(said),
    artifactChanges: [
      {
        artifactLocation: artifactOf(file, report),
        replacements: [
          { deletedRegion: regionOf(placesOf(file, text)(start, end)), insertedContent: { text: inserted } },
        ],
      },
    ],
  };
}

function artifactOf(file: string, { prefix }: Report) {
  const uri = `${prefix}${file}`
    .split('/')
    .map((step) => encodeURIComponent(step))
    .join('/');
  return { uri, uriBaseId: root };
}

function regionOf({ line, column, endLine, endColumn }: Place) {
  return { startLine: line, startColumn: column, endLine, endColumn };
}

/** Braces are placeholders (3.11.5) and brackets before a parenthesis links (3.11.6), unless they are escaped. */
function messageOf(text: string) {
  const shown = visibleText(text).replace(/[{}]/g, '$&$&');
  return { text: shown.includes('](') ? shown.replace(/[[\]\\]/g, '\\$&') : shown };
}
