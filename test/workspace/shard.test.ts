// Dealing declarations out to the machines of a CI matrix.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { shardOf } from '../../src/workspace/shard.js';

const items = (sizes: readonly number[]) =>
  sizes.map((size, index) => ({ file: `projects/${1000 + index}.yaml`, size }));
const shards = (sizes: readonly number[], count: number) =>
  Array.from({ length: count }, (_, index) => shardOf(items(sizes), ({ size }) => size, { index: index + 1, count }));

describe('shards', () => {
  test('are balanced by size', () => {
    expect(shards([9, 1, 8, 2, 7, 3], 3).map((shard) => shard.map(({ size }) => size))).toEqual([
      [9, 1],
      [8, 2],
      [7, 3],
    ]);
  });

  test('hold every declaration exactly once, in order, and differ by no more than the largest', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(100)), fc.integer({ min: 1, max: 6 }), (sizes, count) => {
        const all = shards(sizes, count);
        expect(all.flat().sort((a, b) => (a.file < b.file ? -1 : 1))).toEqual(items(sizes));
        for (const shard of all) expect(shard).toEqual([...shard].sort((a, b) => (a.file < b.file ? -1 : 1)));
        const loads = all.map((shard) => shard.reduce((sum, { size }) => sum + size, 0));
        expect(Math.max(...loads) - Math.min(...loads)).toBeLessThanOrEqual(Math.max(0, ...sizes));
      }),
    );
  });

  test.each([
    [0, 3],
    [4, 3],
    [1.5, 3],
    [1, 0],
  ])('%s/%s is refused', (index, count) => {
    expect(() => shardOf(items([1]), () => 1, { index, count })).toThrow(
      `--shard ${index}/${count} 不对：写成 i/n，i 从 1 到 n。`,
    );
  });
});
