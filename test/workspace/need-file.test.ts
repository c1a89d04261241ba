// What stands where a file is expected may be anything: each has its sentence, and nothing is read that may never end.
import { mkdirSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { needFile, readKitFile } from '../../src/workspace/need-file.js';
import { inWorkspace } from '../support/workspace.js';
import { ownTemplate, temporaryFolder } from './support.js';

/** A folder with one of each. */
function folder(): string {
  const folder = temporaryFolder();
  mkdirSync(join(folder, '夹'));
  symlinkSync('圈', join(folder, '圈'));
  symlinkSync('/dev/null', join(folder, '设备'));
  writeFileSync(join(folder, '文件'), 'x');
  writeFileSync(join(folder, '大'), '');
  truncateSync(join(folder, '大'), 65 * 1024 ** 2);
  return folder;
}

test.each([
  ['没有', '找不到 没有。', 'There is no 没有.'],
  ['文件/里', '找不到 文件/里。', 'There is no 文件/里.'],
  ['夹', '夹 是文件夹，不是文件。请换成文件。', '夹 is a folder, not a file. Give a file instead.'],
  ['圈', '读不了 圈：它的链接绕成了圈。', 'Cannot read 圈: its links lead in a circle.'],
  [
    '设备',
    '设备 是管道或者设备，不是普通的文件。请先把内容存成文件。',
    '设备 is a pipe or a device, no plain file. Save what it gives as a file first.',
  ],
  [
    '长'.repeat(300),
    `读不了 ${'长'.repeat(300)}：名字太长。`,
    `Cannot read ${'长'.repeat(300)}: its name is too long.`,
  ],
])('%s is no file to be read', (name, zh, en) => {
  expect(() => needFile(join(folder(), name), name)).toThrow(expect.objectContaining({ words: { zh, en } }));
});

test('a part of a form is read up to a size', () => {
  const home = folder();
  expect(readKitFile(join(home, '文件'), '文件').toString()).toBe('x');
  expect(() => readKitFile(join(home, '大'), '大')).toThrow('大 太大，不像表样的文件，没有读。请核对它。');
});

test('commands tell of a workbook that is a folder, and of documents that are none', () =>
  inWorkspace(async ({ root, shenbao }) => {
    symlinkSync('圈.pdf', join(root, '圈.pdf'));
    for (const command of ['import', 'verify', 'check']) {
      const { status, complaints } = await shenbao(command, '圈.pdf');
      expect({ status, complaints }).toEqual({ status: 2, complaints: '读不了 圈.pdf：它的链接绕成了圈。\n' });
    }
    ownTemplate(root);
    mkdirSync(join(root, 'templates/project-goal/workbook.xlsx'));
    const complaints = 'templates/project-goal/workbook.xlsx 是文件夹，不是文件。请换成文件。\n';
    expect(await shenbao('template', 'check')).toEqual({ status: 2, out: '', complaints });
    expect(await shenbao('build')).toEqual({ status: 2, out: '', complaints });
  }));
