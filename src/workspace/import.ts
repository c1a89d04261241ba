// Imports documents as declarations: reads each, tells its form, and says what would be written where. Writing is a step of its own.
import { join, resolve } from 'node:path';
import type { Finding, Words } from '../base/finding.js';
import { UserError } from '../base/user-error.js';
import type { FormMap } from '../intake/import/form-map.js';
import { chooseForm } from './choose-form.js';
import { digestOfFile } from './digest.js';
import { formMaps } from './form-maps.js';
import { existingDeclarations } from './import-existing.js';
import { importMessages } from './import-messages.js';
import { newDeclarations } from './import-new.js';
import type { Plan } from './import-plan.js';
import { type DiskKits, openKits } from './kits.js';
import { newMessages } from './new-messages.js';
import { openImportReader } from './read-import.js';
import { type FormFile, readForms as readFormFiles } from './schemas.js';
import { writeWholeFile } from './write-whole-file.js';

export interface ImportOptions {
  /** Absolute. */
  readonly cwd: string;
  /** A folder under projects/, relative to `cwd`; null: that of the year. */
  readonly out: string | null;
  /** Write into declarations that exist: one that is named, relative to `cwd`, or each document's own. Null: make new ones. */
  readonly update: { readonly file: string | null } | null;
  readonly year: string | null;
  /** A title or a folder's name; null: each document tells its own. */
  readonly form: string | null;
}

export interface DocumentPlans {
  /** Why nothing can be made of it; null where there are plans. */
  readonly refusal: Words | null;
  /** What could not be read of it. */
  readonly lacking: readonly Finding[];
  /** One for each form that it holds. */
  readonly plans: readonly Plan[];
}

export interface Importer {
  /** `file` is relative to `cwd`. Throws a UserError where there is no file or it cannot be opened. */
  plan(file: string): Promise<DocumentPlans>;
  /** Throws a UserError where it cannot be written. */
  write(plan: Plan): Promise<void>;
  close(): Promise<void>;
}

/** Throws a UserError for what cannot be as asked. */
export async function openImporter(root: string, options: ImportOptions): Promise<Importer> {
  const { cwd, year, update } = options;
  if (year !== null && !/^[1-9][0-9]{3}$/.test(year)) throw new UserError(newMessages.wrongYear(year));
  const kits = openKits(root, digestOfFile);
  const forms = readFormFiles(root);
  const maps = await mapForms(
    options.form === null ? [...forms.values()] : [chooseForm(root, forms, options.form)],
    kits,
  );
  const destination = update
    ? existingDeclarations(root, { ...update, cwd }, kits)
    : newDeclarations(root, options, forms, kits);
  const reader = openImportReader({ maps, year: { asked: year, otherwise: destination.year } });
  return {
    async plan(file) {
      if (/\.ya?ml$/i.test(file)) throw new UserError(importMessages.isDeclaration(file));
      const { value: forms, findings } = await reader.read(resolve(cwd, file), file);
      if (!forms) return { refusal: sentence(findings), lacking: [], plans: [] };
      if (forms.length === 0) {
        return {
          refusal: importMessages.noForm([...new Set(maps.map(({ form }) => form.title))]),
          lacking: findings,
          plans: [],
        };
      }
      const plans: Plan[] = [];
      for (const imported of forms) plans.push(await destination.plan(imported, file, forms.length));
      return { refusal: null, lacking: findings, plans };
    },
    async write({ target, bytes }) {
      if (!target || !bytes) return;
      const { outcome } = await writeWholeFile(join(root, target.file), bytes);
      if (outcome === 'busy') throw new UserError(importMessages.busy(target.file));
    },
    close: () => reader.close(),
  };
}

/** Throws a UserError where the only form asked for has a template with errors; others are left out. */
async function mapForms(forms: readonly FormFile[], kits: DiskKits): Promise<readonly FormMap[]> {
  const maps: FormMap[] = [];
  for (const { form } of forms) {
    const kit = (await kits.kitFor(form.title)).value;
    const own = kit ? await formMaps(kit) : [];
    maps.push(...own);
    if (own.length === 0 && forms.length === 1) throw new UserError(importMessages.templateFault(form.title));
  }
  if (maps.length === 0) throw new UserError(importMessages.templateFault(forms[0]?.form.title ?? ''));
  return maps;
}

function sentence([finding]: readonly Finding[]): Words {
  const { message, advice } = finding ?? { message: { zh: '', en: '' } };
  return { zh: `${message.zh}${advice?.zh ?? ''}`, en: `${message.en} ${advice?.en ?? ''}`.trim() };
}
