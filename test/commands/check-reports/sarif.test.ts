// SARIF 2.1.0, held against the schema that OASIS publishes (test/cases/sarif).
import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import { describe, expect, test } from 'vitest';
import { printSarif } from '../../../src/commands/check-reports/sarif.js';
import { samplePath } from '../../support/project-goal.js';
import { inWorkspace, sampleWith } from '../../support/workspace.js';
import { findingAt, many, print, styleOf } from './support.js';

const ajv = new Ajv({ strict: false, unicodeRegExp: false });
ajv.addFormat('uri', (text: string) => URL.canParse(text));
ajv.addFormat('uri-reference', (text: string) => URL.canParse(text, 'file:///a/') && /^[\x21-\x7e]*$/.test(text));
ajv.addFormat('date-time', (text: string) => !Number.isNaN(Date.parse(text)));
const validate = ajv.compile(JSON.parse(readFileSync('test/cases/sarif/sarif-schema-2.1.0.json', 'utf8')));

/** The only run of a log that keeps to the schema. */
function runOf(log: string) {
  const parsed = JSON.parse(log);
  expect(validate(parsed), JSON.stringify(validate.errors)).toBe(true);
  return parsed.runs[0];
}

const sarif = (...args: Parameters<typeof print> extends [unknown, ...infer Rest] ? Rest : never) =>
  runOf(print(printSarif, ...args));

const file = 'projects/2025/甲 乙%.yaml';

test('of a real check keeps to the schema, with results, rules and cures', () =>
  inWorkspace(async ({ write, shenbao }) => {
    write(samplePath, sampleWith(['分配方式:', '分配方法:'], ['项目类型: 15 履职', '项目类型: 15 #履职']));
    const { status, out } = await shenbao('check', '--format', 'sarif');
    expect(status).toBe(1);
    const run = runOf(out);
    expect(run).toMatchObject({ columnKind: 'utf16CodeUnits', language: 'zh', tool: { driver: { name: 'shenbao' } } });
    const uri = 'projects/2025/%E5%8C%BA%E6%80%BB%E5%B7%A5%E4%BC%9A%E5%B7%A5%E4%BD%9C%E7%BB%8F%E8%B4%B9.yaml';
    const artifactLocation = { uri, uriBaseId: '%SRCROOT%' };
    const deletedRegion = { startLine: 11, startColumn: 1, endLine: 11, endColumn: 5 };
    const unknown = run.results.find((one: { ruleId: string }) => one.ruleId === 'schema/additionalProperties');
    expect(unknown).toMatchObject({
      level: 'error',
      message: { text: '申报表最外层没有“分配方法”这一栏 → 是不是“分配方式”' },
      locations: [{ physicalLocation: { artifactLocation, region: deletedRegion } }],
      fixes: [
        {
          artifactChanges: [
            { artifactLocation, replacements: [{ deletedRegion, insertedContent: { text: '分配方式' } }] },
          ],
        },
      ],
    });
    for (const { ruleId, ruleIndex } of run.results) expect(run.tool.driver.rules[ruleIndex].id).toBe(ruleId);
  }));

test('keeps to the schema where nothing was found', () => {
  expect(sarif({ files: [] })).toMatchObject({ results: [], invocations: [{ executionSuccessful: true }] });
});

test('names files from the top of the repository, encoded', () => {
  const findings = many(file, 'hint', 1);
  const [result] = sarif({ files: [{ file, findings }], more: { prefix: '预算/' } }).results;
  expect(result.level).toBe('note');
  expect(result.locations[0].physicalLocation.artifactLocation.uri).toBe(
    '%E9%A2%84%E7%AE%97/projects/2025/%E7%94%B2%20%E4%B9%99%25.yaml',
  );
});

test('tells of each rule that occurs what it is for', () => {
  const why = {
    about: { zh: '合计要等于各项之和', en: 'A sum is what its items add up to' },
    source: { zh: '评审要点', en: 'review sheets' },
    level: 'warning' as const,
  };
  const findings = [
    ...many(file, 'hint', 2),
    { rule: 'yaml/tab', level: 'error' as const, message: { zh: '甲', en: 'a' } },
  ];
  const whyOf = (rule: string) => (rule === 'no-placeholder' ? why : null);
  const { rules } = sarif({ files: [{ file, findings }], more: { whyOf } }, styleOf('en')).tool.driver;
  expect(rules).toEqual([
    {
      id: 'no-placeholder',
      shortDescription: { text: 'A sum is what its items add up to' },
      fullDescription: { text: 'A sum is what its items add up to (Source: review sheets)' },
      help: { text: 'shenbao explain no-placeholder' },
      defaultConfiguration: { level: 'warning' },
      properties: { source: 'review sheets' },
    },
    expect.objectContaining({ id: 'yaml/tab', shortDescription: { text: expect.stringContaining('A trap of YAML') } }),
  ]);
});

describe('a result', () => {
  test('has the places that it disagrees with', () => {
    const text = '合计: 12\n甲: 5\n';
    const related = [findingAt(file, text, '5').place].filter((one) => !!one);
    const [result] = sarif({
      texts: { [file]: text },
      files: [{ file, findings: [findingAt(file, text, '12', { related })] }],
    }).results;
    expect(result.relatedLocations).toMatchObject([
      { id: 0, physicalLocation: { region: { startLine: 2, startColumn: 4, endLine: 2, endColumn: 5 } } },
    ]);
  });

  test('counts columns and the cure’s region in UTF-16 units', () => {
    const text = '甲: 𠮷>=9\n';
    const cure = { start: text.indexOf('>'), end: text.indexOf('9'), text: '≥' };
    const [result] = sarif({
      texts: { [file]: text },
      files: [{ file, findings: [findingAt(file, text, '>=9', { cure })] }],
    }).results;
    expect(result.fixes[0].artifactChanges[0].replacements[0]).toEqual({
      deletedRegion: { startLine: 1, startColumn: 6, endLine: 1, endColumn: 8 },
      insertedContent: { text: '≥' },
    });
  });

  test.each([
    ['{0} 和 {待填}', '{{0}} 和 {{待填}}'],
    ['[点这里](https://a.example)', '\\[点这里\\](https://a.example)'],
    ['[甲]、[乙]', '[甲]、[乙]'],
    ['\u001b[31m红', '<U+001B>[31m红'],
  ])('says %j as plain text', (zh, expected) => {
    const findings = [{ rule: 'a', level: 'error' as const, message: { zh, en: '' } }];
    expect(sarif({ files: [{ file, findings }] }).results[0].message.text).toBe(expected);
  });
});

test('more results than a service takes are counted', () => {
  const run = JSON.parse(print(printSarif, { files: [{ file, findings: many(file, 'hint', 25_010) }] })).runs[0];
  expect(run.results).toHaveLength(25_000);
  expect(run.invocations[0].toolExecutionNotifications).toEqual([
    { level: 'note', message: { text: '还有 10 处没有收进来' } },
  ]);
});
