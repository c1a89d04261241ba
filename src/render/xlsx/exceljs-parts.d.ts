// Types of the two files of exceljs that are used: exceljs as a whole takes 0.2 s to load, these take 0.03 s.
// Their paths are no promise of exceljs; package.json names one exact version.
declare module 'exceljs/lib/xlsx/xform/style/styles-xform.js' {
  import type { Style } from 'exceljs';

  /** Gathers the formats of cells into a stylesheet. */
  export default class StylesXform {
    /** With `true` it begins with what every stylesheet holds. */
    constructor(initialise: true);
    /** The index a cell gives as its `s`; equal formats have one. */
    addStyleModel(format: Partial<Style>): number;
    /** The part xl/styles.xml. */
    readonly xml: string;
  }
}

declare module 'exceljs/lib/xlsx/xml/theme1.js' {
  /** The part xl/theme/theme1.xml: the colours and fonts of Office. */
  const xml: string;
  export default xml;
}
