// Gathers from disk what each form needs to be checked and printed, and names all of it by digests without parsing any.
import { dirname } from 'node:path';
import type { Outcome } from '../base/finding.js';
import { placeBetween } from '../base/place.js';
import { UserError } from '../base/user-error.js';
import type { Kit, Kits } from '../pipeline.js';
import { sha256 } from './digest.js';
import { digestFonts } from './fonts.js';
import type { Inputs } from './manifest.js';
import { kitFaults } from './messages.js';
import { once } from './once.js';
import { findKitFiles, openTemplate } from './open-template.js';
import { openWorkbookFile } from './open-workbook-file.js';
import { toolName } from './package.js';
import { findRuleFiles, type RuleFile } from './rule-files.js';
import { type FormFile, readForms } from './schemas.js';
import { digestAhead, findValidator } from './validators.js';

export interface DiskKits extends Kits {
  /** What documents of the form are made from at present, no drafts; null where no form has the title. */
  inputsFor(title: string, epoch: number | null): Inputs | null;
  /** Digest of all that checking depends on besides the declaration: tool, schemas, rules, validators. */
  checkedBy(): string;
  /** Digests of all the fonts and code: with them another thread opens the same kits without hashing any. */
  digests(): ReadonlyMap<string, string>;
}

/**
 * The kits of the workspace at `root` as they are now: schema, rules, template and theme are read at once. `digest` names the content of
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
      const kitFiles = findKitFiles(root, form.name);
      const { template, theme, workbook } = kitFiles;
      const ruleFiles = findRuleFiles(root, form.name);
      const rules = sha256(...ruleFiles.map(({ bytes }) => sha256(bytes)));
      const inputs = once(() => ({
        form: title,
        schema: form.digest,
        rules,
        template: sha256(template?.bytes ?? ''),
        theme: sha256(theme?.bytes ?? ''),
        workbook: workbook ? sha256(workbook.bytes) : '',
        fonts: digestFonts(theme ? dirname(theme.path) : null, noted),
        tool: tool(),
      }));
      return [title, { kitFiles, ruleFiles, rules, inputs }] as const;
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
        files.get(form.title)?.rules ?? '',
        digestAhead(form, noted),
      ]);
      return sha256(tool(), ...parts);
    },
    inputsFor(title, epoch) {
      const known = files.get(title);
      return known ? { ...known.inputs(), epoch, draft: false } : null;
    },
    kitFor(title) {
      const formFile = forms.get(title);
      const known = files.get(title);
      if (!formFile || !known) throw new Error(`No form has the title ${title}.`);
      const { form } = formFile;
      const { kitFiles, ruleFiles } = known;
      const { workbook } = kitFiles;
      const openers: Openers = {
        template: once(() => openTemplate(form, kitFiles, JSON.stringify(known.inputs()), noted)),
        ...(workbook && { workbook: once(() => openWorkbookFile(form, workbook, known.inputs())) }),
      };
      const kit = kits.get(title) ?? openKit(formFile, ruleFiles, tool, openers);
      kits.set(title, kit);
      return kit;
    },
  };
}

type Openers = Pick<Kit, 'template' | 'workbook'>;

async function openKit(
  { form, text, file }: FormFile,
  ruleFiles: readonly RuleFile[],
  tool: () => string,
  openers: Openers,
): Promise<Outcome<Kit>> {
  try {
    const validate = await findValidator(form, text, tool);
    // A run that neither reads nor prints a declaration loads no rule.
    const { openRules } = await import('./open-rules.js');
    const ruleSet = openRules(ruleFiles);
    if (!ruleSet.value) return { value: null, findings: ruleSet.findings };
    return { value: { form, validate, ruleSet: ruleSet.value, ...openers }, findings: ruleSet.findings };
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    const { message, advice } = kitFaults.invalidSchema(error.words);
    const place = placeBetween(file, text, 0, 0);
    return { value: null, findings: [{ rule: 'schema/invalid', level: 'error', message, advice, place }] };
  }
}
