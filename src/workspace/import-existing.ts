// Says which declarations imported documents change: the one that is named, or each the one that has its code or its name.
import { relative, resolve, sep } from 'node:path';
import { UserError } from '../base/user-error.js';
import type { ImportedForm } from '../intake/import/to-declaration.js';
import { isDeclaration, toDeclarationFile } from './find.js';
import { findTargets, type Target } from './find-target.js';
import { importMessages } from './import-messages.js';
import { textOf } from './import-new.js';
import { type Destination, type Plan, refused } from './import-plan.js';
import type { DiskKits } from './kits.js';
import { messages } from './messages.js';
import { readSource } from './read-source.js';
import { updateDeclaration } from './update-declaration.js';

/** `file`: a declaration, relative to `cwd`; null: each document's own. Throws a UserError where it is none. */
export function existingDeclarations(
  root: string,
  { file, cwd }: { readonly file: string | null; readonly cwd: string },
  kits: DiskKits,
): Destination {
  const named = file === null ? null : targetAt(root, cwd, file);
  /** As this run leaves them: two documents may change one declaration. */
  const changed = new Map<string, Uint8Array>();

  const planFor = async (imported: ImportedForm, { bytes: onDisk, ...target }: Target): Promise<Plan> => {
    const updated = await updateDeclaration(target, changed.get(target.file) ?? onDisk, imported, kits);
    if ('why' in updated) {
      const why = {
        unreadable: importMessages.unreadableTarget(target.file),
        'other-form': importMessages.otherForm(target.file, imported.map.form.title),
        'other-project': importMessages.otherProject(target.file),
        'too-large': importMessages.tooLarge(target.file),
        'not-understood': importMessages.notUnderstood(target.file),
      };
      return refused(imported, why[updated.why], updated.findings);
    }
    const { bytes, review, findings } = updated;
    changed.set(target.file, bytes);
    return { imported, refusal: null, target, bytes, review, findings };
  };

  return {
    year: named?.year ?? null,
    async plan(imported, _document, forms) {
      if (named) return forms > 1 ? refused(imported, importMessages.severalForms(forms)) : planFor(imported, named);
      const wanted = {
        code: textOf(imported, 'code'),
        name: textOf(imported, 'name'),
        year: textOf(imported, 'year') || null,
      };
      const [target, ...others] = await findTargets(root, wanted, kits);
      if (!target) return refused(imported, importMessages.noTarget(wanted.name));
      if (others.length === 0) return planFor(imported, target);
      return refused(imported, importMessages.severalTargets([target, ...others].map((one) => one.file)));
    },
  };
}

function targetAt(root: string, cwd: string, path: string): Target {
  const file = relative(root, resolve(cwd, path)).split(sep).join('/');
  if (!file.startsWith('projects/')) throw new UserError(messages.outsideProjects(path));
  if (!isDeclaration(file)) throw new UserError(messages.notDeclaration(path));
  const { value: bytes, findings } = readSource(root, file);
  if (!bytes) throw new UserError(findings[0]?.message ?? messages.noPath(path));
  return { ...toDeclarationFile(file), bytes };
}
