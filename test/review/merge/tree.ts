// A declaration as a tree of entries with comments, and its text in several styles: what a merge ought to say is said here by making the
// edits of both sides on one tree, without any of the code that merges.
import type { Value } from '../../../src/read/parsed.js';

export interface Entry {
  readonly id: number;
  /** Empty for an item. */
  readonly key: string;
  /** Comments; an empty one is a blank line. */
  above: string[];
  behind: string;
  node: Node;
}

export interface Branch {
  readonly kind: 'mapping' | 'list';
  readonly entries: Entry[];
  /** Comments below the last entry. */
  below: string[];
}

export type Node = Branch | { readonly text: string };

export interface Style {
  readonly step: number;
  /** How far lists are indented below their key. */
  readonly list: number;
  readonly quote: 'plain' | 'double' | 'block';
  /** Where the first key of an item stands; rows without comments may be written in braces. */
  readonly rows: 'behind' | 'below' | 'braces';
}

let ids = 0;

export function toEntry(key: string, value: Value): Entry {
  ids += 1;
  return { id: ids, key, above: [], behind: '', node: typeof value === 'string' ? { text: value } : toBranch(value) };
}

export function toBranch(value: Exclude<Value, string>): Branch {
  const isList = Array.isArray(value);
  const entries = Object.entries(value).map(([key, child]: [string, Value]) => toEntry(isList ? '' : key, child));
  return { kind: isList ? 'list' : 'mapping', entries, below: [] };
}

export function isBranch(node: Node): node is Branch {
  return 'entries' in node;
}

/** All of them, outer ones first. */
export function entriesIn(node: Node): readonly Entry[] {
  return isBranch(node) ? node.entries.flatMap((entry) => [entry, ...entriesIn(entry.node)]) : [];
}

export function commentsIn(root: Branch): readonly string[] {
  const own = ({ above, behind, node }: Entry) => [...above, behind, ...(isBranch(node) ? node.below : [])];
  return [...entriesIn(root).flatMap(own), ...root.below].filter((comment) => comment !== '');
}

export function print(root: Branch, style: Style): string {
  return `${linesOf(root, 0, style).join('\n')}\n`;
}

function linesOf({ kind, entries, below }: Branch, column: number, style: Style): readonly string[] {
  const pad = ' '.repeat(column);
  const comments = (all: readonly string[]) => all.map((comment) => (comment === '' ? '' : `${pad}# ${comment}`));
  const lines = entries.flatMap(({ key, above, behind, node }) => {
    const label = kind === 'list' ? `${pad}-` : `${pad}${key}:`;
    const end = behind === '' ? '' : ` # ${behind}`;
    if (!isBranch(node)) return [...comments(above), ...textLines(label, node.text, column, style, end)];
    const inner = column + (kind === 'list' ? 2 : style[node.kind === 'list' ? 'list' : 'step']);
    if (kind === 'mapping') return [...comments(above), label + end, ...linesOf(node, inner, style)];
    if (style.rows === 'below') return [...comments(above), label, ...linesOf(node, inner, style)];
    const row = style.rows === 'braces' ? inBraces(node) : null;
    if (row !== null) return [...comments(above), `${label} ${row}`];
    // What stands above the first key stands above its dash.
    const [head, ...others] = node.entries;
    const bare = head ? [{ ...head, above: [] }, ...others] : [];
    const [first = '', ...rest] = linesOf({ ...node, entries: bare }, inner, style);
    return [...comments([...above, ...(head?.above ?? [])]), `${label} ${first.slice(inner)}`, ...rest];
  });
  return [...lines, ...comments(below)];
}

const bare = /^[\p{L}（《“〔≥≤][^:#"'\\\n]*$/u;

function textLines(
  label: string,
  text: string,
  column: number,
  { quote, step }: Style,
  end: string,
): readonly string[] {
  if (text === '') return [label + end];
  if (quote === 'block' && text.length > 30 && end === '') {
    return [`${label} |-`, ...text.split('\n').map((line) => ' '.repeat(column + step) + line)];
  }
  return [`${label} ${quote !== 'double' && bare.test(text) ? text : JSON.stringify(text)}${end}`];
}

function inBraces({ kind, entries, below }: Branch): string | null {
  const isBare = ({ above, behind, node }: Entry) => above.length === 0 && behind === '' && !isBranch(node);
  if (kind === 'list' || below.length > 0 || !entries.every(isBare)) return null;
  return `{ ${entries.map(({ key, node }) => `${key}: ${JSON.stringify((node as { text: string }).text)}`).join(', ')} }`;
}
