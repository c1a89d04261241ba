// Makes the documents of one declaration: reads the source, takes from the cache or renders, writes each document whole.
// Runs in the main thread and in workers alike, so what it returns is plain data.
import { join } from 'node:path';
import { type Finding, isError, isOfRule, type Words } from '../base/finding.js';
import { UserError } from '../base/user-error.js';
import { checkSource, produce } from '../pipeline.js';
import type { Format } from '../render/renderer.js';
import { type Stamp, sha256 } from './digest.js';
import { type DocumentCache, takeCached } from './document-cache.js';
import { type DeclarationFile, outputOf } from './find.js';
import type { DiskKits } from './kits.js';
import type { Inputs, Made } from './manifest.js';
import { idOf } from './manifest.js';
import { readSource } from './read-source.js';
import { writeWholeFile } from './write-whole-file.js';

/** Where and how all of a build's declarations are made. Paths are absolute. */
export interface Site {
  readonly root: string;
  readonly out: string;
  readonly epoch: number | null;
  /** A declaration that only breaks rules is made, each page marked as a draft. */
  readonly draft: boolean;
  /** As package.json has it. */
  readonly version: string;
  readonly cache: DocumentCache | null;
}

export interface Task {
  readonly declaration: DeclarationFile;
  readonly formats: readonly Format[];
}

/**
 * `made`: the documents are written, those that another program holds apart. `refused`: the declaration or its form has errors; what stood
 * before stands. `fault`: nothing can be written there at all. Paths of outputs are relative to the folder of outputs.
 */
export type Result =
  | {
      readonly kind: 'made';
      readonly file: string;
      readonly made: Made;
      readonly inputs: Inputs;
      readonly written: readonly { readonly path: string; readonly digest: string; readonly stamp: Stamp }[];
      readonly busy: readonly string[];
      /** None of the documents had to be rendered. */
      readonly cached: boolean;
      /** Of what rules have to say only the errors, which a draft has. */
      readonly findings: readonly Finding[];
      /** How many warnings and hints of rules there are besides: check tells them. */
      readonly remarks: number;
    }
  | { readonly kind: 'refused'; readonly file: string; readonly findings: readonly Finding[] }
  | { readonly kind: 'fault'; readonly words: Words };

export async function make({ declaration, formats }: Task, site: Site, kits: DiskKits): Promise<Result> {
  const { file, stem, year } = declaration;
  const { value: bytes, findings: ofReading } = readSource(site.root, file);
  if (!bytes) return { kind: 'refused', file, findings: ofReading };

  const checked = await checkSource(file, bytes, kits, year);
  const faulty = checked.findings.some(isError);
  if (!checked.value || (faulty && !site.draft)) return { kind: 'refused', file, findings: checked.findings };
  const source = sha256(bytes);
  // Never null: the same kits have just checked the declaration.
  const used: Inputs = { ...(kits.inputsFor(checked.value.kit.form.title, site.epoch) as Inputs), draft: faulty };
  const settings = {
    year,
    epoch: site.epoch,
    digest: documentDigest(source, year, used, site.version),
    draft: faulty,
    origin: { source: bytes, digest: source, template: used.template, tool: site.version },
  };
  const cached = site.cache ? takeCached(site.cache, { source, year, inputs: idOf(used) }, formats) : [];
  const lacking = formats.filter((format) => !cached.some((document) => document.format === format));
  const { value: rendered, findings: ofPrinting } =
    lacking.length > 0 ? await produce(checked.value, lacking, settings) : { value: [], findings: [] };
  const findings = [...checked.findings.filter((finding) => isError(finding) || !isOfRule(finding)), ...ofPrinting];
  const remarks = checked.findings.length + ofPrinting.length - findings.length;
  if (!rendered) return { kind: 'refused', file, findings };
  const documents = formats.flatMap((format) => [...cached, ...rendered].filter((one) => one.format === format));

  try {
    const results = await Promise.all(
      documents.map(async (document) => {
        const path = outputOf(stem, document.format);
        const result = await writeWholeFile(join(site.out, path), document.bytes);
        return { format: document.format, path, result };
      }),
    );
    const outputs: Record<string, string> = {};
    const written: { path: string; digest: string; stamp: Stamp }[] = [];
    const busy: string[] = [];
    for (const { format, path, result } of results) {
      if (result.outcome === 'busy') busy.push(path);
      else {
        outputs[format] = result.digest;
        written.push({ path, digest: result.digest, stamp: result.stamp });
      }
    }
    const made = { source, inputs: idOf(used), outputs };
    return { kind: 'made', file, made, inputs: used, written, busy, cached: lacking.length === 0, findings, remarks };
  } catch (error) {
    if (error instanceof UserError) return { kind: 'fault', words: error.words };
    throw error;
  }
}

/**
 * What a document's properties carry: everything it was made from. Of the tool only the version: a document must not
 * differ between a compiled tool and its sources.
 */
export function documentDigest(source: string, year: string | null, inputs: Inputs, version: string): string {
  const { schema, template, theme, workbook, fonts, epoch, draft } = inputs;
  const parts = [source, year ?? '', schema, template, theme, fonts, version, String(epoch)];
  return sha256(...parts, ...(workbook === '' ? [] : [workbook]), ...(draft ? ['draft'] : []));
}
