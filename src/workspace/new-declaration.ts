// Makes a declaration that is still to be written: from the form alone, from last year's, or as the blank workbook. Never overwrites.
import { existsSync, readFileSync } from 'node:fs';
import { basename, join, relative, resolve, sep } from 'node:path';
import type { Outcome } from '../base/finding.js';
import { UserError } from '../base/user-error.js';
import { findRole } from '../check/form.js';
import type { CarriedOver } from '../intake/carry-over.js';
import { chooseForm, schemaSeenFrom } from './choose-form.js';
import { digestOfFile, sha256 } from './digest.js';
import { toDeclarationFile } from './find.js';
import { openKits } from './kits.js';
import { documentDigest } from './make.js';
import { messages } from './messages.js';
import { newMessages } from './new-messages.js';
import { type ChosenYear, chooseYear, newDeclarationFile, partsOfName } from './new-place.js';
import { toolVersion } from './package.js';
import { type FormFile, readForms } from './schemas.js';
import { codeOf, writeWholeFile } from './write-whole-file.js';

export interface NewOptions {
  /** The project's name, with folders before it where it has some. */
  readonly name: string;
  /** Null: chosen as `chooseYear` says. */
  readonly year: string | null;
  readonly thisYear: number;
  /** A title or a folder's name; null: chosen as `chooseForm` says. */
  readonly form: string | null;
  /** Absolute. */
  readonly cwd: string;
}

export interface Made extends ChosenYear {
  /** Relative to the workspace; of a workbook, to `cwd`. */
  readonly file: string;
  readonly form: string;
  /** What became of last year's text; null where there was none. */
  readonly carried: CarriedOver | null;
}

/** Throws a UserError where it cannot run as asked, and writes nothing then. */
export async function newDeclaration(root: string, options: NewOptions): Promise<Made> {
  const parts = partsOfName(options.name);
  const chosen = chooseYear(root, options.year, options.thisYear);
  const form = chooseForm(root, readForms(root), options.form);
  const { file } = newDeclarationFile(root, chosen.year, parts);
  const { blankText } = await import('../intake/blank-text.js');
  const schema = schemaSeenFrom(root, file, form);
  const text = blankText(form.form, { year: chosen.year, name: parts.at(-1) ?? '', schema });
  await writeWholeFile(join(root, file), Buffer.from(text));
  return { ...chosen, file, form: form.form.title, carried: null };
}

/** `from`: last year's declaration, relative to `cwd`. The value is null when that has errors; nothing is written then. */
export async function newFromLastYear(root: string, from: string, options: NewOptions): Promise<Outcome<Made>> {
  const parts = partsOfName(options.name);
  const path = resolve(options.cwd, from);
  const source = relative(root, path).split(sep).join('/');
  const bytes = readBytes(path, from);
  const kits = openKits(root, digestOfFile);
  const { checkSource } = await import('../pipeline.js');
  const checked = await checkSource(source, bytes, kits, toDeclarationFile(source).year);
  if (!checked.value) return { value: null, findings: checked.findings };

  const { parsed, kit, declaration } = checked.value;
  const written = declaration[findRole(kit.form, 'year')?.key ?? ''];
  const year = Number(typeof written === 'string' ? written : toDeclarationFile(source).year);
  if (year === 0) throw new UserError(newMessages.noSourceYear(from));
  const chosen: ChosenYear =
    options.year === null
      ? { year: String(year + 1), why: 'after-source' }
      : chooseYear(root, options.year, options.thisYear);
  const form = readForms(root).get(kit.form.title) as FormFile;
  const { file } = newDeclarationFile(root, chosen.year, parts);
  const name = parts.at(-1) === basename(path).replace(/\.ya?ml$/, '') ? null : (parts.at(-1) ?? null);
  const { carryOver } = await import('../intake/carry-over.js');
  const carried = carryOver(
    parsed,
    kit.form,
    { year, schema: schemaSeenFrom(root, source, form) },
    { year: Number(chosen.year), schema: schemaSeenFrom(root, file, form) },
    name,
  );
  const mark = bytes.subarray(0, 3).equals(byteOrderMark) ? byteOrderMark : Buffer.alloc(0);
  await writeWholeFile(join(root, file), Buffer.concat([mark, Buffer.from(carried.text)]));
  return { value: { ...chosen, file, form: kit.form.title, carried }, findings: [] };
}

/** Writes the blank workbook into `cwd`. `root` may be a folder without declarations. The value is null when the form's template has errors. */
export async function newWorkbook(root: string, options: NewOptions, epoch: number | null): Promise<Outcome<Made>> {
  const name = partsOfName(options.name).at(-1) ?? '';
  const file = `${name}.xlsx`;
  if (existsSync(join(options.cwd, file))) throw new UserError(newMessages.exists(file));
  const chosen = chooseYear(root, options.year, options.thisYear);
  const { form } = chooseForm(root, readForms(root), options.form);
  const kits = openKits(root, digestOfFile);
  const kit = await kits.kitFor(form.title);
  const inputs = kits.inputsFor(form.title, epoch);
  if (!kit.value || !inputs) return { value: null, findings: kit.findings };
  const [{ blankText }, { blankWorkbook }] = await Promise.all([
    import('../intake/blank-text.js'),
    import('../intake/blank-workbook.js'),
  ]);
  const text = blankText(form, { year: chosen.year, name, schema: null });
  const digest = documentDigest(sha256(text), chosen.year, inputs, toolVersion());
  const { value, findings } = await blankWorkbook(file, text, kit.value, {
    year: chosen.year,
    epoch,
    digest,
    draft: false,
  });
  if (!value) return { value: null, findings };
  await writeWholeFile(join(options.cwd, file), value);
  return { value: { ...chosen, file, form: form.title, carried: null }, findings: [] };
}

const byteOrderMark = Buffer.from([0xef, 0xbb, 0xbf]);

function readBytes(path: string, from: string): Buffer {
  try {
    return readFileSync(path);
  } catch (error) {
    const code = codeOf(error);
    throw new UserError(code === 'ENOENT' ? messages.noPath(from) : messages.unreadable(from, code), { cause: error });
  }
}
