// Makes a folder into a workspace: forms to change, settings of editor and git, hooks, CI. The files lie in the package's
// templates/workspace/, plain, under names without a dot, since npm leaves .gitignore out of packages. What stands there already is kept.
import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative, resolve, sep } from 'node:path';
import { UserError } from '../base/user-error.js';
import { chooseForm } from './choose-form.js';
import { statOf } from './digest.js';
import type { ForgeName } from './forges/forge.js';
import { anyForm, anyFormFile, schemaSetting } from './init-editor.js';
import { newMessages } from './new-messages.js';
import { chooseYear, yearFolders } from './new-place.js';
import { packageRoot, toolVersion } from './package.js';
import { type FormFile, readForms } from './schemas.js';
import { toUserError, writeWholeFile } from './write-whole-file.js';

export interface InitOptions {
  /** Absolute. */
  readonly cwd: string;
  readonly ci: ForgeName | null;
  /** A title or a folder's name; null: all of the package's. */
  readonly form: string | null;
  readonly thisYear: number;
}

/** Paths relative to the workspace, in the order of writing. */
export interface Initialized {
  readonly root: string;
  readonly written: readonly string[];
  readonly kept: readonly string[];
}

interface NewFile {
  readonly file: string;
  readonly bytes: Uint8Array;
  readonly executable?: true;
}

const plainFiles: Readonly<Record<string, string>> = {
  'README.md': 'README.md',
  '.gitignore': 'gitignore',
  '.gitattributes': 'gitattributes',
  '.editorconfig': 'editorconfig',
  '.vscode/extensions.json': 'vscode/extensions.json',
  'lefthook.yml': 'lefthook.yml',
};

/** In the repository, and under ci/ of the package. */
const ciFiles: Readonly<Record<ForgeName, Readonly<Record<string, string>>>> = {
  github: {
    '.github/workflows/shenbao.yml': 'github.yml',
    '.github/workflows/shenbao-review.yml': 'github-review.yml',
  },
  gitlab: { '.gitlab-ci.yml': 'gitlab.yml' },
  gitee: { '.workflow/shenbao.yml': 'gitee.yml' },
};

/** `folder` is relative to `cwd` and made where it is not there. Throws a UserError where nothing can be written. */
export async function initWorkspace(folder: string, options: InitOptions): Promise<Initialized> {
  const root = resolve(options.cwd, folder);
  if (statOf(root)?.isDirectory() === false) throw new UserError(newMessages.notFolder(folder));
  const offered = readForms(packageRoot);
  const forms = options.form === null ? [...offered.values()] : [chooseForm(packageRoot, offered, options.form)];
  const written: string[] = [];
  const kept: string[] = [];
  try {
    mkdirSync(root, { recursive: true });
  } catch (error) {
    throw toUserError(error, folder);
  }
  for (const { file, bytes, executable } of filesOf(root, forms, options)) {
    const path = join(root, file);
    if (existsSync(path)) {
      kept.push(file);
      continue;
    }
    await writeWholeFile(path, bytes);
    if (executable) chmodSync(path, 0o755);
    written.push(file);
  }
  return { root, written, kept };
}

function filesOf(root: string, forms: readonly FormFile[], { ci, thisYear }: InitOptions): readonly NewFile[] {
  const year = yearFolders(root).length > 0 ? null : chooseYear(root, null, thisYear).year;
  const names = forms.map(({ form, name }) => ({ ...name, folder: form.name }));
  const plain = Object.entries(plainFiles).map(([file, source]) => ({ file, bytes: initFile(source) }));
  const templates = existsSync(join(packageRoot, 'templates', 'README.md')) ? ['templates/README.md'] : [];
  const copied = [
    ...forms.flatMap(({ form }) => [...below(`schema/${form.name}`), ...below(`templates/${form.name}`)]),
    ...templates,
  ];
  return [
    ...(year === null ? [] : [{ file: `projects/${year}/.gitkeep`, bytes: new Uint8Array() }]),
    ...copied.map((file) => ({ file, bytes: readFileSync(join(packageRoot, file)) })),
    ...(forms.length > 1 ? [toFile(`schema/${anyFormFile}`, anyForm(names))] : []),
    toFile('.vscode/settings.json', { ...initJson('vscode/settings.json'), 'yaml.schemas': schemaSetting(names) }),
    ...plain,
    toFile('package.json', { ...initJson('package.json'), dependencies: { shenbao: toolVersion() } }),
    { file: '.githooks/pre-commit', bytes: initFile('githooks/pre-commit'), executable: true },
    ...Object.entries(ci === null ? {} : ciFiles[ci]).map(([file, source]) => ({
      file,
      bytes: initFile(`ci/${source}`),
    })),
  ];
}

/** The files of a folder of the package, those generated for programs and the examples of rules left out. */
function below(folder: string): readonly string[] {
  const path = join(packageRoot, folder);
  if (!existsSync(path)) return [];
  return readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !/\.(?:js|d\.ts)$/.test(entry.name))
    .map((entry) =>
      relative(packageRoot, join(entry.parentPath ?? entry.path, entry.name))
        .split(sep)
        .join('/'),
    )
    .filter((file) => !file.includes('/examples/'))
    .sort();
}

function toFile(file: string, content: object): NewFile {
  return { file, bytes: Buffer.from(`${JSON.stringify(content, null, 2)}\n`) };
}

function initFile(source: string): Uint8Array {
  return readFileSync(join(packageRoot, 'templates', 'workspace', source));
}

function initJson(source: string): object {
  return JSON.parse(Buffer.from(initFile(source)).toString('utf8')) as object;
}
