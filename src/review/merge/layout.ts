// Takes a declaration's text apart into entries and what stands around them, so that a merge can put it together again byte for byte.
// Only blocks are taken apart: what is written in brackets is one piece, like a text.
import { below } from '../../base/pointer.js';
import type { Parsed, Value } from '../../read/parsed.js';
import { printBlock } from './print-entry.js';

/** A key with its value, or an item of a list. All texts are as they stand in the file. */
export interface Entry {
  /** Empty for an item. */
  readonly key: string;
  readonly value: Value;
  /** Where the line begins on which the key or dash stands. */
  readonly start: number;
  /** Of the key or dash, from 0. */
  readonly column: number;
  /** The blank lines and comments above. */
  readonly lead: string;
  /** `键:` or `-`. */
  readonly label: string;
  /** Between the label and the value, if that stands on the same line or is no block. */
  readonly gap: string;
  /** Of a value that is no block; empty where nothing is written. */
  readonly source: string;
  /** The rest of the line behind the value, or behind the label of a block that begins below; with its line break. */
  readonly tail: string;
  readonly block: Block | null;
}

export interface Block {
  readonly kind: 'mapping' | 'list';
  readonly column: number;
  /** The first entry stands behind the dash of the item that the block is. It has no lead then. */
  readonly isInline: boolean;
  readonly entries: readonly Entry[];
  /** Blank lines and comments below the last entry that belong to the block. */
  readonly trailer: string;
}

/** Null for what is not a mapping in block style, and for writing that is not understood. The text ends with a line break. */
export function layoutOf(parsed: Parsed): Block | null {
  const { text } = parsed.source;
  const reader: Reader = { parsed, text };
  if (typeof parsed.value === 'string' || Array.isArray(parsed.value) || !isBlock('', parsed.value, reader))
    return null;
  const read = readBlock('', parsed.value, { from: 0, limit: text.length, outer: -1, isInline: false }, reader);
  if (!read) return null;
  const block = { ...read.block, trailer: read.block.trailer + text.slice(read.end) };
  return printBlock(block, block.column, null) === text ? block : null;
}

interface Reader {
  readonly parsed: Parsed;
  readonly text: string;
}

/** Where a block may stand: from its first line, or its first key behind a dash, to the next entry further out. */
interface Room {
  readonly from: number;
  readonly limit: number;
  /** The column of the entries further out. */
  readonly outer: number;
  readonly isInline: boolean;
}

interface ReadBlock {
  readonly block: Block;
  /** Behind its trailer. */
  readonly end: number;
}

function readBlock(pointer: string, value: Exclude<Value, string>, room: Room, reader: Reader): ReadBlock | null {
  const { text } = reader;
  const heads = Array.isArray(value) ? itemsOf(pointer, value, reader) : keysOf(pointer, value, reader);
  const [first] = heads ?? [];
  if (!heads || !first) return null;
  const column = first.at - lineStart(text, first.at);
  const entries: Entry[] = [];
  let end = room.from;
  for (const [index, head] of heads.entries()) {
    const isInline = room.isInline && index === 0;
    const start = lineStart(text, head.at);
    if (head.at - start !== column || (!isInline && text.slice(start, head.at).trim() !== '')) return null;
    const next = heads[index + 1];
    const limit = next ? lineStart(text, next.at) : room.limit;
    const lead = isInline ? '' : text.slice(end, start);
    const read = readEntry(head, { column, start, lead, limit }, reader);
    if (!read) return null;
    entries.push(read.entry);
    end = read.end;
  }
  const trailer = innerPart(text.slice(end, room.limit), room.outer);
  const kind = Array.isArray(value) ? 'list' : 'mapping';
  return { block: { kind, column, isInline: room.isInline, entries, trailer }, end: end + trailer.length };
}

/** A key or dash, and the value behind it. */
interface Head {
  readonly key: string;
  readonly pointer: string;
  readonly value: Value;
  readonly at: number;
  readonly labelEnd: number;
}

interface Standing {
  readonly column: number;
  readonly start: number;
  readonly lead: string;
  readonly limit: number;
}

function readEntry(head: Head, standing: Standing, reader: Reader): { entry: Entry; end: number } | null {
  const { text } = reader;
  const { key, pointer, value, at, labelEnd } = head;
  const { column, start, lead, limit } = standing;
  const label = text.slice(at, labelEnd);
  const around = { key, value, start, column, lead, label };
  const place = valuePlace(head, reader);
  if (typeof value === 'string' || !isBlock(pointer, value, reader)) {
    const end = lineEnd(text, place.end);
    const gap = text.slice(labelEnd, place.start);
    const source = text.slice(place.start, place.end);
    return { entry: { ...around, gap, source, tail: text.slice(place.end, end), block: null }, end };
  }
  const isInline = lineStart(text, place.start) === start;
  const from = isInline ? place.start : lineEnd(text, labelEnd);
  const read = readBlock(pointer, value, { from, limit, outer: column, isInline }, reader);
  if (!read) return null;
  const gap = isInline ? text.slice(labelEnd, place.start) : '';
  const tail = isInline ? '' : text.slice(labelEnd, from);
  return { entry: { ...around, gap, source: '', tail, block: read.block }, end: read.end };
}

/** What is not written has no place of its own: right behind its label. */
function valuePlace({ pointer, labelEnd }: Head, { parsed }: Reader) {
  const { start, end } = parsed.placeOf(pointer);
  return end > start && start >= labelEnd ? { start, end } : { start: labelEnd, end: labelEnd };
}

function keysOf(pointer: string, value: object, { parsed, text }: Reader): readonly Head[] | null {
  const colon = /[ \t]*:/y;
  const heads: Head[] = [];
  for (const [key, child] of Object.entries(value)) {
    const place = parsed.placeOf(below(pointer, key), 'key');
    colon.lastIndex = place.end;
    if (!colon.test(text)) return null;
    heads.push({ key, pointer: below(pointer, key), value: child, at: place.start, labelEnd: colon.lastIndex });
  }
  // Keys that look like numbers come first among an object's own.
  return heads.sort((a, b) => a.at - b.at);
}

/** A dash has no place that is known: it is the first thing behind the item before. */
function itemsOf(pointer: string, items: readonly Value[], reader: Reader): readonly Head[] | null {
  const { parsed, text } = reader;
  const toDash = /(?:[ \t]*(?:#[^\n]*)?\r?\n)*[ ]*(?=-\s)/y;
  const heads: Head[] = [];
  let at = parsed.placeOf(pointer).start;
  for (const [index, value] of items.entries()) {
    const before = heads.at(-1);
    if (before) {
      toDash.lastIndex = lineEnd(text, valuePlace(before, reader).end);
      if (!toDash.test(text)) return null;
      at = toDash.lastIndex;
    }
    if (text.charAt(at) !== '-') return null;
    heads.push({ key: '', pointer: below(pointer, index), value, at, labelEnd: at + 1 });
  }
  return heads;
}

function isBlock(pointer: string, value: Exclude<Value, string>, { parsed, text }: Reader): boolean {
  return Object.keys(value).length > 0 && !/[[{]/.test(text.charAt(parsed.placeOf(pointer).start));
}

/** Blank lines and comments up to the last comment that is indented further than what stands further out. */
function innerPart(trivia: string, outer: number): string {
  let end = 0;
  for (const { 0: line, 1: indent = '', index } of trivia.matchAll(/^([ \t]*)#[^\n]*\n/gm)) {
    if (indent.length > outer) end = index + line.length;
  }
  return trivia.slice(0, end);
}

function lineStart(text: string, at: number): number {
  return at === 0 ? 0 : text.lastIndexOf('\n', at - 1) + 1;
}

/** Behind the line break. */
function lineEnd(text: string, at: number): number {
  const found = text.indexOf('\n', at);
  return found < 0 ? text.length : found + 1;
}
