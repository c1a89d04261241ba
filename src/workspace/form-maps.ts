// What an import knows of a form: the layout of its template, and that of the authority's own workbook where it has one.
import type { FormMap } from '../intake/import/form-map.js';
import type { Kit } from '../pipeline.js';

/** None where the template has errors. */
export async function formMaps({ form, template, workbook }: Kit): Promise<readonly FormMap[]> {
  const [{ mapForm }, { mapWorkbook }] = await Promise.all([
    import('../intake/import/map-form.js'),
    import('../intake/import/map-workbook.js'),
  ]);
  const compiled = (await template()).value;
  const map = compiled && mapForm(compiled).value;
  const opened = (await workbook?.())?.value;
  const own = opened ? await mapWorkbook(opened, form) : null;
  return map ? [map, ...(own ? [own] : [])] : [];
}
