// Puts the whole Word file together: one section with title, tables and footer, and the parts that docx cannot express.
// docx writes "now" into core.xml and into the zip: core.xml is replaced, the archive packed anew with fixed times.
import { Document, Footer, Packer, PageOrientation, Paragraph } from 'docx';
import { packZip, unpackZip, zipEntry } from '../../base/zip.js';
import type { Grid } from '../../compose/grid.js';
import { styleOf, type Theme } from '../../compose/theme.js';
import type { Meta } from '../renderer.js';
import { changesOn } from './changes.js';
import { corePart } from './core-part.js';
import { twips } from './lengths.js';
import { footerRuns, titleRuns } from './runs.js';
import { settingsPart } from './settings-part.js';
import { nameStyles, separatorStyle, stylesPart, titleStyle } from './styles-part.js';
import { makeTables } from './table.js';

export async function makeDocument(grid: Grid, theme: Theme, meta: Meta): Promise<Uint8Array> {
  const styleId = nameStyles(theme);
  const document = new Document({
    customProperties: [
      ...(meta.code === null ? [] : [{ name: 'code', value: meta.code }]),
      { name: 'digest', value: meta.digest },
    ],
    sections: [
      {
        properties: { page: page(theme) },
        footers: {
          default: new Footer({
            children: [new Paragraph({ style: styleId(theme.footer.style), children: footerRuns(theme.footer.text) })],
          }),
        },
        children: [
          ...(grid.title === '' ? [] : [new Paragraph({ style: titleStyle, children: titleRuns(grid.title) })]),
          // Word melts tables that touch into one and needs a paragraph after the last: the thinnest there is.
          ...makeTables(grid.tables, theme, styleId, changesOn(meta.date)).flatMap((table) => [
            table,
            new Paragraph({ style: separatorStyle }),
          ]),
        ],
      },
    ],
  });
  const packed = await Packer.toBuffer(document, undefined, [
    { path: 'docProps/core.xml', data: corePart(meta) },
    { path: 'word/styles.xml', data: stylesPart(theme, grid.titleStyle) },
    { path: 'word/settings.xml', data: settingsPart },
  ]);
  return packZip(Object.entries(unpackZip(packed)).map(([name, content]) => zipEntry(name, content)));
}

/** The footer stands in the middle of the lower margin, which it widens where that is too low for it, as in the PDF. */
function page(theme: Theme) {
  const { paper, margin } = theme;
  const footer = styleOf(theme, theme.footer.style);
  const line = footer.size * theme.lineHeight;
  const bottom = theme.footer.text === '' ? margin.bottom : Math.max(margin.bottom, line * 1.5);
  const [long, short] = [twips(Math.max(paper.width, paper.height)), twips(Math.min(paper.width, paper.height))];
  return {
    // docx swaps the two when the page is turned.
    size: {
      width: short,
      height: long,
      orientation: paper.landscape ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT,
    },
    margin: {
      top: twips(margin.top),
      right: twips(margin.right),
      bottom: twips(bottom),
      left: twips(margin.left),
      header: 0,
      footer: twips(Math.max(0, bottom - line) / 2),
      gutter: 0,
    },
  };
}
