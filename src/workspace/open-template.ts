// Opens a form's template with its theme, from the workspace's own files or the package's. The last one of each form is kept: under --watch
// most edits leave it alone, and with it renderers keep what they have made of the theme.
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Finding, Outcome } from '../base/finding.js';
import { placeBetween } from '../base/place.js';
import type { Form } from '../check/form.js';
import type { Template } from '../compose/template.js';
import { findFont } from './fonts.js';
import { kitFaults } from './messages.js';
import { readKitFile } from './need-file.js';
import { homes } from './schemas.js';

export interface KitFile {
  readonly file: string;
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** Null where a form has none. */
export interface KitFiles {
  readonly template: KitFile | null;
  readonly theme: KitFile | null;
  /** The authority's own file, to be filled. */
  readonly workbook: KitFile | null;
}

export function findKitFiles(root: string, form: string): KitFiles {
  return {
    template: findKitFile(root, form, 'form.hbs'),
    theme: findKitFile(root, form, 'theme.yaml'),
    workbook: findKitFile(root, form, 'workbook.xlsx'),
  };
}

/** The workspace's own file of a form, else the package's: a workspace may bring its theme alone. */
function findKitFile(root: string, form: string, name: string): KitFile | null {
  for (const { folder, prefix } of homes(root)) {
    const path = join(folder, 'templates', form, name);
    const file = `${prefix}templates/${form}/${name}`;
    if (existsSync(path)) return { file, path, bytes: readKitFile(path, file) };
  }
  return null;
}

const kept = new Map<string, { readonly key: string; readonly template: Promise<Outcome<Template>> }>();

/** `key` names the contents of everything that the template is opened from; `digest` names a font's. */
export function openTemplate(
  form: Form,
  files: KitFiles,
  key: string,
  digest: (path: string) => string,
): Promise<Outcome<Template>> {
  const name = JSON.stringify([form.name, files.template?.path, files.theme?.path]);
  const before = kept.get(name);
  if (before?.key === key) return before.template;
  const template = open(form, files, digest);
  kept.set(name, { key, template });
  return template;
}

async function open(form: Form, { template, theme }: KitFiles, digest: (path: string) => string) {
  if (!template || !theme) return missing(form.title, `templates/${form.name}/${template ? 'theme.yaml' : 'form.hbs'}`);
  const [{ decode }, { readTheme }, { compileTemplate }] = await Promise.all([
    import('../read/decode.js'),
    import('../compose/read-theme.js'),
    import('../compose/template.js'),
  ]);
  const themeSource = decode(theme.file, theme.bytes);
  const templateSource = decode(template.file, template.bytes);
  if (!themeSource.value || !templateSource.value) {
    return { value: null, findings: [...themeSource.findings, ...templateSource.findings] };
  }
  const folder = dirname(theme.path);
  const readied = readTheme(themeSource.value, (name) => findFont(name, folder, digest));
  if (!readied.value) return { value: null, findings: readied.findings };
  return compileTemplate(templateSource.value, form, readied.value);
}

function missing(title: string, file: string): Outcome<Template> {
  const place = placeBetween(file, '', 0, 0);
  const finding: Finding = { rule: 'template/missing', level: 'error', ...kitFaults.noTemplate(title, file), place };
  return { value: null, findings: [finding] };
}
