// Fills workbooks with declarations, for tests.
import { createHash } from 'node:crypto';
import type { Finding } from '../../../../src/base/finding.js';
import { toView } from '../../../../src/compose/view.js';
import type { Meta } from '../../../../src/render/renderer.js';
import { fill } from '../../../../src/render/xlsx/fill/fill.js';
import { openWorkbook } from '../../../../src/render/xlsx/fill/open-workbook.js';
import { parse, projectGoal, sampleText } from '../../../support/forms.js';

type Values = Readonly<Record<string, unknown>>;

const meta: Meta = {
  title: '标题',
  author: null,
  code: '440313230031500605004',
  year: '2025',
  date: new Date(Date.UTC(2025, 0, 1)),
  digest: '5eed'.repeat(16),
  origin: null,
};

const file = 'templates/project-goal/workbook.xlsx';

const sample = parse(sampleText).value as Values;

/** The sample with other indicators: so many of the first kind, which with the nine other kinds makes so many rows and nine. */
export function withIndicators(count: number): Values {
  const rows = Array.from({ length: count }, (_, index) => ({
    名称: `指标${index + 1}`,
    指标值: `≥${index + 1}次`,
    解释: `解释${index + 1}`,
  }));
  return { ...sample, 绩效指标: { 产出指标: { 数量指标: rows } } };
}

export function fillWith(
  workbook: Uint8Array,
  values: Values = sample,
  { draft = false, about = meta }: { readonly draft?: boolean; readonly about?: Meta } = {},
): { readonly bytes: Uint8Array | null; readonly findings: readonly Finding[] } {
  const opened = openWorkbook(file, workbook, projectGoal);
  if (!opened.value) return { bytes: null, findings: opened.findings };
  const viewed = toView(values as never, projectGoal, '2025');
  const filled = fill(opened.value, viewed, about, draft);
  return { bytes: filled.value, findings: [...opened.findings, ...filled.findings] };
}

/** The filled workbook, of which nothing is to be said. */
export function filled(...given: Parameters<typeof fillWith>): Uint8Array {
  const { bytes, findings } = fillWith(...given);
  if (!bytes || findings.length > 0) throw new Error(told(findings).join('\n'));
  return bytes;
}

/** `9:3 template/move …` */
export function told(findings: readonly Finding[]): readonly string[] {
  return findings.map(
    ({ rule, message, place }) => `${place ? `${place.line}:${place.column} ` : ''}${rule} ${message.zh}`,
  );
}

export function sha256(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex');
}
