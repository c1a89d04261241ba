// The registry of formats. Each renderer is loaded on first use: pdfkit alone costs a fifth of a second.
import type { Format, Renderer } from './renderer.js';

const loaders = {
  pdf: async () => (await import('./pdf/pdf.js')).pdf,
  docx: async () => (await import('./docx/docx.js')).docx,
  xlsx: async () => (await import('./xlsx/xlsx.js')).xlsx,
  html: async () => (await import('./html/html.js')).html,
} satisfies Record<Format, () => Promise<Renderer>>;

export function loadRenderer(format: Format): Promise<Renderer> {
  return loaders[format]();
}
