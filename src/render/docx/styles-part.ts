// Turns the theme's styles into word/styles.xml: each becomes a paragraph style, so that cells only name theirs.
// docx cannot switch off the document grid, nor the space that Word puts between Chinese and Latin text.

import { escapeXml } from '../../base/xml.js';
import { type Style, styleOf, type Theme } from '../../compose/theme.js';
import { xmlHead } from '../office-properties.js';
import { halfPoints, hex, twips } from './lengths.js';
import { wordNamespace } from './namespace.js';

export const titleStyle = 'Heading1';
export const separatorStyle = 'Separator';

/** Kinsoku keeps 禁则; without overflowPunct no punctuation hangs out of a cell. LibreOffice 7 heeds neither autoSpace. */
const typesetting = [
  '<w:kinsoku w:val="1"/><w:overflowPunct w:val="0"/><w:autoSpaceDE w:val="0"/><w:autoSpaceDN w:val="0"/>',
  '<w:adjustRightInd w:val="0"/><w:snapToGrid w:val="0"/><w:spacing w:before="0" w:after="0"/>',
].join('');

/** Gives each key of the theme's styles an id that Word accepts, whatever its characters. */
export function nameStyles(theme: Theme): (key: string) => string {
  const keys = Object.keys(theme.styles);
  return (key) => `Form${keys.indexOf(key) + 1}`;
}

export function stylesPart(theme: Theme, title: string): string {
  const idOf = nameStyles(theme);
  const footer = styleOf(theme, theme.footer.style);
  return [
    xmlHead,
    `<w:styles ${wordNamespace}>`,
    '<w:docDefaults>',
    `<w:rPrDefault><w:rPr>${look(theme, footer)}<w:lang w:val="en-US" w:eastAsia="zh-CN" w:bidi="ar-SA"/></w:rPr></w:rPrDefault>`,
    `<w:pPrDefault><w:pPr>${typesetting}</w:pPr></w:pPrDefault>`,
    '</w:docDefaults>',
    '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style>',
    '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:semiHidden/></w:style>',
    heading(theme, styleOf(theme, title)),
    separator,
    ...Object.entries(theme.styles).map(([key, style]) =>
      paragraphStyle(idOf(key), `申报 ${key}`, spacing(theme, style) + justification(style), look(theme, style)),
    ),
    '</w:styles>',
  ].join('');
}

function heading(theme: Theme, style: Style): string {
  const properties = `<w:keepNext/>${spacing(theme, style, twips(style.size / 2))}${justification(style)}<w:outlineLvl w:val="0"/>`;
  return paragraphStyle(titleStyle, 'heading 1', properties, look(theme, style), false);
}

/** The paragraph between two tables: as good as no height, so that their borders meet. */
const separator = paragraphStyle(
  separatorStyle,
  '申报 separator',
  '<w:widowControl w:val="0"/><w:spacing w:line="1" w:lineRule="exact"/>',
  '<w:sz w:val="2"/><w:szCs w:val="2"/>',
);

function paragraphStyle(id: string, name: string, paragraph: string, run: string, custom = true): string {
  return [
    `<w:style w:type="paragraph" ${custom ? 'w:customStyle="1" ' : ''}w:styleId="${id}">`,
    `<w:name w:val="${escapeXml(name)}"/><w:basedOn w:val="Normal"/><w:qFormat/>`,
    `<w:pPr>${paragraph}</w:pPr><w:rPr>${run}</w:rPr></w:style>`,
  ].join('');
}

/** Lines of exact height: a multiple would grow with whatever font a machine puts in place of 宋体. */
function spacing(theme: Theme, style: Style, after = 0): string {
  const line = twips(style.size * theme.lineHeight);
  return `<w:spacing w:before="0" w:after="${after}" w:line="${line}" w:lineRule="exact"/>`;
}

function justification(style: Style): string {
  return `<w:jc w:val="${style.align}"/>`;
}

function look(theme: Theme, style: Style): string {
  const font = theme.fonts[style.font];
  if (!font) throw new Error(`the theme has no font ${style.font}`);
  const name = escapeXml(font.office);
  const size = halfPoints(style.size);
  return [
    `<w:rFonts w:hint="eastAsia" w:ascii="${name}" w:hAnsi="${name}" w:eastAsia="${name}" w:cs="${name}"/>`,
    `<w:color w:val="${hex(style.colour)}"/><w:sz w:val="${size}"/><w:szCs w:val="${size}"/>`,
  ].join('');
}
