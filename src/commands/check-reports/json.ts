// The report for programs, as schema/reports/check.schema.json describes it.
import type { Finding } from '../../base/finding.js';
import { moneyToDecimal } from '../../base/money.js';
import type { FileReckoning } from '../../workspace/check-all.js';
import { findingToJson } from '../describe-findings.js';
import type { Report, Style } from './report.js';

export function printJson(report: Report, { say }: Style): string {
  const findings = report.files.flatMap(({ file, findings }) =>
    findings.map((finding) => {
      const why = report.whyOf(finding.rule, file);
      return {
        ...findingToJson(file, finding, { say }),
        ...(why && { why: say(why.about), source: say(why.source) }),
        ...(finding.related && { related: finding.related.map(toRange) }),
      };
    }),
  );
  const reckonings = report.reckonings.map(reckoningToJson);
  return JSON.stringify({ findings, reckonings, summary: report.summary }, null, 2);
}

function toRange({ file, line, column, endLine, endColumn }: NonNullable<Finding['related']>[number]) {
  return { file, line, column, endLine, endColumn };
}

/** Amounts are decimal texts in 元, exact where a JSON number is not. */
function reckoningToJson({ fen, declared, ...reckoning }: FileReckoning) {
  return {
    ...reckoning,
    sum: moneyToDecimal(fen),
    declared: declared === null ? null : moneyToDecimal(declared),
  };
}
