// Checks what forms are printed with, form.hbs with theme.yaml and workbook.xlsx: what keeps them from being used, what they never print.
import { type Finding, isError } from '../base/finding.js';
import { placeBetween } from '../base/place.js';
import type { Template } from '../compose/template.js';
import type { Kit } from '../pipeline.js';
import { chooseForm } from './choose-form.js';
import { digestOfFile } from './digest.js';
import { openKits } from './kits.js';
import { findKitFiles } from './open-template.js';
import { readForms } from './schemas.js';
import { templateMessages } from './template-messages.js';

/** `file` as findings name it: relative to the workspace, or `shenbao/…` for the package's. */
export interface CheckedTemplate {
  readonly file: string;
  readonly findings: readonly Finding[];
}

/**
 * Every file that was looked at, with what was found in it. `asked`: a form's title or its folder's name, null for all forms of the
 * workspace and the package. Throws a UserError for a form that there is none of, and for a schema that cannot be read.
 */
export async function checkTemplates(root: string, asked: string | null): Promise<readonly CheckedTemplate[]> {
  const all = readForms(root);
  const forms = asked === null ? [...all.values()] : [chooseForm(root, all, asked)];
  const kits = openKits(root, digestOfFile);
  const found = new Map<string, Finding[]>();
  const add = (file: string, findings: readonly Finding[]) => {
    found.set(file, found.get(file) ?? []);
    for (const finding of findings) {
      const own = finding.place?.file ?? file;
      found.set(own, [...(found.get(own) ?? []), finding]);
    }
  };
  for (const { form, file } of forms) {
    const kit = await kits.kitFor(form.title);
    // Rules are no part of a template, unless without them nothing can be opened.
    if (!kit.value) {
      add(file, kit.findings.filter(isError));
      continue;
    }
    const { template, theme, workbook } = findKitFiles(root, form.name);
    if (theme) add(theme.file, []);
    add(template?.file ?? file, await inTemplate(kit.value, template?.file ?? file));
    if (workbook) add(workbook.file, await inWorkbook(kit.value, workbook.file));
  }
  return [...found].map(([file, findings]) => ({ file, findings })).sort((a, b) => (a.file < b.file ? -1 : 1));
}

async function inTemplate({ template }: Kit, file: string): Promise<readonly Finding[]> {
  const { value, findings } = await template();
  return value ? [...findings, ...(await unusedIn(value, file))] : findings;
}

async function inWorkbook({ workbook }: Kit, file: string): Promise<readonly Finding[]> {
  const { value, findings } = (await workbook?.()) ?? { value: null, findings: [] };
  if (!value) return findings;
  const { remarksOn } = await import('../render/xlsx/fill/remarks.js');
  return [...findings, ...remarksOn(value), ...(await unusedIn(value, file))];
}

/** The form is the one that was opened then: what is printed is told by its very fields. */
async function unusedIn(
  { form, printed }: Pick<Template, 'form' | 'printed'>,
  file: string,
): Promise<readonly Finding[]> {
  const { unusedFields } = await import('../compose/unused-fields.js');
  const place = placeBetween(file, '', 0, 0);
  return unusedFields(form, printed).map(({ path, count }) => ({
    rule: 'template/unused',
    level: 'warning',
    ...templateMessages.unused(path, count),
    place,
  }));
}
