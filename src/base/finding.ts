// What the tool has to say about a user's file: data first, words in both languages, printed by whoever shows it.

/** A text for the reader, Chinese first. */
export interface Words {
  readonly zh: string;
  readonly en: string;
}

/** What is wrong and what to do about it. */
export interface Said {
  readonly message: Words;
  readonly advice: Words;
}

export function say(zh: string, zhAdvice: string, en: string, enAdvice: string): Said {
  return { message: { zh, en }, advice: { zh: zhAdvice, en: enAdvice } };
}

export type Language = keyof Words;

export type Level = 'error' | 'warning' | 'hint';

/** The worst first. */
export const levels = ['error', 'warning', 'hint'] as const satisfies readonly Level[];

/** Below zero where `a` is worse. */
export function compareLevels(a: Level, b: Level): number {
  return levels.indexOf(a) - levels.indexOf(b);
}

/** A range of a source file. Lines and columns are 1-based, columns in UTF-16 units, ends exclusive; offsets are UTF-16 units from 0. */
export interface Place {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
  readonly start: number;
  readonly end: number;
}

/** One replacement of source text, by UTF-16 offsets. */
export interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/**
 * One finding. `rule` is a rule's name, or `yaml/<trap>`, `schema/<keyword>`, `ignore/<fault>`, `rules/<fault>`, `template/<fault>`, `render/<fault>`.
 * `message` says what is wrong, `advice` what to do. `pointer` is the JSON pointer of the value it is about.
 */
export interface Finding {
  readonly rule: string;
  readonly level: Level;
  readonly message: Words;
  readonly advice?: Words;
  readonly pointer?: string;
  /** The characters of the value it is about, from a finder that knows values but no places. */
  readonly about?: string;
  readonly place?: Place;
  readonly related?: readonly Place[];
  readonly cure?: Edit;
}

/** A result with what was found on the way. `value` is null only when a finding is an error. */
export interface Outcome<T> {
  readonly value: T | null;
  readonly findings: readonly Finding[];
}

export function isError(finding: Finding): boolean {
  return finding.level === 'error';
}

/** Whether it is a rule's, rather than about how a text is read, structured or printed. */
export function isOfRule({ rule }: Finding): boolean {
  return !rule.includes('/');
}

/** Errors first, then by place; findings without a place come first within their level. */
export function sortFindings(findings: readonly Finding[]): readonly Finding[] {
  return [...findings].sort(
    (a, b) => compareLevels(a.level, b.level) || (a.place?.start ?? -1) - (b.place?.start ?? -1),
  );
}
