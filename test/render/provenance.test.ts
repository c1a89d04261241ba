// What a document was made from, in the words of its properties.
import { expect, test } from 'vitest';
import { provenanceLine, provenanceOf } from '../../src/render/provenance.js';
import type { Meta } from '../../src/render/renderer.js';
import { sampleOrigin } from '../support/sample-origin.js';

const meta: Meta = {
  title: '表',
  author: null,
  code: '440313230031500605004',
  year: '2025',
  date: new Date('2025-01-01T00:00:00Z'),
  digest: '5f'.repeat(32),
  origin: sampleOrigin,
};

test('is the code, the year, and digests of everything, of the declaration and of the template', () => {
  expect(provenanceOf(meta)).toEqual([
    ['code', '440313230031500605004'],
    ['year', '2025'],
    ['digest', '5f'.repeat(32)],
    ['source', sampleOrigin.digest],
    ['template', '7e'.repeat(32)],
    ['tool', '0.1.0'],
  ]);
});

test('leaves out what there is none of, and what is longer than programs bear', () => {
  expect(provenanceOf({ ...meta, code: '4'.repeat(101), year: null, origin: null })).toEqual([
    ['digest', '5f'.repeat(32)],
  ]);
});

test('is one word in the keywords, shorter than Office cuts off', () => {
  const line = provenanceLine(meta);
  expect(line).toBe(
    `year=2025&digest=${'5f'.repeat(32)}&source=${sampleOrigin.digest}&template=${'7e'.repeat(32)}&tool=0.1.0`,
  );
  expect(line.length).toBeLessThanOrEqual(255);
  expect(provenanceLine({ ...meta, year: '二〇 25;a:b,c&d', origin: null })).not.toMatch(/[\s;:,]/);
});
