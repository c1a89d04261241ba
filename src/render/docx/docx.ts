// Turns a grid into a Word document: what its theme's documents have in common, and the parts that are its own.
import { packZip, zipEntry } from '../../base/zip.js';
import { coreProperties, customProperties } from '../office-properties.js';
import type { Renderer } from '../renderer.js';
import { changesOn } from './changes.js';
import { paragraphXml, titleXml } from './paragraphs.js';
import { skeletonOf, varying } from './skeleton.js';
import { separatorStyle } from './styles-part.js';
import { tablesXml } from './table.js';

/** Word melts tables that touch into one and needs a paragraph after the last: the thinnest there is. */
const separator = paragraphXml(separatorStyle, '');

export const docx: Renderer = {
  format: 'docx',
  extension: '.docx',
  async render(grid, theme, meta) {
    const { parts, opening, closing } = await skeletonOf(theme, grid.titleStyle);
    const title = grid.title === '' ? '' : titleXml(grid.title);
    const tables = tablesXml(grid.tables, theme, changesOn(meta.date)).map((table) => table + separator);
    const value = packZip([
      ...parts,
      zipEntry(varying.text, opening + title + tables.join('') + closing),
      zipEntry(varying.core, coreProperties(meta)),
      zipEntry(varying.custom, customProperties(meta)),
    ]);
    return { value, findings: [] };
  },
};
