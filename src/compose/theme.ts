// How the form looks: paper, fonts, sizes, colours, widths. Lengths are points unless a name says otherwise.

/** One typeface under its several names. */
export interface Font {
  /** What Word and Excel name, e.g. 宋体. */
  readonly office: string;
  /** A CSS font-family list for the page. */
  readonly css: string;
  /** The TrueType file that a PDF embeds; read once, on first use. */
  readonly file: FontFile;
}

export interface FontFile {
  /** Content digest: equal digests, equal bytes. */
  readonly digest: string;
  bytes(): Uint8Array;
}

export interface Style {
  /** A key of `Theme.fonts`. */
  readonly font: string;
  /** Points. */
  readonly size: number;
  readonly align: 'left' | 'center' | 'right';
  readonly valign: 'top' | 'middle' | 'bottom';
  /** `#rrggbb`. */
  readonly colour: string;
  /** Background, `#rrggbb`, or null for none. */
  readonly fill: string | null;
  /** Whether the cell has its borders drawn. */
  readonly border: boolean;
  /** A cell the finance system fills: locked in the workbook. */
  readonly locked: boolean;
  /** The workbook's number format for an amount. */
  readonly format: string;
}

export interface Theme {
  /** The sheet, points, already turned to the orientation: A4 landscape is 841.89 × 595.28. */
  readonly paper: {
    readonly name: 'A4' | 'A3';
    readonly landscape: boolean;
    readonly width: number;
    readonly height: number;
  };
  readonly margin: { readonly top: number; readonly right: number; readonly bottom: number; readonly left: number };
  /** Space between a cell's border and its text, left and right / above and below. */
  readonly padding: { readonly x: number; readonly y: number };
  /** Distance of base lines as a multiple of the font size. */
  readonly lineHeight: number;
  readonly border: { readonly width: number; readonly colour: string };
  readonly fonts: Readonly<Record<string, Font>>;
  /** Width shares by column class; a table's shares are scaled to the paper inside the margins. */
  readonly columns: Readonly<Record<string, number>>;
  readonly styles: Readonly<Record<string, Style>>;
  /** Printed at the foot of each page; `{page}` and `{pages}` stand for the numbers, e.g. `第 {page} 页 共 {pages} 页`. */
  readonly footer: { readonly text: string; readonly style: string };
}

/** A style by its key. Templates and themes are checked for unknown ones long before anything is rendered. */
export function styleOf(theme: Theme, key: string): Style {
  const style = theme.styles[key];
  if (!style) throw new Error(`the theme has no style ${key}`);
  return style;
}

/** Column widths of one table, points, adding up to the width inside the margins. */
export function columnWidths(theme: Theme, columns: readonly string[]): readonly number[] {
  const inside = theme.paper.width - theme.margin.left - theme.margin.right;
  const shares = columns.map((column) => theme.columns[column] ?? 0);
  const sum = shares.reduce((total, share) => total + share, 0);
  return shares.map((share) => (share / sum) * inside);
}
