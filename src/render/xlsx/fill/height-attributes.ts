// Reads how high a row of the file is, and writes it higher. A height that nobody set was measured by the program that wrote the file, for
// the placeholders: it goes.
import type { RowEdit } from './rows.js';
import { attributeOf, attributeValue, childOf, isOn, type Xml, type XmlElement } from './xml.js';

/** Points. */
export interface RowHeight {
  readonly isHidden: boolean;
  /** Null where the row is as high as programs find that its texts need. */
  readonly set: number | null;
  /** What it was measured as; null where that is no longer right. */
  readonly measured: number | null;
}

/** What a row of the filled sheet has to say. */
export interface NewHeight {
  /** Points. */
  readonly height: number;
  /** It is to stay, whatever programs measure. */
  readonly isSet: boolean;
}

/** Of rows that say nothing of their height. */
export interface UsualHeight {
  readonly height: number;
  /** Somebody set it: programs do not measure such rows. */
  readonly isSet: boolean;
  /** The largest size of font that fits in such a row, in points. */
  readonly fontSize: number;
}

/** `fontSize`: of the workbook's own font. */
export function usualHeight(xml: Xml, fontSize: number): UsualHeight {
  const format = childOf(xml.root, 'sheetFormatPr');
  const value = (name: string) => format && attributeValue(xml, format, name);
  return { height: Number(value('defaultRowHeight')) || 15, isSet: isOn(value('customHeight')), fontSize };
}

/** `isFilled`: it has placeholders. */
export function readHeight(xml: Xml, row: XmlElement, isFilled: boolean, usual: UsualHeight): RowHeight {
  const own = Number(attributeValue(xml, row, 'ht')) || null;
  const isOwn = own !== null && isOn(attributeValue(xml, row, 'customHeight'));
  const measured = isFilled ? null : own;
  return {
    isHidden: isOn(attributeValue(xml, row, 'hidden')),
    set: isOwn ? own : measured === null && usual.isSet ? usual.height : null,
    measured,
  };
}

export function heightEdits(xml: Xml, row: XmlElement, isFilled: boolean): readonly RowEdit[] {
  const [height, custom] = [attributeOf(xml, row, 'ht'), attributeOf(xml, row, 'customHeight')];
  const head = row.start + 1 + row.name.length;
  const { start, end } = height ?? { start: head, end: head };
  const isStale = height !== null && isFilled && !isOn(custom?.value);
  const written = ({ height: points, isSet }: NewHeight) => ` ht="${points}"${isSet ? ' customHeight="1"' : ''}`;
  const edits: RowEdit[] = [{ start, end, text: (at) => (at.height ? written(at.height) : isStale ? '' : null) }];
  if (custom) edits.push({ start: custom.start, end: custom.end, text: (at) => (at.height ? '' : null) });
  return edits;
}
