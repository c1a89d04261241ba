// Says what a document was made from, in names with short values for its properties, and as one line for its keywords: openpyxl before
// 3.1 keeps keywords and subject and drops the properties of users, and a PDF has no place for such without a schema of its own.
import type { Meta } from './renderer.js';

/** All that a document may say, in this order. `code` and `year` are the declaration's, `tool` is a version, the others are digests. */
export const provenanceNames = ['code', 'year', 'digest', 'source', 'template', 'tool'] as const;
export type ProvenanceName = (typeof provenanceNames)[number];

/** Word cuts properties off at 255 characters, and Excel fails at longer ones; no code is half as long. */
const longestValue = 100;

/** What there is of it: a form that waits to be filled in has no source. */
export function provenanceOf({ code, year, digest, origin }: Meta): readonly (readonly [ProvenanceName, string])[] {
  const { digest: source, template, tool } = origin ?? {};
  const values = { code, year, digest, source, template, tool };
  return provenanceNames.flatMap((name) => {
    const value = values[name] ?? null;
    return value === null || value.length > longestValue ? [] : [[name, value] as const];
  });
}

/** `year=2025&digest=…`: all but the code, which is the subject. One word, for LibreOffice takes keywords apart at spaces and most signs. */
export function provenanceLine(meta: Meta): string {
  return String(new URLSearchParams(provenanceOf(meta).filter(([name]) => name !== 'code') as [string, string][]));
}
