import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { below, fromPointer, toPointer } from '../../src/base/pointer.js';

describe('a JSON pointer', () => {
  it.each([
    [[], ''],
    [['甲', 0, '乙'], '/甲/0/乙'],
    [['a/b', 'c~d', '~1'], '/a~1b/c~0d/~01'],
    [['', '/', '~'], '//~1/~0'],
  ])('of %j is %j', (path, pointer) => {
    expect(toPointer(path)).toBe(pointer);
    expect(fromPointer(pointer)).toEqual(path.map(String));
  });

  it('leads back to its path, and a child stands one step below', () => {
    const step = fc.string({ unit: fc.constantFrom('/', '~', '0', '1', 'a', '甲'), maxLength: 4 });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 4 }), step, (path, child) => {
        expect(fromPointer(toPointer(path))).toEqual(path);
        expect(below(toPointer(path), child)).toBe(toPointer([...path, child]));
      }),
    );
  });
});
