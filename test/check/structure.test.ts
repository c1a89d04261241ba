// Each case is a declaration that begins by saying what is wrong with it; beside it stand the findings as a person would read them.
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Finding } from '../../src/base/finding.js';
import { check } from '../../src/check/check.js';
import { loadValidator } from '../../src/check/compile.js';
import { toForm } from '../../src/check/form.js';
import type { Value } from '../../src/read/parsed.js';
import { checkText, noRules, parse, projectGoal, sampleText, validateProjectGoal } from '../support/forms.js';

const folder = new URL('../cases/structure/', import.meta.url);
const cases = readdirSync(folder).filter((name) => name.endsWith('.yaml'));

function print(finding: Finding, text: string): string {
  const { rule, pointer, place, message, advice, cure } = finding;
  if (!place) throw new Error(`no place: ${message.zh}`);
  const marked = text.slice(place.start, place.end).replaceAll('\n', '⏎');
  const short = marked.length > 40 ? `${marked.slice(0, 40)}…` : marked;
  return [
    `${place.line}:${place.column} ${rule} ${pointer}`,
    `  [${short}]`,
    `  ${message.zh}。${advice?.zh}。`,
    `  ${message.en}. ${advice?.en}.`,
    ...(cure ? [`  ${text.slice(cure.start, cure.end)} → ${cure.text}`] : []),
  ].join('\n');
}

/** The text with all cures in it. */
function cured(text: string, findings: readonly Finding[]): string {
  return findings
    .flatMap(({ cure }) => cure ?? [])
    .sort((a, b) => b.start - a.start)
    .reduce((result, { start, end, text: by }) => result.slice(0, start) + by + result.slice(end), text);
}

describe('the findings of', () => {
  it.each(cases)('%s', async (name) => {
    const text = readFileSync(new URL(name, folder), 'utf8');
    const findings = checkText(text);
    const printed = findings.map((finding) => print(finding, text)).join('\n\n');
    await expect(`${printed || 'nothing'}\n`).toMatchFileSnapshot(
      `../cases/structure/${name.replace('.yaml', '.txt')}`,
    );

    const left = checkText(cured(text, findings));
    expect(left.filter(({ cure }) => cure)).toEqual([]);
    expect(left).toHaveLength(findings.filter(({ cure }) => !cure).length);
  });
});

describe('the sample', () => {
  it('is silent', () => {
    expect(checkText(sampleText)).toEqual([]);
  });
});

describe('values that a reader might let through', () => {
  const findingsOf = (value: Value) =>
    check({ ...parse('{}'), value }, projectGoal, validateProjectGoal, noRules).findings;

  it('ends in its findings with 100,000 keys that the form does not have and as many amounts that are none', () => {
    const keys = Array.from({ length: 100_000 }, (_, index) => [`键${index}`, 'x']);
    const items = keys.map(() => ({ 事项: '甲', 金额: '约1万' }));
    const findings = findingsOf({ ...Object.fromEntries(keys), 测算依据: items });
    const count = (rule: string) => findings.filter((finding) => finding.rule === rule).length;
    expect(count('schema/additionalProperties')).toBe(100_000);
    expect(count('schema/amount')).toBe(100_000);
  });

  it('tells of a text longer than a workbook’s cell, counted as the workbook does', () => {
    const findings = findingsOf({ 项目名称: '𠮷'.repeat(16_384) });
    expect(findings.map(({ rule, message }) => [rule, message.zh])).toContainEqual([
      'schema/maxLength',
      '“项目名称”有 32768 个字，最多 32767 个',
    ]);
  });

  it.each(['', 'text', ['a']])('tells of %j in place of a declaration', (value) => {
    expect(findingsOf(value).map(({ rule, place }) => [rule, place?.line])).toEqual([['schema/type', 1]]);
  });
});

describe('another authority’s schema', () => {
  it('has its own keywords told, with what the schema says of the field', () => {
    const schema = {
      type: 'object',
      properties: {
        a: { type: 'string', not: { const: 'x' }, description: '不写 x。', 'x-kind': 'text' },
        b: { type: 'array', minItems: 2, items: { type: 'string' }, 'x-word': '无' },
        c: { const: '定' },
      },
    };
    const form = toForm('other', schema, '');
    const findings = check(parse('a: x\nb: [1]\nc: 不定'), form, loadValidator(schema), noRules).findings;
    expect(findings.map(({ rule, message, advice }) => [rule, message.zh, advice?.zh])).toEqual([
      ['schema/not', '“a”写的是“x”，不合表样的规定（not）', '不写 x。'],
      ['schema/minItems', '“b”不合表样的规定（minItems）', '请按表样填写'],
      ['schema/const', '“c”写的是“不定”，只能是“定”', '写成“定”'],
    ]);
  });
});
