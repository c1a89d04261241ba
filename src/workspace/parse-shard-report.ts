// Turns the text of a shard's report into data, or refuses it: it comes from another machine, and nothing is repaired by guessing.
import type { Edit, Finding, Place, Words } from '../base/finding.js';
import { type Format, formats } from '../render/renderer.js';
import { isReason } from './messages.js';
import type { Document, Failed } from './report.js';
import type { Asked, BuiltByShard, ShardReport } from './shard-report.js';

/** Null when the text is no report of this version, wholly right. */
export function parseShardReport(text: string): ShardReport | null {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return null;
  }
  return isShardReport(value) ? value : null;
}

type Fields = Readonly<Record<string, unknown>>;

function isShardReport(value: unknown): value is ShardReport {
  if (!isFields(value) || value.version !== 1 || !isFields(value.shard)) return false;
  const { shard, asked, state, built, unchanged, failed, busy, cached, interrupted } = value;
  return (
    isCount(shard.index) &&
    isCount(shard.count) &&
    isAsked(asked) &&
    isText(state) &&
    isListOf(built, isBuilt) &&
    isCount(unchanged) &&
    isListOf(failed, isFailed) &&
    isListOf(busy, isDocument) &&
    (cached === null || isCount(cached)) &&
    typeof interrupted === 'boolean'
  );
}

function isAsked(value: unknown): value is Asked {
  if (!isFields(value)) return false;
  return isListOf(value.paths, isInner) && (value.formats === null || isListOf(value.formats, isFormat));
}

function isBuilt(value: unknown): value is BuiltByShard {
  if (!isFields(value) || !isFailed(value)) return false;
  const { outputs, reasons, remarks } = value as Fields;
  return isListOf(outputs, isInner) && isListOf(reasons, isReason) && isCount(remarks);
}

function isFailed(value: unknown): value is Failed {
  return isFields(value) && isInner(value.file) && isListOf(value.findings, isFinding) && value.blocks === undefined;
}

function isDocument(value: unknown): value is Document {
  return isFields(value) && isInner(value.file) && isInner(value.output);
}

function isFinding(value: unknown): value is Finding {
  if (!isFields(value) || !isText(value.rule) || !isWords(value.message)) return false;
  const { level, advice, pointer, about, place, related, cure } = value;
  return (
    (level === 'error' || level === 'warning' || level === 'hint') &&
    isAbsentOr(advice, isWords) &&
    isAbsentOr(pointer, isText) &&
    isAbsentOr(about, isText) &&
    isAbsentOr(place, isPlace) &&
    isAbsentOr(related, (places) => isListOf(places, isPlace)) &&
    isAbsentOr(cure, isEdit)
  );
}

function isWords(value: unknown): value is Words {
  return isFields(value) && isText(value.zh) && isText(value.en);
}

function isPlace(value: unknown): value is Place {
  if (!isFields(value) || !isInner(value.file)) return false;
  const { line, column, endLine, endColumn, start, end } = value;
  return [line, column, endLine, endColumn, start, end].every(isCount);
}

function isEdit(value: unknown): value is Edit {
  return isFields(value) && isCount(value.start) && isCount(value.end) && isText(value.text);
}

/** A path that leads nowhere but down: the lines that findings point at are read and shown. */
function isInner(value: unknown): value is string {
  return isText(value) && !/^[/\\]|^[a-z]:|\p{Cc}/iu.test(value) && !value.split(/[/\\]/).includes('..');
}

function isFormat(value: unknown): value is Format {
  return (formats as readonly unknown[]).includes(value);
}

function isListOf<T>(value: unknown, is: (one: unknown) => one is T): value is readonly T[] {
  return Array.isArray(value) && value.every(is);
}

function isAbsentOr(value: unknown, is: (one: unknown) => boolean): boolean {
  return value === undefined || is(value);
}

function isCount(value: unknown): value is number {
  return Number.isSafeInteger(value) && (value as number) >= 0;
}

function isText(value: unknown): value is string {
  return typeof value === 'string';
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
