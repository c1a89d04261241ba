// The whole flow on one page: bytes of a YAML file → text → values → declaration → grid → documents.
// Nothing here touches the disk; what a form needs (schema, template, theme) is handed in by `kitFor`.
import type { Finding, Outcome } from './base/finding.js';
import { check, identifyForm, type Validate } from './check/check.js';
import type { Declaration } from './check/declaration.js';
import type { Facts } from './check/facts.js';
import { type Form, type FormName, findRole } from './check/form.js';
import { type Silenced, silence } from './check/ignore.js';
import type { Reckoning } from './check/reckoning.js';
import type { RuleSet } from './check/rule-set.js';
import type { Composed } from './compose/compose.js';
import type { Template } from './compose/template.js';
import { decode } from './read/decode.js';
import { locate } from './read/locate.js';
import type { Parsed } from './read/parsed.js';
import { read } from './read/read.js';
import type { Format, Meta, Origin } from './render/renderer.js';
import { loadRenderer } from './render/renderers.js';
import type { Workbook } from './render/xlsx/fill/open-workbook.js';

/** All that is needed to print one form. */
export interface Kit {
  readonly form: Form;
  readonly validate: Validate;
  readonly ruleSet: RuleSet;
  /** Loaded only when something is printed. */
  template(): Promise<Outcome<Template>>;
  /** The authority's own workbook, which is filled in place of building one; a form without has none. */
  workbook?(): Promise<Outcome<Workbook>>;
}

/** Finds kits by the title that a declaration's form key gives. */
export interface Kits {
  readonly forms: readonly FormName[];
  /** Findings tell of a broken schema. */
  kitFor(title: string): Promise<Outcome<Kit>>;
}

/** A text that can be read and says which form it is on; its structure may have faults. */
export interface Seen {
  readonly parsed: Parsed;
  readonly kit: Kit;
}

export interface Checked extends Seen {
  readonly declaration: Declaration;
}

/** What one file says by itself, its `shenbao-ignore` comments heeded. */
export interface CheckedSource extends Outcome<Checked>, Silenced {
  /** Null where the text cannot be read, or its form is not known. */
  readonly seen: Seen | null;
  /** For the rules on the whole tree; null where the form is not known or nothing is a declaration. */
  readonly facts: Facts | null;
  readonly reckoning: Reckoning | null;
}

export interface Document {
  readonly format: Format;
  readonly bytes: Uint8Array;
}

/** What the documents depend on besides the declaration and its form. */
export interface Settings {
  /** The year of the folder, used where the declaration gives none. */
  readonly year: string | null;
  /** Seconds since 1970 that documents are dated with (SOURCE_DATE_EPOCH); null: 1 January of the year. */
  readonly epoch: number | null;
  /** Digest over everything a document is made from; printed into its properties. */
  readonly digest: string;
  /** Each page is marked as a draft. */
  readonly draft: boolean;
  /** Of the declaration that is built; a document of anything else has none. */
  readonly origin?: Origin;
}

/**
 * Reads and checks one file; `year` is that of its folder. All findings at once. The value is null when the text or its structure has
 * an error; one that a rule found leaves it, so that a draft can be printed. Rules on the whole tree are not run: whether a file can be
 * printed depends on that file alone.
 */
export async function checkSource(
  path: string,
  bytes: Uint8Array,
  kits: Kits,
  year: string | null,
): Promise<CheckedSource> {
  const source = decode(path, bytes);
  if (!source.value) return unchecked(source.findings);
  const parsed = read(source.value);
  const read_ = [...source.findings, ...parsed.findings];
  if (!parsed.value) return unchecked(read_);

  const title = identifyForm(parsed.value, kits.forms);
  if (title.value === null) return unchecked([...read_, ...title.findings]);
  const kit = await kits.kitFor(title.value);
  if (!kit.value) return unchecked([...read_, ...kit.findings]);

  const { form, validate, ruleSet } = kit.value;
  const checked = check(parsed.value, form, validate, { active: ruleSet.rules, folderYear: year });
  const { value: declaration, facts, reckoning } = checked;
  const seen = { parsed: parsed.value, kit: kit.value };
  return {
    value: declaration && { ...seen, declaration },
    seen,
    facts,
    reckoning,
    ...silence(parsed.value, [...read_, ...checked.findings], checked),
  };
}

function unchecked(findings: readonly Finding[]): CheckedSource {
  return { value: null, seen: null, findings, suppressed: 0, pending: [], facts: null, reckoning: null };
}

/** Prints a checked declaration into its form's grid. A run that only checks never loads what that takes. */
export async function composeChecked(checked: Checked, settings: Settings): Promise<Outcome<Composed>> {
  const template = await checked.kit.template();
  if (!template.value) return { value: null, findings: template.findings };
  const { compose } = await import('./compose/compose.js');
  const composed = compose(checked.declaration, template.value, { year: settings.year });
  if (!composed.value || !settings.draft) return composed;
  const { asDraft } = await import('./compose/draft.js');
  return { ...composed, value: asDraft(composed.value) };
}

/** A checked declaration's documents. One format's error fails all of them, so that its documents never disagree. */
export async function produce(
  checked: Checked,
  formats: readonly Format[],
  settings: Settings,
): Promise<Outcome<readonly Document[]>> {
  const composed = await composeChecked(checked, settings);
  if (!composed.value) return { value: null, findings: composed.findings };

  const { grid, theme } = composed.value;
  const meta = metaOf(checked, grid.title, settings);
  const documents: Document[] = [];
  const findings: Finding[] = [...composed.findings];
  for (const format of formats) {
    const isFilled = format === 'xlsx' && checked.kit.workbook !== undefined;
    const rendered = isFilled
      ? await fillWorkbook(checked, meta, settings)
      : await (await loadRenderer(format)).render(grid, theme, meta);
    findings.push(...rendered.findings.flatMap((finding) => atSource(finding, checked.parsed)));
    if (rendered.value) documents.push({ format, bytes: rendered.value });
  }
  return { value: documents.length === formats.length ? documents : null, findings };
}

/** An authority's own workbook has its own layout: it takes the declaration's values, not the grid. */
async function fillWorkbook(checked: Checked, meta: Meta, settings: Settings): Promise<Outcome<Uint8Array>> {
  const { kit, declaration } = checked;
  const workbook = await kit.workbook?.();
  if (!workbook?.value) return { value: null, findings: workbook?.findings ?? [] };
  const [{ fill }, { toView }] = await Promise.all([import('./render/xlsx/fill/fill.js'), import('./compose/view.js')]);
  return fill(workbook.value, toView(declaration, kit.form, settings.year), meta, settings.draft);
}

/** What a document of the declaration says about itself; `title` is that of its form. */
export function metaOf(checked: Checked, title: string, settings: Settings): Meta {
  const text = (role: string) => {
    const field = findRole(checked.kit.form, role);
    const value = field && checked.declaration[field.key];
    return typeof value === 'string' && value !== '' ? value : null;
  };
  const name = text('name');
  const year = text('year') ?? settings.year;
  return {
    title: name === null ? title : `${title}　${name}`,
    author: text('unit'),
    code: text('code'),
    year,
    date: settings.epoch === null ? new Date(Date.UTC(Number(year ?? 1980), 0, 1)) : new Date(settings.epoch * 1000),
    digest: settings.digest,
    origin: settings.origin ?? null,
  };
}

/** A renderer knows cells, not sources: its findings get their places here, one for each text they are about. */
function atSource(finding: Finding, parsed: Parsed): readonly Finding[] {
  const { pointer, about } = finding;
  if (pointer === undefined) return [finding];
  const places = about === undefined ? [] : locate(parsed, pointer, about);
  if (places.length === 0) return [{ ...finding, place: parsed.placeOf(pointer) }];
  return places.map(({ from, to, ...at }) => ({ ...finding, ...at, place: parsed.placeWithin(at.pointer, from, to) }));
}
