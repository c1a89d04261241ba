// Turns a grid into a Word document: what its theme's documents have in common, and the parts that are its own.
import { packZip, zipEntry } from '../../base/zip.js';
import type { Table } from '../../compose/grid.js';
import { coreProperties, customProperties } from '../office-properties.js';
import type { Renderer } from '../renderer.js';
import { type Changes, changesOn, marksXml, tableMark } from './changes.js';
import { paragraphXml, titleXml } from './paragraphs.js';
import { skeletonOf, varying } from './skeleton.js';
import { separatorStyle } from './styles-part.js';
import { tablesXml } from './table.js';

export const docx: Renderer = {
  format: 'docx',
  extension: '.docx',
  async render(grid, theme, meta) {
    const { parts, opening, closing } = await skeletonOf(theme, grid.titleStyle);
    const changes = changesOn(meta.date);
    const { title, titleChanges = title === '' ? [] : [{ text: title }] } = grid;
    const heading = titleChanges.length === 0 ? '' : titleXml(titleChanges, changes(0));
    const tables = tablesXml(grid.tables, theme, changes).map(
      (table, index) => table + separatorXml(grid.tables[index] as Table, changes(0)),
    );
    const value = packZip([
      ...parts,
      zipEntry(varying.text, opening + heading + tables.join('') + closing),
      zipEntry(varying.core, coreProperties(meta)),
      zipEntry(varying.custom, customProperties(meta)),
    ]);
    return { value, findings: [] };
  },
};

/** Word melts tables that touch into one and needs a paragraph after the last: the thinnest there is. It comes and goes with its table. */
function separatorXml(table: Table, changes: Changes): string {
  const own = tableMark(table);
  return paragraphXml(separatorStyle, '', { marks: marksXml((mark) => mark === own, changes) });
}
