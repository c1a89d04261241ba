// Says where imported documents become new declarations: in the folder of their year, called as their project is. None is overwritten.
import { existsSync } from 'node:fs';
import { basename, join, posix, relative, resolve, sep } from 'node:path';
import { UserError } from '../base/user-error.js';
import { findRole } from '../check/form.js';
import type { ImportedForm } from '../intake/import/to-declaration.js';
import { writeYaml } from '../intake/import/write-yaml.js';
import { checkSource } from '../pipeline.js';
import { schemaSeenFrom } from './choose-form.js';
import { type DeclarationFile, isDeclaration, toDeclarationFile } from './find.js';
import { importMessages } from './import-messages.js';
import { toFileName } from './import-name.js';
import { type Destination, refused } from './import-plan.js';
import type { DiskKits } from './kits.js';
import { messages } from './messages.js';
import { vacantFile } from './new-place.js';
import type { FormFile } from './schemas.js';

/** `out`: a folder under projects/, relative to `cwd`; null: that of the year. `forms` by title. Throws a UserError for any other folder. */
export function newDeclarations(
  root: string,
  { out, cwd }: { readonly out: string | null; readonly cwd: string },
  forms: ReadonlyMap<string, FormFile>,
  kits: DiskKits,
): Destination {
  const folder = out === null ? null : folderOf(root, cwd, out);
  const year = folder === null ? null : toDeclarationFile(`${folder}/x.yaml`).year;
  /** What this run gives away, by how systems that ignore case see it. */
  const taken = new Set<string>();
  return {
    year,
    async plan(imported, document) {
      const own = textOf(imported, 'year');
      const into = folder ?? (/^[1-9][0-9]{3}$/.test(own) ? `projects/${own}` : null);
      if (into === null) return refused(imported, importMessages.noYear());
      const file = `${into}/${toFileName(textOf(imported, 'name'), basename(document).replace(/\.[^.]*$/, ''))}.yaml`;
      if (taken.has(file.toLowerCase()) || existsSync(join(root, file))) {
        return refused(imported, importMessages.exists(file));
      }
      const target = vacantOrWhy(root, file);
      if (target instanceof UserError) return refused(imported, target.words);
      taken.add(file.toLowerCase());
      const { form } = imported.map;
      const formFile = forms.get(form.title);
      const schema = formFile ? schemaSeenFrom(root, file, formFile) : null;
      const bytes = Buffer.from(writeYaml(imported.value, form, { schema, leftovers: imported.leftovers }));
      const { findings } = await checkSource(file, bytes, kits, target.year);
      return { imported, refusal: null, target, bytes, review: null, findings };
    },
  };
}

/** What the declaration says in the field of a role; empty where it says nothing. */
export function textOf({ map, value }: ImportedForm, role: string): string {
  const text = value[findRole(map.form, role)?.key ?? ''];
  return typeof text === 'string' ? text : '';
}

function folderOf(root: string, cwd: string, out: string): string {
  const folder = relative(root, resolve(cwd, out)).split(sep).join('/');
  if (!isDeclaration(posix.join(folder, 'x.yaml'))) throw new UserError(messages.outsideProjects(out));
  return folder;
}

function vacantOrWhy(root: string, file: string): DeclarationFile | UserError {
  try {
    return vacantFile(root, file);
  } catch (error) {
    if (error instanceof UserError) return error;
    throw error;
  }
}
