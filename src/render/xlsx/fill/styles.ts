// Reads of a workbook's stylesheet what a cell's style says of the text in it: whether it is one, how it runs, in what size.
import { pixelsPerPoint } from '../columns.js';
import { attributeValue, childOf, childrenOf, isOn, type Xml, type XmlElement } from './xml.js';

export interface CellStyle {
  /** Its number format is @: it holds texts, whatever is put in. */
  readonly isText: boolean;
  /** Of the font, in points. */
  readonly size: number;
  /** Steps. */
  readonly indent: number;
  readonly wraps: boolean;
  /** Nothing is won by a higher row: its text is shrunk, or does not run from left to right. */
  readonly isFixed: boolean;
}

export interface Styles {
  /** By what stands in a cell's `s`. */
  of(style: string | null): CellStyle;
  /** Of the workbook's own font, in points. */
  readonly size: number;
  /** Screen pixels of a digit of that font, the unit of column widths. */
  readonly digit: number;
}

const builtInText = '49';
const usual: CellStyle = { isText: false, size: 11, indent: 0, wraps: false, isFixed: false };

/** Widths of digits in em; fonts that are not named here have none narrower. */
const digitEm: readonly (readonly [RegExp, number])[] = [
  [/Verdana|DejaVu/i, 0.636],
  [/Arial|Helvetica|Liberation Sans|Tahoma|Segoe/i, 0.55],
];

/** Screen pixels: of a Chinese font a digit is half a square, and that is rounded up. */
function digitOf({ size, name }: { readonly size: number; readonly name: string }): number {
  const em = size * pixelsPerPoint;
  if (/\p{sc=Han}|SimSun|SimHei|FangSong|KaiTi/iu.test(name)) return Math.ceil(em / 2);
  return Math.max(1, Math.round(em * (digitEm.find(([pattern]) => pattern.test(name))?.[1] ?? 0.5)));
}

export function readStyles(xml: Xml | null): Styles {
  const own = xml?.root;
  const list = (name: string, of: string) => childrenOf(childOf(own, name), of);
  const value = (element: XmlElement | null | undefined, name: string) =>
    xml && element ? attributeValue(xml, element, name) : null;
  const texts = list('numFmts', 'numFmt').filter((format) => value(format, 'formatCode') === '@');
  const ids = new Set<string | null>([builtInText, ...texts.map((format) => value(format, 'numFmtId'))]);
  const fonts = list('fonts', 'font').map((font) => ({
    size: Number(value(childOf(font, 'sz'), 'val')) || usual.size,
    name: value(childOf(font, 'name'), 'val') ?? '',
  }));
  const fontOf = (format: XmlElement | undefined) => fonts[Number(value(format, 'fontId'))];

  const styles = list('cellXfs', 'xf').map((format): CellStyle => {
    const alignment = childOf(format, 'alignment');
    const justified = [value(alignment, 'horizontal'), value(alignment, 'vertical')];
    const wraps =
      isOn(value(alignment, 'wrapText')) || justified.some((one) => /^(?:justify|distributed)$/.test(one ?? ''));
    const isTurned = !['0', null].includes(value(alignment, 'textRotation'));
    return {
      isText: ids.has(value(format, 'numFmtId')),
      size: fontOf(format)?.size ?? usual.size,
      indent: Number(value(alignment, 'indent') ?? 0) || 0,
      wraps,
      isFixed: isTurned || (!wraps && isOn(value(alignment, 'shrinkToFit'))),
    };
  });
  const font = fontOf(list('cellStyleXfs', 'xf')[0]) ?? fonts[0] ?? { size: usual.size, name: '' };
  return { of: (style) => styles[Number(style ?? 0)] ?? usual, size: font.size, digit: digitOf(font) };
}
