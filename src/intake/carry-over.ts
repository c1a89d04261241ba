// Turns last year's declaration into the beginning of this year's, by splicing: comments, quotes, order and blank lines stay.
// Amounts are emptied, years moved on, and above each line that a person must look at again stands a comment that says why.
import type { Edit } from '../base/finding.js';
import { below } from '../base/pointer.js';
import { isMapping } from '../check/declaration.js';
import type { Field, Form } from '../check/form.js';
import type { Parsed, Value } from '../read/parsed.js';
import { commentLines, toScalar } from './comment.js';
import { type Marker, markerOf } from './marks.js';
import { yearsIn } from './years.js';

/** Where a declaration stands; `schema` as in `Start`. */
export interface Standing {
  readonly year: number;
  readonly schema: string | null;
}

export interface CarriedOver {
  readonly text: string;
  /** Amounts emptied. */
  readonly emptied: number;
  /** Years moved on, that of the declaration itself apart. */
  readonly moved: number;
  /** Lines marked to be looked at again. */
  readonly marked: number;
}

/** An amount told in a text. */
const amountInText = /[0-9０-９] ?[十百千]?[万亿元]/;

/**
 * `parsed` is a declaration of `form` whose structure is right. `name`: what the project is called now, null where it keeps its name.
 */
export function carryOver(parsed: Parsed, form: Form, from: Standing, to: Standing, name: string | null): CarriedOver {
  const { text } = parsed.source;
  const edits: Edit[] = [];
  const marker = markerOf(parsed);
  let emptied = 0;
  let moved = 0;

  /** With its quotes, unless a place within them is given. */
  const replace = (pointer: string, value: string, { start, end } = parsed.placeOf(pointer)) => {
    edits.push({ start, end, text: value });
  };

  const visit = (value: Value, field: Field, pointer: string, inBasis: boolean): void => {
    const basis = inBasis || field.kind === 'basis-item';
    if (typeof value === 'string') visitText(value, field, pointer, basis);
    else if (isMapping(value)) {
      for (const child of field.properties) {
        const given = value[child.key];
        if (given !== undefined) visit(given, child, below(pointer, child.key), basis);
      }
    } else if (Array.isArray(value)) {
      const { items } = field;
      if (items) value.forEach((item: Value, index) => void visit(item, items, below(pointer, index), basis));
    }
  };

  const visitText = (value: string, field: Field, pointer: string, inBasis: boolean): void => {
    if (field.role === 'form' || field.kind === 'policy' || field.word !== null) return;
    if (field.role === 'year') replace(pointer, String(to.year), parsed.placeWithin(pointer, 0, value.length));
    else if (field.role === 'code') commentOut(value, field, pointer);
    else if (field.role === 'name' && name !== null && name !== value) {
      replace(pointer, toScalar(name));
      marker.mark(pointer, `上年的名称是“${value}”`);
    } else if (field.kind === 'amount') empty(value, field, pointer);
    else moveYears(value, field, pointer, inBasis);
  };

  /** Between braces nothing can be left out, and no comment can follow. */
  const emptyInFlow = (value: string, field: Field, pointer: string): void => {
    replace(pointer, '""');
    marker.mark(pointer, `上年的“${field.key}”是 ${value}，已清空`);
  };

  const empty = (value: string, field: Field, pointer: string): void => {
    emptied += 1;
    if (marker.inFlow(pointer)) emptyInFlow(value, field, pointer);
    else replace(pointer, `# 上年 ${value}`);
  };

  const commentOut = (value: string, field: Field, pointer: string): void => {
    if (marker.inFlow(pointer)) {
      emptyInFlow(value, field, pointer);
      return;
    }
    marker.mark(pointer, `上年的“${field.key}”已改成注释，今年的有了再写`);
    const { start } = parsed.placeOf(pointer, 'key');
    edits.push({ start, end: start, text: '# ' });
    const breaks = text.slice(start, parsed.placeOf(pointer).end).matchAll(/\n/g);
    for (const { index } of breaks) edits.push({ start: start + index + 1, end: start + index + 1, text: '# ' });
  };

  const moveYears = (value: string, field: Field, pointer: string, inBasis: boolean): void => {
    const changed: string[] = [];
    const kept: string[] = [];
    for (const found of yearsIn(value)) {
      const { start, end } = parsed.placeWithin(pointer, found.from, found.to);
      const year = String(found.year);
      // An escape in quotes is not spliced.
      if (!found.movable || text.slice(start, end) !== year) kept.push(year);
      else {
        const next = String(found.year + to.year - from.year);
        edits.push({ start, end, text: next });
        changed.push(`${year} 改为 ${next}`);
      }
    }
    moved += changed.length;
    const reasons = [
      ...(changed.length > 0 ? [`年份已由 ${unique(changed)}`] : []),
      ...(kept.length > 0 ? [`年份 ${unique(kept)} 没有改`] : []),
      ...(inBasis && amountInText.test(value) ? ['文字里的金额没有改'] : []),
      ...(field.role === 'is-new' && value === '是' ? ['上年写的是“是”'] : []),
    ];
    if (reasons.length > 0) marker.mark(pointer, reasons.join('；'));
  };

  visit(parsed.value, form.root, '', false);
  const marks = marker.edits();
  const all = [...headEdits(text, from, to, marker), ...marks, ...edits];
  return { text: splice(text, all), emptied, moved, marked: marks.length };
}

/** The schema's path where the first line names its old place, and the heading under that line. */
function headEdits(text: string, from: Standing, to: Standing, { lineBreak }: Marker): readonly Edit[] {
  const [first = ''] = /^[^\r\n]*/.exec(text) ?? [];
  const named = /^(# yaml-language-server: \$schema=)(\S*)/.exec(first);
  const at = named?.[1]?.length ?? 0;
  const renewed = named?.[2] === from.schema && to.schema !== null;
  const heading = commentLines(
    `由 ${from.year} 年度的申报表复制：金额已清空，上年的数写在“# 上年”后面；标着“# 请核对”的地方，核对一处删去一行。`,
  );
  const lines = heading.map((line) => line + lineBreak).join('');
  const below = named ? first.length + lineBreak.length : 0;
  return [
    ...(renewed ? [{ start: at, end: at + (from.schema?.length ?? 0), text: to.schema ?? '' }] : []),
    { start: below, end: below, text: lines },
  ];
}

/** Edits that begin at the same place are made in the order given. */
function splice(text: string, edits: readonly Edit[]): string {
  const pieces: string[] = [];
  let at = 0;
  for (const edit of [...edits].sort((a, b) => a.start - b.start || a.end - b.end)) {
    pieces.push(text.slice(at, edit.start), edit.text);
    at = edit.end;
  }
  return pieces.join('') + text.slice(at);
}

function unique(texts: readonly string[]): string {
  return [...new Set(texts)].join('、');
}
