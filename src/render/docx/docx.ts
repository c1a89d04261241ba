// Turns a grid into a Word document. The docx package is loaded on the first render, not with this file.
import type { Renderer } from '../renderer.js';

export const docx: Renderer = {
  format: 'docx',
  extension: '.docx',
  async render(grid, theme, meta) {
    const { makeDocument } = await import('./document.js');
    return { value: await makeDocument(grid, theme, meta), findings: [] };
  },
};
