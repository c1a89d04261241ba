// The declarations that the benchmark makes are such as a careful clerk sends: otherwise it would measure the printing of findings.
import { expect, test } from 'vitest';
import { checkSource } from '../../src/pipeline.js';
import { digestOfFile } from '../../src/workspace/digest.js';
import { openKits } from '../../src/workspace/kits.js';

const { declarationText, declarationOfItems } = (await import(
  /* @vite-ignore */ new URL('sample.mjs', import.meta.url).href
)) as {
  declarationText(number: number): string;
  declarationOfItems(sort: 'basis' | 'indicators', count: number, number: number): string;
};

const kits = openKits(process.cwd(), digestOfFile);

async function found(text: string): Promise<readonly string[]> {
  const { value, findings } = await checkSource('projects/2025/a.yaml', Buffer.from(text), kits, '2025');
  if (!value) throw new Error('is no declaration');
  return findings.map(({ rule, message }) => `${rule} ${message.zh}`);
}

test('has no finding, whichever it is', async () => {
  const numbers = [...Array.from({ length: 100 }, (_, number) => number), 333, 3755, 9999, 12_345];
  for (const number of numbers) expect(await found(declarationText(number)), `${number}`).toEqual([]);
});

test('no two have a code, a name, an office, a sum or a goal in common', () => {
  const numbers = Array.from({ length: 300 }, (_, number) => number);
  const texts = numbers.map((number) => declarationText(number));
  for (const key of ['项目编码', '项目名称', '申请单位', '本年度项目金额', '年度目标']) {
    const values = texts.map((text) => new RegExp(`^${key}: (.*)$`, 'm').exec(text)?.[1]);
    expect(new Set(values).size, key).toBe(numbers.length);
  }
});

test('with many items there is no more than the hint that they are many', async () => {
  expect(await found(declarationOfItems('basis', 300, 5))).toEqual([]);
  for (const one of await found(declarationOfItems('indicators', 300, 5)))
    expect(one).toMatch(/^indicator-count-is-sane /);
});
