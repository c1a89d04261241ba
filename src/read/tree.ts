// Turns the first YAML document into plain values, and remembers of every key and value where it stands.
import { CST, isAlias, isMap, isScalar, isSeq, type Pair, type ParsedNode, type YAMLMap, type YAMLSeq } from 'yaml';
import { below } from '../base/pointer.js';
import type { Value } from './parsed.js';
import { type Piece, piecesOf, type ScalarToken, textOf } from './pieces.js';
import { joinChinese } from './wrapped.js';

export interface Range {
  readonly start: number;
  readonly end: number;
}

export interface ScalarEntry extends Range {
  readonly pointer: string;
  readonly text: string;
  /** Null for an empty value, which has no text of its own in the file. */
  readonly token: ScalarToken | null;
  /** Set where lines were joined: without a space between Chinese characters. */
  readonly wrapped: boolean;
}

export interface KeyEntry extends ScalarEntry {
  /** Whether the key has its colon, or stands in braces and needs none; the parser goes on without one. */
  readonly hasColon: boolean;
  /** Only text can be a key; an alias is most likely text with a star. */
  readonly kind: 'text' | 'alias' | 'collection';
  readonly pairEnd: number;
  /** The same key earlier in the same mapping. */
  readonly first: Range | null;
}

export interface Tree {
  readonly value: Value;
  readonly scalars: readonly ScalarEntry[];
  /** In the order of the text, outer keys before inner ones. */
  readonly keys: readonly KeyEntry[];
  /** Mappings and lists, without blank lines and comments at their ends; aliases and what has no node too. */
  readonly others: readonly (Range & { readonly pointer: string })[];
}

/** Never deeper than the parser was let go. */
export function treeOf(root: ParsedNode | null, text: string): Tree {
  const scalars: ScalarEntry[] = [];
  const keys: KeyEntry[] = [];
  const others: (Range & { readonly pointer: string })[] = [];

  /** Returns the end of what was read; `at` is where a value without a node would stand. */
  const readNode = (node: ParsedNode | null, pointer: string, at: number): { value: Value; end: number } => {
    if (isMap(node)) return readMap(node, pointer);
    if (isSeq(node)) return readList(node, pointer);
    if (node === null || isAlias(node)) {
      const [start, end] = node?.range ?? [at, at];
      others.push({ pointer, start, end });
      return { value: '', end };
    }
    const scalar = scalarEntry(node, pointer, text);
    scalars.push(scalar);
    return { value: scalar.text, end: scalar.end };
  };

  const readMap = (node: YAMLMap.Parsed, pointer: string): { value: Value; end: number } => {
    const value: Record<string, Value> = Object.create(null);
    const seen = new Map<string, Range>();
    const [start, flowEnd] = node.range;
    let end = start;
    for (const pair of node.items) {
      const key = keyEntry(pair, node, pointer, text);
      keys.push(key);
      const child = readNode(pair.value, key.pointer, pair.value?.range[0] ?? key.end);
      key.pairEnd = Math.max(key.end, child.end);
      end = Math.max(end, key.pairEnd);
      key.first = seen.get(key.text) ?? null;
      if (key.first) continue;
      seen.set(key.text, key);
      value[key.text] = child.value;
    }
    if (node.flow) end = flowEnd;
    others.push({ pointer, start, end });
    return { value, end };
  };

  const readList = (node: YAMLSeq.Parsed, pointer: string): { value: Value; end: number } => {
    const [start, flowEnd] = node.range;
    let end = start;
    const value = node.items.map((item, index) => {
      const child = readNode(item, below(pointer, index), start);
      end = Math.max(end, child.end);
      return child.value;
    });
    if (node.flow) end = flowEnd;
    others.push({ pointer, start, end });
    return { value, end };
  };

  const { value } = readNode(root, '', 0);
  return { value, scalars, keys, others };
}

/** Not yet known: where its pair ends, and whether it was there before. */
function keyEntry(
  { key, srcToken }: Pair<ParsedNode, ParsedNode | null>,
  map: YAMLMap.Parsed,
  pointer: string,
  text: string,
): KeyEntry & { pairEnd: number; first: Range | null } {
  const { token, start, end, text: own, wrapped } = scalarEntry(key, '', text);
  return {
    pointer: below(pointer, own),
    start,
    end,
    text: own,
    wrapped,
    token,
    hasColon: map.flow === true || (srcToken?.sep?.some(({ type }) => type === 'map-value-ind') ?? false),
    kind: isScalar(key) ? 'text' : isAlias(key) ? 'alias' : 'collection',
    pairEnd: end,
    first: null,
  };
}

function scalarEntry(node: ParsedNode, pointer: string, text: string): ScalarEntry {
  const [start, end] = node.range;
  const token = node.srcToken;
  if (!isScalar(node) || !token || !CST.isScalar(token)) {
    return { pointer, start, end, text: '', wrapped: false, token: null };
  }
  const last = token.type === 'block-scalar' ? start + text.slice(start, end).trimEnd().length : end;
  const read = textOfScalar(String(node.value), token);
  return { pointer, start, end: last, text: read.text, wrapped: read.wrapped, token };
}

/** The library's reading, apart from folds between Chinese characters and from a block's final line break, which ends it. */
function textOfScalar(read: string, token: ScalarToken): { text: string; wrapped: boolean } {
  const text = token.type === 'block-scalar' ? read.replace(/\n$/, '') : read;
  if (!token.source.includes('\n') || isLiteral(token)) return { text, wrapped: false };
  const pieces = piecesOf(token);
  if (textOf(pieces) !== text) return { text, wrapped: false };
  const joined = joinChinese(pieces);
  return joined ? { text: textOf(joined), wrapped: true } : { text, wrapped: false };
}

/** The pieces of a scalar's text as we read it, or null where they do not make up that text and tell no place. */
export function piecesOfEntry({ token, text }: ScalarEntry): readonly Piece[] | null {
  if (!token) return null;
  const pieces = piecesOf(token);
  const joined = isLiteral(token) ? pieces : (joinChinese(pieces) ?? pieces);
  const found = textOf(joined);
  return found === text || (token.type === 'block-scalar' && text.startsWith(found)) ? joined : null;
}

function isLiteral(token: ScalarToken): boolean {
  return token.type === 'block-scalar' && token.props.some((prop) => 'source' in prop && prop.source.startsWith('|'));
}
