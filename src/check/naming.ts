// How messages name places, values, keys and examples. What they name comes from the schema and from the file.
import type { Said, Words } from '../base/finding.js';
import { fromPointer } from '../base/pointer.js';
import type { Value } from '../read/parsed.js';
import { quote } from '../terms/messages.js';
import type { Field } from './form.js';

/** The keys from the top to the value, `…` › 第 1 条, or the whole declaration. */
export function nameOf(pointer: string): Words {
  const steps = fromPointer(pointer);
  return nameOfPath(steps.map((step) => (/^[0-9]+$/.test(step) ? Number(step) : step)));
}

export function nameOfPath(path: readonly (string | number | null)[]): Words {
  if (path.length === 0) return { zh: '申报表', en: 'The declaration' };
  const name = (item: (index: number | null) => string) =>
    path.map((step) => (typeof step === 'string' ? step : item(step))).join(' › ');
  return {
    zh: `“${name((index) => (index === null ? '每一条' : `第 ${index + 1} 条`))}”`,
    en: `“${name((index) => (index === null ? 'each item' : `item ${index + 1}`))}”`,
  };
}

export function listOf(names: readonly string[]): Words {
  return { zh: names.map((name) => `“${name}”`).join('、'), en: names.map((name) => `“${name}”`).join(', ') };
}

export function keysOf(fields: readonly Field[]): readonly string[] {
  return fields.map((field) => field.key);
}

/** `键: 值` as it might be written, without a value where the schema gives no example. */
export function exampleLine(field: Field): string {
  const [example] = field.examples;
  return field.shape === 'text' && example !== undefined ? `${field.key}: ${example}` : `${field.key}:`;
}

/** One item of a list as it might be written. */
function exampleItem(items: Field | null): string {
  const [first] = items?.properties ?? [];
  return first ? `- ${exampleLine(first)}` : `- ${items?.examples[0] ?? '…'}`;
}

/** A value of any type as a phrase. */
export function describe(value: Value): Words {
  if (value === '') return { zh: '空的', en: 'empty' };
  if (typeof value === 'string') return { zh: `文字“${quote(value)}”`, en: `the text “${quote(value)}”` };
  return Array.isArray(value)
    ? { zh: `列表（${value.length} 条）`, en: `a list of ${value.length}` }
    : {
        zh: `分栏的内容${listOf(Object.keys(value).slice(0, 3)).zh}`,
        en: `a mapping with ${listOf(Object.keys(value).slice(0, 3)).en}`,
      };
}

/** What to write at a field, as a phrase (`message`), and how to write it (`advice`). */
export function describeShape(field: Field): Said {
  const keys = listOf(keysOf(field.properties));
  if (field.shape === 'mapping') {
    const [first] = field.properties;
    const line = first ? exampleLine(first) : '';
    return {
      message: field.orText
        ? { zh: `写一段文字，或者分成${keys.zh}等栏`, en: `a text, or the keys ${keys.en}` }
        : { zh: `分成${keys.zh}各栏来写`, en: `the keys ${keys.en}` },
      advice: {
        zh: `每栏另起一行，比上一级多缩进两格，例如“${line}”`,
        en: `Write each key on a line of its own, indented two spaces further, as in “${line}”`,
      },
    };
  }
  if (field.shape === 'list') {
    const item = exampleItem(field.items);
    const orWord: Words =
      field.word === null ? { zh: '', en: '' } : { zh: `或者写“${field.word}”`, en: ` or the word “${field.word}”` };
    return {
      message: { zh: `写成列表${orWord.zh && `，${orWord.zh}`}`, en: `a list${orWord.en}` },
      advice: {
        zh: `每条另起一行，前面写“- ”，例如“${item}”`,
        en: `Write each item on a line of its own after “- ”, as in “${item}”`,
      },
    };
  }
  const line = exampleLine(field);
  return {
    message: field.kind === 'amount' ? { zh: '写金额', en: 'an amount' } : { zh: '写文字', en: 'a text' },
    advice:
      field.key === ''
        ? { zh: '一条只写一段文字', en: 'Each item is one text' }
        : {
            zh: `直接写在冒号后面${field.examples.length > 0 ? `，例如“${line}”` : ''}`,
            en: `Write it behind the colon${field.examples.length > 0 ? `, as in “${line}”` : ''}`,
          },
  };
}
