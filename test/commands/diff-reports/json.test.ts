// The JSON report of a review and its published schema.
import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { expect, test } from 'vitest';
import { printJson } from '../../../src/commands/diff-reports/json.js';
import { exceededBy } from '../../../src/review/gates.js';
import { samplePath } from '../../support/project-goal.js';
import { anotherWith, sampleWith } from '../../support/workspace.js';
import { print, reviewOf } from './support.js';

const ajv = new Ajv2020();
ajv.addSchema(JSON.parse(readFileSync('schema/reports/check.schema.json', 'utf8')));
const validate = ajv.compile(JSON.parse(readFileSync('schema/reports/diff.schema.json', 'utf8')));

test('holds what the contract promises, amounts exact', async () => {
  const finding = {
    rule: 'yaml/syntax',
    level: 'error' as const,
    message: { zh: '读不了', en: 'unreadable' },
  };
  const review = await reviewOf(
    { [samplePath]: sampleWith(), 'projects/2025/去.yaml': anotherWith() },
    {
      'projects/2025/改.yaml': sampleWith(
        ['本年度项目金额: 2,425,500.00', '本年度项目金额: 2,545,500.00'],
        ['≥30场次', '≥28场次'],
        ['  - 事项: 书籍采购\n    金额: 1万\n', ''],
      ),
    },
    [{ file: 'projects/2025/坏.yaml', side: 'after', findings: [finding] }],
  );
  const exceeded = exceededBy(review, { maxIncrease: { fen: 1n }, noLoosening: true });
  const report = JSON.parse(await print(printJson, review, exceeded));
  expect(validate(report), JSON.stringify(validate.errors)).toBe(true);
  expect(report).toMatchObject({
    declarations: [
      { file: 'projects/2025/去.yaml', status: 'removed', changes: [], amount: { before: '2425500.00', after: null } },
      {
        file: 'projects/2025/改.yaml',
        from: samplePath,
        status: 'renamed',
        name: '区总工会工作经费',
        amount: { before: '2425500.00', after: '2545500.00' },
        changes: [
          {
            kind: 'changed',
            pointer: '/本年度项目金额',
            label: '本年度项目金额',
            before: '2,425,500.00',
            after: '2,545,500.00',
            direction: null,
            difference: '120000.00',
            percent: '4.95',
          },
          {
            kind: 'removed',
            pointer: '/测算依据/17',
            label: '测算依据第 18 项“书籍采购”',
            before: '书籍采购（1万）',
            after: null,
            difference: '-10000.00',
          },
          {
            kind: 'changed',
            pointer: '/绩效指标/产出指标/数量指标/0/指标值',
            before: '≥30场次',
            after: '≥28场次',
            direction: 'loosened',
          },
        ],
        findings: { appeared: [{ rule: 'basis-adds-up' }, { rule: 'goal-numbers-are-indicators' }], vanished: [] },
      },
    ],
    unreadable: [{ file: 'projects/2025/坏.yaml', side: 'after', findings: [{ rule: 'yaml/syntax' }] }],
    totals: { before: '4851000.00', after: '2545500.00', difference: '-2305500.00', percent: '-47.53' },
    exceeded: [
      'projects/2025/改.yaml：年度金额增加 120,000.00 元（+4.95%），超过 5%',
      'projects/2025/改.yaml：产出指标 › 数量指标“开展活动数量” › 指标值 放宽了',
    ],
  });
  expect(report.declarations[1].changes).toHaveLength(3);
});

test('of nothing is valid, too', async () => {
  const report = JSON.parse(await print(printJson, await reviewOf({}, {})));
  expect(validate(report), JSON.stringify(validate.errors)).toBe(true);
  expect(report.totals).toEqual({ before: '0.00', after: '0.00', difference: '0.00', percent: null });
});
