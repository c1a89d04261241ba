// What a check has to say, before anybody decides how it looks: data and two ways to look something up.
import { compareLevels, type Finding, type Level, type Words } from '../../base/finding.js';
import type { FileReckoning } from '../../workspace/check-all.js';
import type { Terminal } from '../terminal.js';

export interface Report {
  /** Files with findings, sorted by name. */
  readonly files: readonly FileFindings[];
  readonly summary: Summary;
  readonly reckonings: readonly FileReckoning[];
  /** Of the tool. */
  readonly version: string;
  /** From the top of the repository to the workspace, `/` at its end; empty where they are the same. */
  readonly prefix: string;
  /** The text that the places of a file's findings are offsets of; null where there is none to be had. */
  textOf(file: string): string | null;
  /** What the rule says of itself, in the words of the form that the file is on; null for what is no rule, such as `yaml/…`. */
  whyOf(rule: string, file: string): Why | null;
}

/** `file` is relative to the workspace; `blocks` are the declarations that could not be checked because of it. */
export interface FileFindings {
  readonly file: string;
  readonly findings: readonly Finding[];
  readonly blocks?: readonly string[];
}

export interface Summary {
  /** Declarations looked at. */
  readonly files: number;
  /** Of them, how many had been checked before with the same content. */
  readonly cached: number;
  /** Findings that shenbao-ignore comments passed over; in no other count. */
  readonly suppressed: number;
  readonly errors: number;
  readonly warnings: number;
  readonly hints: number;
  /** Findings that have a cure. */
  readonly curable: number;
}

export interface Why {
  readonly about: Words;
  readonly source: Words;
  /** The rule's own level; rules.yaml may have set another. */
  readonly level: Level;
}

/** How and in which language the words go out. */
export type Style = Pick<Terminal, 'language' | 'say' | 'colours' | 'columns'>;

/** A format of the report: all of it as one text, without a newline at its end. */
export type PrintReport = (report: Report, style: Style) => string;

/** A finding with the file that it is printed under. */
export interface FiledFinding {
  readonly file: string;
  readonly finding: Finding;
}

/** All findings, the worst first, then by file and place. */
export function worstFirst(files: readonly FileFindings[]): readonly FiledFinding[] {
  const all = files.flatMap(({ file, findings }) => findings.map((finding) => ({ file, finding })));
  return all.sort(
    (a, b) =>
      compareLevels(a.finding.level, b.finding.level) ||
      (a.file < b.file ? -1 : a.file > b.file ? 1 : 0) ||
      (a.finding.place?.start ?? -1) - (b.finding.place?.start ?? -1),
  );
}

export function countLevels(findings: readonly Finding[]): Pick<Summary, 'errors' | 'warnings' | 'hints'> {
  const count = (level: Level) => findings.filter((finding) => finding.level === level).length;
  return { errors: count('error'), warnings: count('warning'), hints: count('hint') };
}
