// The package's forms as the tests use them: schema, template and theme from the repository's files; project-goal where none is named.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Outcome } from '../../src/base/finding.js';
import { type Form, formName } from '../../src/check/form.js';
import { readTheme } from '../../src/compose/read-theme.js';
import { compileTemplate, type Template } from '../../src/compose/template.js';
import type { FontFile, Theme } from '../../src/compose/theme.js';
import { checkSource, type Document, type Kits, produce, type Settings } from '../../src/pipeline.js';
import type { Format } from '../../src/render/renderer.js';
import { allRules, openForm, projectGoal, validateProjectGoal } from './forms.js';

const require = createRequire(import.meta.url);

export const samplePath = 'projects/2025/区总工会工作经费.yaml';
export const sampleBytes = readFileSync(samplePath);

export const form = projectGoal;

export const templateSource = source('templates/project-goal/form.hbs');
export const themeSource = source('templates/project-goal/theme.yaml');

function source(path: string): { path: string; text: string } {
  return { path, text: readFileSync(path, 'utf8') };
}

const weights: Readonly<Record<string, string>> = {
  'NotoSerifSC-Regular': '400Regular/NotoSerifSC_400Regular.ttf',
  'NotoSerifSC-Bold': '700Bold/NotoSerifSC_700Bold.ttf',
};

export function fontFile(name: string): FontFile | null {
  const weight = weights[name];
  if (weight === undefined) return null;
  const bytes = readFileSync(require.resolve(`@expo-google-fonts/noto-serif-sc/${weight}`));
  return { digest: createHash('sha256').update(bytes).digest('hex'), bytes: () => bytes };
}

export function theme(of: Form = form): Theme {
  const read = readTheme(source(`templates/${of.name}/theme.yaml`), fontFile);
  if (!read.value) throw new Error(JSON.stringify(read.findings));
  return read.value;
}

export function template(of: Form = form): Template {
  const compiled = compileTemplate(source(`templates/${of.name}/form.hbs`), of, theme(of));
  if (!compiled.value) throw new Error(JSON.stringify(compiled.findings));
  return compiled.value;
}

/** All forms of the package. */
export function kits(): Kits {
  const forms = [{ form, validate: validateProjectGoal }, openForm('gansu-2023')];
  const opened = forms.map(({ form: of, validate }) => {
    const compiled = { value: template(of), findings: [] };
    return { form: of, validate, ruleSet: allRules(), template: async () => compiled };
  });
  return {
    forms: opened.flatMap((kit) => formName(kit.form) ?? []),
    async kitFor(title) {
      const kit = opened.find((one) => one.form.title === title);
      if (!kit) throw new Error(`no form has the title ${title}`);
      return { value: kit, findings: [] };
    },
  };
}

/** The whole way: bytes of a declaration to its documents, with every finding. */
export async function produceFrom(
  path: string,
  bytes: Uint8Array,
  from: Kits,
  formats: readonly Format[],
  settings: Settings,
): Promise<Outcome<readonly Document[]>> {
  const checked = await checkSource(path, bytes, from, settings.year);
  if (!checked.value) return { value: null, findings: checked.findings };
  const produced = await produce(checked.value, formats, settings);
  return { value: produced.value, findings: [...checked.findings, ...produced.findings] };
}
