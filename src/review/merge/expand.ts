// Writes what stands in braces or brackets as a block, so that it can be merged entry by entry. Only what would clash otherwise is
// written anew.
import { isMapping } from '../../check/declaration.js';
import type { Value } from '../../read/parsed.js';
import type { Block, Entry } from './layout.js';
import type { Style } from './print-entry.js';
import { commentsIn } from './trivia.js';

const quoted = /"(?:[^"\\]|\\.)*"|'[^']*'/gs;

type Kind = Block['kind'];

export function kindOf(value: Value): Kind | null {
  return Array.isArray(value) ? 'list' : isMapping(value) ? 'mapping' : null;
}

/** The entry as a block of this kind, of which one without a value has no entries; null where it is none, or holds what may be a comment. */
export function asBlock(entry: Entry, kind: Kind, style: Style, lineBreak: string): Entry | null {
  const { key, value, source, tail, column } = entry;
  if (entry.block) return entry.block.kind === kind ? entry : null;
  const isItem = key === '';
  const inner = column + (isItem ? 2 : (style[kind] ?? 2));
  if (!isItem && value === '') {
    return { ...entry, block: { kind, column: inner, isInline: false, entries: [], trailer: '' } };
  }
  if (kindOf(value) !== kind || source.replace(quoted, '').includes('#')) return null;
  // Behind the dash there is no room for a comment and a key.
  const isInline = isItem && commentsIn(tail).length === 0;
  const block = { ...toBlock(value as Exclude<Value, string>, inner, lineBreak), isInline };
  return { ...entry, source: '', gap: isInline ? ' ' : '', block };
}

function toBlock(value: Exclude<Value, string>, column: number, lineBreak: string): Block {
  const kind = Array.isArray(value) ? 'list' : 'mapping';
  const entries = Object.entries(value).map(([key, child]: [string, Value]): Entry => {
    const named = kind === 'list' ? { key: '', label: '-' } : { key, label: `${toScalar(key)}:` };
    const around = { ...named, value: child, start: 0, column, lead: '', tail: lineBreak };
    if (typeof child === 'string' || Object.keys(child).length === 0) {
      return {
        ...around,
        gap: ' ',
        source: typeof child === 'string' ? toScalar(child) : JSON.stringify(child),
        block: null,
      };
    }
    const isInline = kind === 'list';
    const block = { ...toBlock(child, column + 2, lineBreak), isInline };
    return { ...around, gap: isInline ? ' ' : '', source: '', block };
  });
  return { kind, column, isInline: false, entries, trailer: '' };
}

/** Bare where it plainly is a Chinese text of one line, as people write them. */
const bare = /^[\p{L}\p{N}（《“〔≥≤](?=.*\p{sc=Han})[^:#\\\p{C}\p{Zl}\p{Zp}]*(?<!\s)$/u;

function toScalar(text: string): string {
  return bare.test(text) ? text : JSON.stringify(text);
}
