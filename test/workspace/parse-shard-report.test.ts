// A shard's report comes from another machine: every part of it is checked, and nothing is repaired by guessing.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { build } from '../../src/workspace/build.js';
import { parseShardReport } from '../../src/workspace/parse-shard-report.js';
import { declaration, workspace } from './support.js';

const place = { file: 'projects/a.yaml', line: 1, column: 1, endLine: 1, endColumn: 2, start: 0, end: 1 };
const finding = {
  rule: 'schema/pattern',
  level: 'error',
  message: { zh: '错', en: 'wrong' },
  advice: { zh: '改', en: 'mend' },
  pointer: '/a',
  place,
  related: [place],
  cure: { start: 0, end: 1, text: '' },
};
const report = {
  version: 1,
  shard: { index: 1, count: 4 },
  asked: { paths: ['projects/2025', ''], formats: ['pdf'] },
  state: '0a',
  built: [{ file: 'projects/b.yaml', outputs: ['b.pdf'], reasons: ['new', 'tool'], findings: [], remarks: 2 }],
  unchanged: 2,
  failed: [{ file: 'projects/a.yaml', findings: [finding] }],
  busy: [{ file: 'projects/c.yaml', output: 'c.pdf' }],
  cached: null,
  interrupted: false,
};
const withFinding = (change: object) => ({
  failed: [{ file: 'projects/a.yaml', findings: [{ ...finding, ...change }] }],
});

describe('a report', () => {
  test('is read as it was written by a build', async () => {
    const root = workspace({
      'projects/好.yaml': null,
      'projects/坏.yaml': declaration('坏').replace('期限: 5', '期限: 五'),
    });
    const { built, failed } = await build(root, { formats: ['html'], shard: { index: 1, count: 1 } });
    const text = readFileSync(join(root, 'out/.report-1-of-1.json'), 'utf8');
    expect(parseShardReport(text)).toEqual({
      version: 1,
      shard: { index: 1, count: 1 },
      asked: { paths: [], formats: ['html'] },
      state: expect.stringMatching(/^[0-9a-f]{64}$/),
      built: built.map(({ reason: _, draft: __, ...rest }) => rest),
      unchanged: 0,
      failed,
      busy: [],
      cached: null,
      interrupted: false,
    });
  });

  test('may hold all there is to say', () => {
    expect(parseShardReport(JSON.stringify(report))).toEqual(report);
  });

  test.each<[string, object]>([
    ['another version', { version: 2 }],
    ['no shard', { shard: null }],
    ['a shard that is half a number', { shard: { index: 0.5, count: 4 } }],
    ['no state', { state: 1 }],
    ['paths outside', { asked: { paths: ['../x'], formats: null } }],
    ['an unknown format', { asked: { paths: [], formats: ['png'] } }],
    ['an unknown reason', { built: [{ ...report.built[0], reasons: ['constructor'] }] }],
    ['a built file outside', { built: [{ ...report.built[0], file: '/etc/passwd' }] }],
    ['an output outside', { built: [{ ...report.built[0], outputs: ['a/../../b.pdf'] }] }],
    ['a drive', { busy: [{ file: 'projects/c.yaml', output: 'C:\\x.pdf' }] }],
    ['a terminal’s control characters', { busy: [{ file: 'projects/\u001b[2J.yaml', output: 'c.pdf' }] }],
    ['fewer than no unchanged', { unchanged: -1 }],
    ['a text for a number', { cached: '3' }],
    ['gathered failures', { failed: [{ file: 'templates/x', findings: [], blocks: [] }] }],
    ['an unknown level', withFinding({ level: 'fatal' })],
    ['one language', withFinding({ message: { zh: '错' } })],
    ['advice that is no words', withFinding({ advice: '改' })],
    ['a place outside', withFinding({ place: { ...place, file: '../../etc/passwd' } })],
    ['a place without a line', withFinding({ place: { ...place, line: undefined } })],
    ['a related place outside', withFinding({ related: [{ ...place, file: '/etc/passwd' }] })],
    ['a cure that is no edit', withFinding({ cure: { start: 0 } })],
    ['nobody knows whether interrupted', { interrupted: undefined }],
  ])('with %s is none', (_, change) => {
    expect(parseShardReport(JSON.stringify({ ...report, ...change }))).toBeNull();
  });

  test.each(['', '{', 'null', '[]', '1'])('that reads %j is none', (text) => {
    expect(parseShardReport(text)).toBeNull();
  });
});
