// `shenbao check --baseline`: of a tree with old faults only those that a change brings.
import { renameSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { missing } from '../support/programs.js';
import { samplePath } from '../support/project-goal.js';
import { commitAll, initRepository } from '../support/repository.js';
import { inWorkspace, sampleWith, type Workspace } from '../support/workspace.js';

const lacking = missing('git');

/** A workspace whose first commit has a faulty sum in the sample. */
function withOldFault(use: (workspace: Workspace & { readonly commit: () => void }) => Promise<void>): Promise<void> {
  return inWorkspace(async (workspace) => {
    workspace.write(samplePath, old);
    initRepository(workspace.root, {});
    const commit = () => void commitAll(workspace.root);
    await use({ ...workspace, commit });
  });
}

const old = sampleWith(['2,425,500.00', '2,425,501.00']);

/** `rule file:line` of what is new. */
async function news({ shenbao }: Workspace, ref = 'HEAD'): Promise<readonly string[]> {
  const { out } = await shenbao('check', '--baseline', ref, '--format', 'json');
  const { findings } = JSON.parse(out) as { findings: readonly { rule: string; file: string; line: number }[] };
  return findings.map(({ rule, file, line }) => `${rule} ${file.replace('projects/2025/', '')}:${line}`);
}

describe.skipIf(lacking)(`--baseline${lacking ? ` (skipped: ${lacking})` : ''}`, () => {
  test('passes over what was there, wherever it stands now', () =>
    withOldFault(async (workspace) => {
      expect(await news(workspace)).toEqual([]);
      workspace.write(samplePath, old.replace('测算依据:\n', '\n# 一行说明\n测算依据:\n'));
      expect(await news(workspace)).toEqual([]);
      expect((await workspace.shenbao('check', '--baseline', 'HEAD')).status).toBe(0);
      expect((await workspace.shenbao('check')).status).toBe(1);
    }));

  test('tells what an edit brings, and fails for it', () =>
    withOldFault(async (workspace) => {
      workspace.write(samplePath, old.replace('"440313230031500605004"', '"44031323003150060500"'));
      expect(await news(workspace)).toEqual([`code-has-21 区总工会工作经费.yaml:4`]);
      expect((await workspace.shenbao('check', '--baseline', 'HEAD')).status).toBe(1);
    }));

  test('tells of a new file, also what it brings to an old one', () =>
    withOldFault(async (workspace) => {
      workspace.write('projects/2025/新.yaml', sampleWith(['项目名称: ', '项目名称: 新的']));
      expect((await news(workspace)).toSorted()).toEqual([
        'code-is-unique 区总工会工作经费.yaml:4',
        'code-is-unique 新.yaml:4',
      ]);
    }));

  test('knows a renamed file by what is wrong with it', () =>
    withOldFault(async (workspace) => {
      renameSync(join(workspace.root, samplePath), join(workspace.root, 'projects/2025/改名.yaml'));
      expect(await news(workspace)).toEqual([]);
    }));

  test('looks back over several commits', () =>
    withOldFault(async (workspace) => {
      workspace.write(samplePath, old.replace('"440313230031500605004"', '"44031323003150060500"'));
      workspace.commit();
      expect(await news(workspace, 'HEAD')).toEqual([]);
      expect(await news(workspace, 'HEAD~1')).toEqual([`code-has-21 区总工会工作经费.yaml:4`]);
    }));

  test('keeps what it found of the earlier state out of the cache', () =>
    withOldFault(async (workspace) => {
      workspace.write(samplePath, sampleWith());
      expect(await news(workspace)).toEqual([]);
      expect((await workspace.shenbao('check')).status).toBe(0);
      expect((await workspace.shenbao('check')).status).toBe(0);
    }));

  test('ends with 2 where there is no such state', () =>
    withOldFault(async ({ shenbao }) => {
      const { status, out, complaints } = await shenbao('check', '--baseline', 'v9');
      expect({ status, out }).toEqual({ status: 2, out: '' });
      expect(complaints).toBe(
        'git 里没有“v9”这个提交、分支或标签。请核对名称；浅克隆的仓库要先取得它（git fetch）。\n',
      );
    }));
});
