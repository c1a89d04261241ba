// Rules on the whole tree in a workspace: what they see, what is reported of it, and what is remembered.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { type CheckOptions, checkAll } from '../../src/workspace/check-all.js';
import { declaration, edit, ownSchema, workspace, write } from './support.js';

const file = (name: string) => `projects/2025/${name}.yaml`;
const code = '项目编码: "440313230031500605004"';
const coded = (name: string, line = code) => declaration(name).replace(/^项目编码: .*$/m, () => line);

/** Only what rules on the whole tree and comments say: what else is found in the sample is of no interest here. */
async function seen(root: string, options: CheckOptions = {}) {
  const { findings, suppressed, cached } = await checkAll(root, options);
  const said = findings.flatMap((one) =>
    one.findings
      .filter(({ rule }) => /unique|budget|^ignore/.test(rule))
      .map(({ rule, place, related = [] }) => {
        const others = related.map((other) => ` ${other.file.slice('projects/'.length)}`).join('');
        return `${one.file.slice('projects/'.length)}:${place?.line} ${rule}${others}`;
      }),
  );
  return { said, suppressed, cached };
}

const twice = ['2025/乙.yaml:4 code-is-unique 2025/甲.yaml', '2025/甲.yaml:4 code-is-unique 2025/乙.yaml'];
const pair = () => workspace({ [file('甲')]: coded('甲'), [file('乙')]: coded('乙'), [file('丙')]: declaration('丙') });

describe('rules on the whole tree', () => {
  test('report in every file concerned', async () => {
    expect(await seen(pair())).toEqual({ said: twice, suppressed: 0, cached: 0 });
  });

  test('see all of projects/, and report in the files that were asked for', async () => {
    const root = pair();
    expect((await seen(root, { paths: [file('甲')] })).said).toEqual(twice.slice(1));
    expect((await seen(root, { paths: [file('丙')] })).said).toEqual([]);
    expect(await checkAll(root, { paths: [file('甲')] })).toMatchObject({ files: 1, cached: 1 });
  });

  test('see declarations whose structure has faults, and none that cannot be read', async () => {
    const root = pair();
    write(root, file('乙'), coded('乙').replace('实施期限: 5', '实施期现: 5'));
    expect((await seen(root)).said).toEqual(twice);
    write(root, file('乙'), `${coded('乙')}\n- [`);
    expect((await seen(root)).said).toEqual([]);
  });

  test('are remembered while nothing changes, and asked again when another file does', async () => {
    const root = pair();
    await checkAll(root);
    expect(await seen(root)).toEqual({ said: twice, suppressed: 0, cached: 3 });
    write(root, file('乙'), declaration('乙'));
    expect(await seen(root)).toEqual({ said: [], suppressed: 0, cached: 2 });
    expect(await seen(root)).toEqual({ said: [], suppressed: 0, cached: 3 });
  });

  test('are asked in full after a check that was interrupted', async () => {
    const root = pair();
    for (let at = 0; at < 20; at++) write(root, file(`项目${at}`), declaration(`项目${at}`));
    const interrupt = new AbortController();
    const first = await checkAll(root, { signal: interrupt.signal, checked: () => interrupt.abort() });
    expect(first.interrupted).toBe(true);
    expect((await seen(root)).said).toEqual(twice);
  });

  test('take level and settings from rules.yaml, and can be switched off', async () => {
    const root = pair();
    ownSchema(root);
    const rules = 'schema/project-goal/rules.yaml';
    edit(root, rules, /^code-is-unique: .*$/m, 'code-is-unique: hint');
    expect((await checkAll(root)).findings.flatMap(({ findings }) => findings)).toContainEqual(
      expect.objectContaining({ rule: 'code-is-unique', level: 'hint' }),
    );
    edit(root, rules, /^code-is-unique: .*$/m, 'code-is-unique: off');
    expect((await seen(root)).said).toEqual([]);
    const unit = '深圳市深汕特别合作区组织人事局（本级）';
    edit(root, rules, /ceilings: \{\}/, `ceilings: { 2025: { ${unit}: 700万 } }`);
    expect((await seen(root)).said).toEqual(['2025/丙.yaml:13 sum-within-budget 2025/乙.yaml 2025/甲.yaml']);
  });
});

describe('a comment beside what such a rule finds', () => {
  const ignored = (rule: string) => `${code} # shenbao-ignore ${rule} -- 一个项目分两份报`;

  test('passes it over in its own file, today and from memory', async () => {
    const root = pair();
    write(root, file('甲'), coded('甲', ignored('code-is-unique')));
    expect(await seen(root)).toEqual({ said: twice.slice(0, 1), suppressed: 1, cached: 0 });
    expect(await seen(root)).toEqual({ said: twice.slice(0, 1), suppressed: 1, cached: 3 });
    expect((await seen(root, { paths: [file('乙')] })).suppressed).toBe(0);
  });

  test('is told of when it is not needed any more, though its own file did not change', async () => {
    const root = pair();
    write(root, file('甲'), coded('甲', ignored('code-is-unique')));
    await checkAll(root);
    writeFileSync(join(root, file('乙')), declaration('乙'));
    const unused = { said: ['2025/甲.yaml:4 ignore/unused'], suppressed: 0 };
    expect(await seen(root)).toEqual({ ...unused, cached: 2 });
    expect(await seen(root)).toEqual({ ...unused, cached: 3 });
  });

  test('passes over nothing where it stands beside something else', async () => {
    const root = pair();
    write(root, file('甲'), coded('甲', ignored('name-is-unique')));
    expect((await seen(root)).said).toEqual([...twice, '2025/甲.yaml:4 ignore/unused']);
  });
});
