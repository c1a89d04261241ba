// A declaration of probes: each value a text of its own, so that wherever a template prints one it shows which field it is.
import { below } from '../../base/pointer.js';
import type { Declaration } from '../../check/declaration.js';
import type { Field, Form } from '../../check/form.js';
import type { Value } from '../../read/parsed.js';
import { itemPrintOf, markOf } from './item-print.js';
import type { Listed, ProbedText } from './map-table.js';

export interface Probes {
  readonly declaration: Declaration;
  /** What was printed, taken apart into words of the template and fields. */
  read(text: string): ProbedText;
}

export function probesOf(form: Form): Probes {
  const probes: Probe[] = [];
  const declaration = probeOf(form, probes);
  return { declaration, read: (text) => readProbes(text, probes) };
}

/** What one text of the declaration of probes stands for. */
interface Probe {
  readonly pointer: string;
  readonly field: Field;
  /** The list that it is an item of. */
  readonly list: Listed | null;
  /** The list that it is a part of an item of. */
  readonly row: Listed | null;
}

/** Of a list of texts: enough to see how the items are told apart. */
const mostItems = 3;

/** Between signs that no form prints, each text is the number of its probe. */
function probeOf(form: Form, probes: Probe[]): Declaration {
  const probe = (field: Field, pointer: string, list: Listed | null, row: Listed | null): Value => {
    const { items } = field;
    if (!isText(field) && field.shape === 'mapping') return mapping(field, pointer, row);
    if (!isText(field) && items) {
      const here = { pointer, field };
      if (!isText(items)) return [probe(items, below(pointer, 0), null, here)];
      return Array.from({ length: mostItems }, (_, index) => probe(items, below(pointer, index), here, row));
    }
    if (field.role === 'form') return form.title;
    probes.push({ pointer, field, list, row });
    return `\ue000${probes.length - 1}\ue001`;
  };
  const mapping = (field: Field, pointer: string, row: Listed | null): Declaration =>
    Object.fromEntries(
      field.properties.map((child) => [child.key, probe(child, below(pointer, child.key), null, row)]),
    );
  return mapping(form.root, '', null);
}

/** A template prints it as one text. */
function isText({ shape, kind }: Field): boolean {
  return shape === 'text' || kind === 'basis-item';
}

/** Items of one list that follow each other are one slot, the list's own; their marks are told by it. */
function readProbes(text: string, probes: readonly Probe[]): ProbedText {
  const pieces = text.split(/\ue000(\d+)\ue001/);
  const read: ProbedText[number][] = [];
  const add = (words: string) => {
    if (words !== '') read.push(words);
  };
  add(pieces[0] ?? '');
  for (let at = 1; at < pieces.length; at += 2) {
    const { pointer, field, list, row } = probes[Number(pieces[at])] as Probe;
    const others = [2, 4].map((ahead) => probes[Number(pieces[at + ahead] ?? Number.NaN)]);
    if (list && others.every((other) => other?.list?.pointer === list.pointer)) {
      const items = itemPrintOf(pieces[at - 1] ?? '', pieces[at + 1] ?? '', pieces[at + 3] ?? '');
      const words = typeof read.at(-1) === 'string' ? (read.pop() as string) : '';
      add(words.slice(0, words.length - markOf(items, 0).length));
      read.push({ ...list, items, row });
      at += 4;
    } else read.push({ pointer, field, items: null, row: list ?? row });
    add(pieces[at + 1] ?? '');
  }
  return read;
}
