// The kinds of settings that a rule may have in rules.yaml: what stands when nothing is set, and how a text is read.
import { type Said, say } from '../base/finding.js';
import type { Fen } from '../base/money.js';
import { below } from '../base/pointer.js';
import type { Value } from '../read/parsed.js';
import { readAmount } from '../terms/amount.js';
import { isMapping } from './declaration.js';

export interface Kind<T> {
  readonly preset: T;
  /** `pointer` leads to the value within rules.yaml, for what is wrong with it. */
  read(value: Value, pointer: string): SettingReading<T>;
}

export type SettingReading<T> = { readonly value: T } | { readonly pointer: string; readonly said: Said };

export type Kinds = Readonly<Record<string, Kind<unknown>>>;

/** The settings of a rule as it sees them. */
export type SettingsOf<K extends Kinds> = { readonly [Name in keyof K]: K[Name] extends Kind<infer T> ? T : never };

/** A whole number from 0. */
export function wholeNumber(preset: number): Kind<number> {
  return {
    preset,
    read: (value, pointer) =>
      typeof value === 'string' && /^[0-9]{1,9}$/.test(value)
        ? { value: Number(value) }
        : wrong(
            pointer,
            '这里要写一个整数',
            `例如 ${preset}`,
            'A whole number must stand here',
            `For example ${preset}`,
          ),
  };
}

/** A list of texts. */
export function texts(preset: readonly string[]): Kind<readonly string[]> {
  return { preset, read: readTexts };
}

/** Lists of texts that belong together: `[[次, 场], [人, 名]]`. */
export function textGroups(preset: readonly (readonly string[])[]): Kind<readonly (readonly string[])[]> {
  return {
    preset,
    read: (value, pointer) => {
      const groups = Array.isArray(value)
        ? value.map((one: Value, index) => readTexts(one, below(pointer, index)))
        : [readTexts(value, pointer)];
      return (groups.find((group) => !('value' in group)) ?? {
        value: groups.flatMap((group) => ('value' in group ? [group.value] : [])),
      }) as SettingReading<readonly (readonly string[])[]>;
    },
  };
}

/** Lists of texts by a key of the form. */
export function textsByKey(): Kind<Readonly<Record<string, readonly string[]>>> {
  return { preset: {}, read: (value, pointer) => readEach(value, pointer, readTexts) };
}

/** Amounts in 分 by two keys, such as the year and the unit; a bare number is 元. */
export function amountsByTwo(): Kind<Readonly<Record<string, Readonly<Record<string, Fen>>>>> {
  return {
    preset: {},
    read: (value, pointer) => readEach(value, pointer, (inner, at) => readEach(inner, at, readFen)),
  };
}

function readTexts(value: Value, pointer: string): SettingReading<readonly string[]> {
  if (Array.isArray(value) && value.every((one: Value) => typeof one === 'string' && one !== '')) return { value };
  return wrong(
    pointer,
    '这里要写一个列表',
    '写成 [甲, 乙]，或者每条一行、前面写“- ”',
    'A list must stand here',
    'Write [a, b]',
  );
}

function readFen(value: Value, pointer: string): SettingReading<Fen> {
  const { fen, fault } = readAmount(typeof value === 'string' ? value : '');
  return fen === null ? { pointer, said: fault } : { value: fen };
}

function readEach<T>(
  value: Value,
  pointer: string,
  read: (value: Value, pointer: string) => SettingReading<T>,
): SettingReading<Readonly<Record<string, T>>> {
  if (!isMapping(value)) {
    return wrong(
      pointer,
      '这里要分栏来写',
      '每栏一行，写成“栏目: 内容”',
      'Keys must stand here',
      'Write “key: value” lines',
    );
  }
  const all: [string, T][] = [];
  for (const [key, inner] of Object.entries(value)) {
    const reading = read(inner, below(pointer, key));
    if (!('value' in reading)) return reading;
    all.push([key, reading.value]);
  }
  return { value: Object.fromEntries(all) };
}

function wrong(pointer: string, zh: string, zhAdvice: string, en: string, enAdvice: string) {
  return { pointer, said: say(zh, zhAdvice, en, enAdvice) };
}
