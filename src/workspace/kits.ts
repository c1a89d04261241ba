// Gathers from disk what each form needs to be checked and printed, and names all of it by digests without parsing any.
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Finding, Outcome } from '../base/finding.js';
import { placeBetween } from '../base/place.js';
import { UserError } from '../base/user-error.js';
import type { Template } from '../compose/template.js';
import type { Kit, Kits } from '../pipeline.js';
import { sha256 } from './digest.js';
import { digestFonts, findFont } from './fonts.js';
import type { Inputs } from './manifest.js';
import { kitFaults } from './messages.js';
import { once } from './once.js';
import { toolName } from './package.js';
import { type FormFile, homes, readForms } from './schemas.js';
import { digestAhead, findValidator } from './validators.js';

export interface DiskKits extends Kits {
  /** What documents of the form are made from at present; null where no form has the title. */
  inputsFor(title: string, epoch: number | null): Inputs | null;
  /** Digest of all that checking depends on besides the declaration: tool, schemas, validators. */
  checkedBy(): string;
  /** Digests of all the fonts and code: with them another thread opens the same kits without hashing any. */
  digests(): ReadonlyMap<string, string>;
}

interface KitFile {
  readonly file: string;
  readonly path: string;
  readonly bytes: Uint8Array;
}

/**
 * The kits of the workspace at `root` as they are now: schema, template and theme are read at once. `digest` names the content of
 * fonts and of the tool's code. Throws a UserError for a schema that cannot be read.
 */
export function openKits(root: string, digest: (path: string) => string): DiskKits {
  const digests = new Map<string, string>();
  const noted = (path: string): string => {
    const known = digests.get(path) ?? digest(path);
    digests.set(path, known);
    return known;
  };
  const forms = readForms(root);
  // Over 150 files of code: to be asked for only where something is printed, or a validator has to be compiled.
  const tool = once(() => toolName(noted));
  const files = new Map(
    [...forms].map(([title, { form }]) => {
      const template = findKitFile(root, form.name, 'form.hbs');
      const theme = findKitFile(root, form.name, 'theme.yaml');
      const inputs = once(() => ({
        form: title,
        schema: form.digest,
        template: sha256(template?.bytes ?? ''),
        theme: sha256(theme?.bytes ?? ''),
        fonts: digestFonts(theme ? dirname(theme.path) : null, noted),
        tool: tool(),
      }));
      return [title, { template, theme, inputs }] as const;
    }),
  );
  const kits = new Map<string, Promise<Outcome<Kit>>>();

  return {
    forms: [...forms.values()].map(({ name }) => name),
    digests() {
      for (const { inputs } of files.values()) inputs();
      return digests;
    },
    checkedBy() {
      const parts = [...forms.values()].flatMap(({ form }) => [
        form.title,
        form.name,
        form.digest,
        digestAhead(form, noted),
      ]);
      return sha256(tool(), ...parts);
    },
    inputsFor(title, epoch) {
      const known = files.get(title);
      return known ? { ...known.inputs(), epoch } : null;
    },
    kitFor(title) {
      const formFile = forms.get(title);
      const known = files.get(title);
      if (!formFile || !known) throw new Error(`No form has the title ${title}.`);
      const kit = kits.get(title) ?? openKit(formFile, known.template, known.theme, tool, noted);
      kits.set(title, kit);
      return kit;
    },
  };
}

/** The workspace's own file of a form, else the package's: a workspace may bring its theme alone. */
function findKitFile(root: string, form: string, name: string): KitFile | null {
  for (const { folder, prefix } of homes(root)) {
    const path = join(folder, 'templates', form, name);
    if (existsSync(path)) return { file: `${prefix}templates/${form}/${name}`, path, bytes: readFileSync(path) };
  }
  return null;
}

async function openKit(
  { form, text, file }: FormFile,
  template: KitFile | null,
  theme: KitFile | null,
  tool: () => string,
  digest: (path: string) => string,
): Promise<Outcome<Kit>> {
  const [validate, { decode }, { readTheme }, { compileTemplate }] = await Promise.all([
    findValidator(form, text, tool).catch((error: unknown) => {
      if (error instanceof UserError) return error;
      throw error;
    }),
    import('../read/decode.js'),
    import('../compose/read-theme.js'),
    import('../compose/template.js'),
  ]);
  if (validate instanceof UserError) {
    const { message, advice } = kitFaults.invalidSchema(validate.words);
    const place = placeBetween(file, text, 0, 0);
    return { value: null, findings: [{ rule: 'schema/invalid', level: 'error', message, advice, place }] };
  }

  const open = (): Outcome<Template> => {
    if (!template || !theme)
      return missing(form.title, `templates/${form.name}/${template ? 'theme.yaml' : 'form.hbs'}`);
    const themeSource = decode(theme.file, theme.bytes);
    const templateSource = decode(template.file, template.bytes);
    if (!themeSource.value || !templateSource.value) {
      return { value: null, findings: [...themeSource.findings, ...templateSource.findings] };
    }
    const folder = dirname(theme.path);
    const readied = readTheme(themeSource.value, (name) => findFont(name, folder, digest));
    if (!readied.value) return { value: null, findings: readied.findings };
    return compileTemplate(templateSource.value, form, readied.value);
  };
  return { value: { form, validate, template: once(open) }, findings: [] };
}

function missing(title: string, file: string): Outcome<Template> {
  const place = placeBetween(file, '', 0, 0);
  const finding: Finding = { rule: 'template/missing', level: 'error', ...kitFaults.noTemplate(title, file), place };
  return { value: null, findings: [finding] };
}
