// What a document says of itself, and how it is gathered from the properties of any format. Values that make no sense are taken as not there.
import { type ProvenanceName, provenanceNames } from '../../render/provenance.js';
import type { Format } from '../../render/renderer.js';

export interface Provenance {
  readonly format: Format;
  readonly code: string | null;
  readonly year: string | null;
  /** Hex SHA-256 over everything it was made from. */
  readonly digest: string;
  /** The same of the declaration's file and of the template's; null where it was made from no declaration. */
  readonly source: string | null;
  readonly template: string | null;
  /** The tool's version. */
  readonly tool: string | null;
  /** Seconds since 1970. */
  readonly created: number | null;
  /** The declaration that a PDF carries. Nobody has yet held it against `source`. */
  readonly attachment: Uint8Array | null;
}

/** By the names of `provenanceNames`, and `created` as Office writes dates. */
export type Properties = ReadonlyMap<string, string>;

const longestValue = 100;

/** Null where no digest says that the tool made it. */
export function toProvenance(
  format: Format,
  properties: Properties,
  attachment: Uint8Array | null = null,
): Provenance | null {
  const text = (name: ProvenanceName) => {
    const value = properties.get(name) ?? '';
    return value === '' || value.length > longestValue ? null : value;
  };
  const hex = (name: ProvenanceName) => (/^[0-9a-f]{64}$/.test(properties.get(name) ?? '') ? text(name) : null);
  const digest = hex('digest');
  if (digest === null) return null;
  return {
    format,
    code: text('code'),
    year: text('year'),
    digest,
    source: hex('source'),
    template: hex('template'),
    tool: text('tool'),
    created: secondsOf(properties.get('created') ?? ''),
    attachment,
  };
}

/** Takes `year=2025&digest=…` out of keywords, among which others may stand. */
export function readKeywords(keywords: string): Properties {
  const line = keywords.split(/[\s,;]+/).find((word) => /(?:^|&)digest=/.test(word)) ?? '';
  const names: readonly string[] = provenanceNames;
  return new Map([...new URLSearchParams(line)].filter(([name]) => names.includes(name)));
}

/** `2025-01-01T00:00:00Z` */
function secondsOf(date: string): number | null {
  const time = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/.test(date) ? Date.parse(date) : Number.NaN;
  return Number.isNaN(time) ? null : time / 1000;
}
