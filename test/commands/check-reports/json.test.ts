// The JSON report and its published schema.
import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { expect, test } from 'vitest';
import { printJson } from '../../../src/commands/check-reports/json.js';
import { findingAt, print } from './support.js';

const validate = new Ajv2020().compile(JSON.parse(readFileSync('schema/reports/check.schema.json', 'utf8')));

test('has why, related places and sums, exact', () => {
  const file = 'projects/2025/甲.yaml';
  const text = '合计: 12\n甲: 5\n';
  const related = [findingAt(file, text, '5').place].filter((one) => !!one);
  const why = { about: { zh: '为何', en: '' }, source: { zh: '出处', en: '' }, level: 'error' as const };
  const reckoning = {
    file,
    label: '各项',
    items: 2,
    unread: 0,
    fen: 123456789012345678n,
    declared: 5n,
    declaredLabel: '今年',
  };
  const report = JSON.parse(
    print(printJson, {
      files: [{ file, findings: [findingAt(file, text, '12', { related })] }],
      more: { whyOf: () => why, reckonings: [reckoning] },
    }),
  );
  expect(validate(report), JSON.stringify(validate.errors)).toBe(true);
  expect(report).toEqual({
    findings: [
      {
        file,
        rule: 'goals-differ',
        level: 'error',
        message: '“12”不对',
        advice: '改一改',
        why: '为何',
        source: '出处',
        pointer: '',
        line: 1,
        column: 5,
        endLine: 1,
        endColumn: 7,
        related: [{ file, line: 2, column: 4, endLine: 2, endColumn: 5 }],
      },
    ],
    reckonings: [
      { file, label: '各项', items: 2, unread: 0, sum: '1234567890123456.78', declared: '0.05', declaredLabel: '今年' },
    ],
    summary: { files: 1, cached: 0, suppressed: 0, errors: 1, warnings: 0, hints: 0, curable: 0 },
  });
});
