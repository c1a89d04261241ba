// Opens the workbook that a form's xlsx is filled from. The last one of each form is kept, like its template.
import type { Outcome } from '../base/finding.js';
import type { Form } from '../check/form.js';
import type { Workbook } from '../render/xlsx/fill/open-workbook.js';
import type { Inputs } from './manifest.js';
import type { KitFile } from './open-template.js';

const kept = new Map<string, { readonly key: string; readonly workbook: Promise<Outcome<Workbook>> }>();

/** `inputs` name the contents of schema and workbook. */
export function openWorkbookFile(
  form: Form,
  file: KitFile,
  { schema, workbook }: Pick<Inputs, 'schema' | 'workbook'>,
): Promise<Outcome<Workbook>> {
  const key = `${schema} ${workbook}`;
  const before = kept.get(file.path);
  if (before?.key === key) return before.workbook;
  const opened = open(form, file);
  kept.set(file.path, { key, workbook: opened });
  return opened;
}

async function open(form: Form, { file, bytes }: KitFile): Promise<Outcome<Workbook>> {
  const { openWorkbook } = await import('../render/xlsx/fill/open-workbook.js');
  return openWorkbook(file, bytes, form);
}
