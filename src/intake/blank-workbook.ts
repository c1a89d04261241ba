// Turns a blank declaration into the workbook of its form, for those who fill in Excel: the same template and renderer as a build's.
import type { Outcome } from '../base/finding.js';
import { type Declaration, isMapping } from '../check/declaration.js';
import { type Kit, produce, type Settings } from '../pipeline.js';
import type { Value } from '../read/parsed.js';
import { read } from '../read/read.js';

/** `text` is that of `blankText`; `path` is named in findings, which only a faulty template can give. */
export async function blankWorkbook(
  path: string,
  text: string,
  kit: Kit,
  settings: Settings,
): Promise<Outcome<Uint8Array>> {
  const parsed = read({ path, text });
  if (!parsed.value) return { value: null, findings: parsed.findings };
  const written = writtenPart(parsed.value.value);
  const declaration: Declaration = written !== undefined && isMapping(written) ? written : {};
  const { value, findings } = await produce({ parsed: parsed.value, kit, declaration }, ['xlsx'], settings);
  return { value: value?.[0]?.bytes ?? null, findings };
}

/** Without what is left empty: an item that waits to be written would print its number. */
function writtenPart(value: Value): Value | undefined {
  if (typeof value === 'string') return value === '' ? undefined : value;
  if (Array.isArray(value)) {
    const items = value.flatMap((item: Value) => writtenPart(item) ?? []);
    return items.length === 0 ? undefined : items;
  }
  const entries = Object.entries(value).flatMap(([key, child]) => {
    const kept = writtenPart(child);
    return kept === undefined ? [] : [[key, kept] as const];
  });
  return entries.length === 0 ? undefined : Object.fromEntries(entries);
}
