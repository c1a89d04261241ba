// The schema that chooses among several forms, as the YAML language server uses it.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';
import { anyForm, anyFormFile, schemaSetting } from '../../src/workspace/init-editor.js';
import { sampleText, schemaText } from '../support/forms.js';
import { startLanguageServer } from '../support/language-server.js';
import { temporaryFolder } from './support.js';

const title = '二级项目支出绩效目标申报表';
const forms = [
  { key: '表单', title, folder: 'project-goal' },
  { key: '表单', title: '另一种表', folder: 'other' },
];

test('an editor is told of one form directly, of several through the schema that chooses', () => {
  const files = ['projects/**/*.yaml', 'projects/**/*.yml'];
  expect(schemaSetting(forms.slice(0, 1))).toEqual({ './schema/project-goal/form.schema.json': files });
  expect(schemaSetting(forms)).toEqual({ './schema/any-form.schema.json': files });
});

test('each file is marked by the form that it names', async () => {
  const folder = join(temporaryFolder(), 'schema');
  const write = (file: string, text: string) => {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), text);
  };
  write(anyFormFile, JSON.stringify(anyForm(forms)));
  write('project-goal/form.schema.json', schemaText);
  write('other/form.schema.json', JSON.stringify({ title: '另一种表', type: 'object', required: ['别的栏'] }));
  const settings = JSON.parse(readFileSync('templates/workspace/vscode/settings.json', 'utf8'));
  const schemas = { [pathToFileURL(join(folder, anyFormFile)).href]: 'projects/**/*.yaml' };
  const server = await startLanguageServer({ ...settings, 'yaml.schemas': schemas });
  try {
    const marked = async (name: string, text: string) =>
      (await server.open(`projects/2025/any-${name}.yaml`, text)).map(({ message }) => message).join('\n');
    const own = sampleText.slice(sampleText.indexOf('\n'));
    expect(await marked('sample', own)).toBe('');
    expect(await marked('choice', own.replace('是否新增项目: 否', '是否新增项目: 不'))).toContain('是');
    expect(await marked('other', '表单: 另一种表\n')).toContain('别的栏');
    expect(await marked('right', '表单: 另一种表\n别的栏: 一\n')).toBe('');
  } finally {
    await server.close();
  }
});
