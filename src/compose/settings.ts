// Reads one settings file value by value, each with its own finding at its own place.
import type { Finding, Said, Words } from '../base/finding.js';
import { nearest } from '../base/nearest.js';
import { below, fromPointer } from '../base/pointer.js';
import { type Parsed, type Value, valueAt } from '../read/parsed.js';
import { themeMessages as messages, wants } from './theme-messages.js';

/** Every reader gives a usable value even after a fault, so that all faults are found in one pass. A null fallback: it must be there. */
export interface Settings {
  readonly findings: readonly Finding[];
  /** The keys of a mapping, in the file's order; those not in `allowed` are faults and left out. */
  keys(pointer: string, allowed: readonly string[] | null): readonly string[];
  number(pointer: string, range: readonly [min: number, max: number], fallback: number | null): number;
  choice<T extends string>(pointer: string, choices: readonly T[], fallback: T | null): T;
  /** `yes` or `no`. */
  flag(pointer: string, fallback: boolean): boolean;
  /** `#rrggbb`. */
  colour(pointer: string, fallback: string): string;
  /** `#rrggbb`, null for `none`. */
  fill(pointer: string, fallback: string | null): string | null;
  text(pointer: string, fallback: string | null): string;
  texts(pointer: string): readonly string[];
  fault(pointer: string, said: Said, part?: 'key' | 'value'): void;
}

export function settingsOf(parsed: Parsed): Settings {
  const findings: Finding[] = [];
  const fault: Settings['fault'] = (pointer, said, part = 'value') => {
    findings.push({ rule: 'template/theme', level: 'error', ...said, pointer, place: parsed.placeOf(pointer, part) });
  };
  const wrong = (pointer: string, wanted: Words, value: Value) =>
    fault(pointer, messages.wrong(nameOf(pointer), wanted, typeof value === 'string' ? value : null));

  /** The text at a pointer, as `accept` reads it; `other` where there is nothing to fall back on. */
  function scalar<T>(
    pointer: string,
    fallback: T | null,
    other: T,
    wanted: Words,
    accept: (text: string) => T | undefined,
  ): T {
    const value = valueAt(parsed.value, pointer);
    if (value === undefined) {
      if (fallback === null) fault(pointer, messages.missing(nameOf(pointer)));
      return fallback ?? other;
    }
    const accepted = typeof value === 'string' ? accept(value) : undefined;
    if (accepted === undefined) wrong(pointer, wanted, value);
    return accepted ?? fallback ?? other;
  }

  return {
    findings,
    fault,
    keys(pointer, allowed) {
      const value = valueAt(parsed.value, pointer);
      if (value === undefined) return [];
      if (typeof value === 'string' || Array.isArray(value)) {
        wrong(pointer, wants.keys, value);
        return [];
      }
      const keys = Object.keys(value);
      if (!allowed) return keys;
      for (const key of keys.filter((one) => !allowed.includes(one))) {
        const at = below(pointer, key);
        const meant = nearest(key, allowed);
        fault(at, messages.unknown(nameOf(at), meant === null ? null : nameOf(below(pointer, meant))), 'key');
      }
      return keys.filter((key) => allowed.includes(key));
    },
    number: (pointer, [min, max], fallback) =>
      scalar(pointer, fallback, min, wants.number(min, max), (text) => {
        const number = /^[0-9]{1,6}(\.[0-9]{1,4})?$/.test(text) ? Number(text) : Number.NaN;
        return number >= min && number <= max ? number : undefined;
      }),
    choice: <T extends string>(pointer: string, choices: readonly T[], fallback: T | null) =>
      scalar(pointer, fallback, choices[0] ?? ('' as T), wants.choice(choices), (text) =>
        choices.find((choice) => choice === text),
      ),
    flag: (pointer, fallback) =>
      scalar(pointer, fallback, fallback, wants.flag, (text) =>
        text === 'yes' ? true : text === 'no' ? false : undefined,
      ),
    colour: (pointer, fallback) => scalar(pointer, fallback, fallback, wants.colour, colour),
    fill: (pointer, fallback) => {
      const text = scalar(pointer, fallback ?? 'none', 'none', wants.fill, (one) =>
        one === 'none' ? one : colour(one),
      );
      return text === 'none' ? null : text;
    },
    text: (pointer, fallback) => scalar(pointer, fallback, '', wants.text, (text) => text || undefined),
    texts(pointer) {
      const value = valueAt(parsed.value, pointer);
      if (Array.isArray(value) && value.length > 0 && value.every((one) => typeof one === 'string')) return value;
      if (value === undefined) fault(pointer, messages.missing(nameOf(pointer)));
      else wrong(pointer, wants.names, value);
      return [];
    },
  };
}

function colour(text: string): string | undefined {
  return /^#[0-9a-fA-F]{6}$/.test(text) ? text : undefined;
}

/** `/styles/head/size` as people say it: styles.head.size. */
function nameOf(pointer: string): string {
  return fromPointer(pointer).join('.');
}
