// Makes what all workbooks of one theme share, once: the stylesheet, by exceljs, and the parts that never change, deflated.
// Of a workbook's time nearly all was exceljs turning the same objects into the same XML again.
import StylesXform from 'exceljs/lib/xlsx/xform/style/styles-xform.js';
import officeTheme from 'exceljs/lib/xlsx/xml/theme1.js';
import { type ZipEntry, zipEntry } from '../../base/zip.js';
import type { Theme } from '../../compose/theme.js';
import { cellFormat } from './cell-format.js';
import { contentTypes, packageRelations, workbookRelations } from './parts.js';

/** For cells of one style: the indices of their formats in the stylesheet. */
export interface FormatIndices {
  readonly text: number;
  readonly number: number;
}

export interface Frame {
  /** `style` is a key of the theme's styles; throws when it is none. */
  formatsOf(style: string): FormatIndices;
  /** The parts that are the same in every workbook. */
  readonly entries: readonly ZipEntry[];
}

/**
 * The font in whose digits a workbook counts column widths; no cell is set in it. exceljs always says Calibri as the theme's
 * font, which a Chinese Excel takes for 宋体, and the columns change. Verdana is on every Windows and has its metrics in
 * DejaVu Sans, LibreOffice's substitute, and at this size a digit is 8 pixels in Excel and 6.05 points in LibreOffice.
 */
const measureFont = '<font><sz val="9.5"/><name val="Verdana"/><family val="2"/></font>';

/** Pixels of a digit of that font: the unit of column widths. */
export const digitPixels = 8;

const frames = new WeakMap<Theme, Frame>();

export function frameOf(theme: Theme): Frame {
  const frame = frames.get(theme) ?? makeFrame(theme);
  frames.set(theme, frame);
  return frame;
}

function makeFrame(theme: Theme): Frame {
  const stylesheet = new StylesXform(true);
  const formats = new Map<string, FormatIndices>();
  for (const [key, style] of Object.entries(theme.styles)) {
    const index = (number: boolean) => stylesheet.addStyleModel(cellFormat(style, theme, number));
    formats.set(key, { text: index(false), number: index(true) });
  }
  const entries = [
    zipEntry('[Content_Types].xml', contentTypes),
    zipEntry('_rels/.rels', packageRelations),
    zipEntry('xl/_rels/workbook.xml.rels', workbookRelations),
    zipEntry('xl/theme/theme1.xml', officeTheme),
    zipEntry('xl/styles.xml', stylesheet.xml.replace(/<font>.*?<\/font>/s, measureFont)),
  ];
  return {
    formatsOf(style) {
      const found = formats.get(style);
      if (!found) throw new Error(`the theme has no style ${style}`);
      return found;
    },
    entries,
  };
}
