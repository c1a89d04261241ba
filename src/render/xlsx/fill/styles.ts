// Reads of a workbook's stylesheet which cells hold texts, whatever is put in: those of the number format @.
import { attributeValue, childOf, childrenOf, type Xml } from './xml.js';

const builtInText = '49';

/** By the number in a cell's `s`. */
export function textStyles(xml: Xml | null): (style: string | null) => boolean {
  if (!xml) return () => false;
  const own = childrenOf(childOf(xml.root, 'numFmts'), 'numFmt')
    .filter((format) => attributeValue(xml, format, 'formatCode') === '@')
    .map((format) => attributeValue(xml, format, 'numFmtId'));
  const ids = new Set([builtInText, ...own]);
  const are = childrenOf(childOf(xml.root, 'cellXfs'), 'xf').map((format) =>
    ids.has(attributeValue(xml, format, 'numFmtId')),
  );
  return (style) => are[Number(style ?? 0)] ?? false;
}
