// Lists of lists in rules.yaml, as units that are near kin.
import { expect, test } from 'vitest';
import { textGroups } from '../../src/check/settings.js';
import { read } from '../../src/read/read.js';

const groups = textGroups([['次', '场']]);

function readGroups(yaml: string) {
  const { value } = read({ path: 'rules.yaml', text: `kin: ${yaml}` });
  const { kin = '' } = value?.value as { readonly [key: string]: string };
  return groups.read(kin, '/kin');
}

test('groups of texts', () => {
  expect(readGroups('[[次, 场], [人]]')).toEqual({ value: [['次', '场'], ['人']] });
  expect(readGroups('[]')).toEqual({ value: [] });
});

test.each([
  ['次', '/kin'],
  ['[次, 场]', '/kin/0'],
  ['[[次], 场]', '/kin/1'],
  ['{ 次: 场 }', '/kin'],
  ['[[次, ""]]', '/kin/0'],
])('%s is none', (yaml, pointer) => {
  expect(readGroups(yaml)).toMatchObject({ pointer, said: { message: { zh: '这里要写一个列表' } } });
});
