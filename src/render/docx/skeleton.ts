// Makes what all documents of one theme have in common, once: the package around the text, by docx, deflated already.
// No text of a form goes through docx: that takes most of its time and turns some texts into numbers or fields.
import { unpackZip, type ZipEntry, zipEntry } from '../../base/zip.js';
import { styleOf, type Theme } from '../../compose/theme.js';
import { footerPart } from './footer-part.js';
import { twips } from './lengths.js';
import { settingsPart } from './settings-part.js';
import { stylesPart } from './styles-part.js';

export interface Skeleton {
  /** All parts but those of `varying`. */
  readonly parts: readonly ZipEntry[];
  /** The part of the text up to its first paragraph. */
  readonly opening: string;
  /** The part of the text from the section's properties on; they name the footer's part as docx numbered it. */
  readonly closing: string;
}

/** The parts that differ from document to document. */
export const varying = {
  text: 'word/document.xml',
  core: 'docProps/core.xml',
  custom: 'docProps/custom.xml',
} as const;

const names: ReadonlySet<string> = new Set(Object.values(varying));

/** By theme, and by the style of the title. */
const kept = new WeakMap<Theme, Map<string, Promise<Skeleton>>>();

export function skeletonOf(theme: Theme, titleStyle: string): Promise<Skeleton> {
  const ofTheme = kept.get(theme) ?? new Map<string, Promise<Skeleton>>();
  kept.set(theme, ofTheme);
  const skeleton = ofTheme.get(titleStyle) ?? makeSkeleton(theme, titleStyle);
  ofTheme.set(titleStyle, skeleton);
  return skeleton;
}

/** docx is loaded here, not with this file. */
async function makeSkeleton(theme: Theme, titleStyle: string): Promise<Skeleton> {
  const { Document, Footer, Packer, PageOrientation } = await import('docx');
  const { landscape } = theme.paper;
  const orientation = landscape ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT;
  const { size, margin } = page(theme);
  const empty = new Document({
    sections: [
      {
        properties: { page: { size: { ...size, orientation }, margin } },
        footers: { default: new Footer({ children: [] }) },
        children: [],
      },
    ],
  });
  const packed = await Packer.toBuffer(empty, undefined, [
    { path: 'word/styles.xml', data: stylesPart(theme, titleStyle) },
    { path: 'word/settings.xml', data: settingsPart },
    { path: 'word/footer1.xml', data: footerPart(theme) },
  ]);
  const files = unpackZip(packed);
  const [opening = '', closing = ''] = Buffer.from(files[varying.text] ?? [])
    .toString()
    .split(/(?=<w:sectPr>)/);
  const fixed = Object.entries(files).filter(([name]) => !names.has(name));
  return { parts: fixed.map(([name, content]) => zipEntry(name, content)), opening, closing };
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
    size: { width: short, height: long },
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
