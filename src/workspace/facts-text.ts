// Facts and reckoning of a declaration as short lines of JSON and back: what the cache keeps of every file, read by the thousand.
import type { Place } from '../base/finding.js';
import { type Fact, type Facts, factRoles } from '../check/facts.js';
import type { Reckoning } from '../check/reckoning.js';

type Written = readonly [text: string, fen: string | null, pointer: string, ...place: number[]];
type Line = readonly [form: string, folderYear: string | null, ...facts: (Written | null)[]];

export function writeFacts({ form, folderYear, by }: Facts): string {
  const facts = factRoles.map((role): Written | null => {
    const fact = by[role];
    if (!fact) return null;
    const { line, column, endLine, endColumn, start, end } = fact.place;
    return [fact.text, fact.fen?.toString() ?? null, fact.pointer, line, column, endLine, endColumn, start, end];
  });
  const line: Line = [form, folderYear, ...facts];
  return JSON.stringify(line);
}

export function readFacts(file: string, text: string): Facts {
  const [form, folderYear, ...written] = JSON.parse(text) as Line;
  const facts = factRoles.flatMap((role, index) => {
    const fact = written[index];
    return fact ? [[role, toFact(file, fact)] as const] : [];
  });
  return { file, form, folderYear, by: Object.fromEntries(facts) };
}

export function writeReckoning({ fen, declared, ...rest }: Reckoning): string {
  return JSON.stringify({ ...rest, fen: fen.toString(), declared: declared?.toString() ?? null });
}

export function readReckoning(text: string): Reckoning {
  const { fen, declared, ...rest } = JSON.parse(text) as Omit<Reckoning, 'fen' | 'declared'> & {
    readonly fen: string;
    readonly declared: string | null;
  };
  return { ...rest, fen: BigInt(fen), declared: declared === null ? null : BigInt(declared) };
}

function toFact(file: string, [text, fen, pointer, ...numbers]: Written): Fact {
  const [line, column, endLine, endColumn, start, end] = numbers as [number, number, number, number, number, number];
  const place: Place = { file, line, column, endLine, endColumn, start, end };
  return { text, fen: fen === null ? null : BigInt(fen), pointer, place };
}
