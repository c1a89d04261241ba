// The formats of the report of a review. Each is loaded when it is asked for.
import type { PrintDiff } from './report.js';

export const diffFormats = ['text', 'markdown', 'html', 'json'] as const;
export type DiffFormat = (typeof diffFormats)[number];

export const printers = {
  text: async () => (await import('./text.js')).printText,
  markdown: async () => (await import('./markdown.js')).printMarkdown,
  html: async () => (await import('./html.js')).printHtml,
  json: async () => (await import('./json.js')).printJson,
} satisfies Record<DiffFormat, () => Promise<PrintDiff>>;
