// The formats of the report of a check. Each is loaded when it is asked for.
import type { PrintReport } from './report.js';

export const reportFormats = ['text', 'json', 'sarif', 'github', 'gitlab', 'markdown'] as const;
export type ReportFormat = (typeof reportFormats)[number];

export const printers = {
  text: async () => (await import('./text.js')).printText,
  json: async () => (await import('./json.js')).printJson,
  sarif: async () => (await import('./sarif.js')).printSarif,
  github: async () => (await import('./github.js')).printGitHub,
  gitlab: async () => (await import('./gitlab.js')).printGitLab,
  markdown: async () => (await import('./markdown.js')).printMarkdown,
} satisfies Record<ReportFormat, () => Promise<PrintReport>>;
