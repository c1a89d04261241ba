// Turns a grid into a workbook of one sheet that is both what is printed and what clerks fill in.
import { packZip, zipEntry } from '../../base/zip.js';
import { coreProperties, customProperties } from '../office-properties.js';
import type { Renderer } from '../renderer.js';
import { appProperties } from './app-properties.js';
import { faultsOf } from './faults.js';
import { frameOf } from './frame.js';
import { layOut } from './layout.js';
import { sharedStrings } from './shared-strings.js';
import { sheetName, workbookPart } from './workbook.js';
import { worksheetPart } from './worksheet.js';

export const xlsx: Renderer = {
  format: 'xlsx',
  extension: '.xlsx',
  async render(grid, theme, meta) {
    const layout = layOut(grid, theme);
    const findings = layout.cells.flatMap(({ cell }) => faultsOf(cell));
    if (findings.length > 0) return { value: null, findings };

    const frame = frameOf(theme);
    const name = sheetName(grid.title);
    const strings = sharedStrings();
    const sheet = worksheetPart(layout, theme, frame, strings);
    const value = packZip([
      ...frame.entries,
      zipEntry('xl/worksheets/sheet1.xml', sheet),
      zipEntry('xl/sharedStrings.xml', strings.xml()),
      zipEntry('xl/workbook.xml', workbookPart(name, layout)),
      zipEntry('docProps/core.xml', coreProperties(meta)),
      zipEntry('docProps/app.xml', appProperties(name)),
      zipEntry('docProps/custom.xml', customProperties(meta)),
    ]);
    return { value, findings };
  },
};
