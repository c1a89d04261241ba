// Reports made by hand: what a check of many files would give, without the files.
import type { Finding, Level } from '../../../src/base/finding.js';
import { placeBetween } from '../../../src/base/place.js';
import {
  countLevels,
  type FileFindings,
  type PrintReport,
  type Report,
  type Style,
} from '../../../src/commands/check-reports/report.js';
import { openTerminal } from '../../../src/commands/terminal.js';

export interface Made {
  /** By file. */
  readonly texts?: Readonly<Record<string, string>>;
  readonly files: readonly FileFindings[];
  readonly more?: Partial<Report>;
}

function reportOf({ texts = {}, files, more }: Made): Report {
  const findings = files.flatMap((one) => one.findings);
  const curable = findings.filter(({ cure }) => cure !== undefined).length;
  return {
    files,
    summary: { files: files.length, cached: 0, suppressed: 0, ...countLevels(findings), curable },
    reckonings: [],
    version: '1.2.3',
    prefix: '',
    textOf: (file) => texts[file] ?? null,
    whyOf: () => null,
    ...more,
  };
}

/** A finding about the first `passage` of the text. */
export function findingAt(file: string, text: string, passage: string, more: Partial<Finding> = {}): Finding {
  const start = text.indexOf(passage);
  if (start < 0) throw new Error(`${file} does not hold ${passage}`);
  return {
    rule: 'goals-differ',
    level: 'error',
    message: { zh: `“${passage}”不对`, en: `“${passage}” is wrong` },
    advice: { zh: '改一改', en: 'Mend it' },
    place: placeBetween(file, text, start, start + passage.length),
    ...more,
  };
}

/** So many findings of a level in a file. */
export function many(file: string, level: Level, count: number): readonly Finding[] {
  return Array.from({ length: count }, (_, index) => ({
    rule: 'no-placeholder',
    level,
    message: { zh: `${level} ${index + 1}`, en: `${level} ${index + 1}` },
    place: { file, line: index + 1, column: 1, endLine: index + 1, endColumn: 3, start: 0, end: 2 },
  }));
}

/** As on a terminal of so many columns without colours; null: into a file. */
export function styleOf(language: 'zh' | 'en' = 'zh', columns: number | null = null): Style {
  const sink = { write: () => true };
  const { signal } = new AbortController();
  const stdin = async () => new Uint8Array();
  const around = { cwd: '/', env: { NO_COLOR: '1' }, stdout: sink, stderr: sink, signal, stdin };
  const terminal = openTerminal(around, language);
  return { ...terminal, columns };
}

export const print = (printer: PrintReport, made: Made, style: Style = styleOf()): string =>
  printer(reportOf(made), style);
