// Renders a grid as PDF/A: set the texts, place the rows on pages, draw, and only then embed what the pages used.
// Nothing is shaped or kerned: one code point is one glyph, which is all that Chinese forms need.
import type { Finding, Outcome } from '../../base/finding.js';
import { cellText, type Grid } from '../../compose/grid.js';
import { type Style, styleOf, type Theme } from '../../compose/theme.js';
import type { Meta, Renderer } from '../renderer.js';
import { attachSource } from './attachment.js';
import { writeBookmarks } from './bookmarks.js';
import { openFile } from './document.js';
import { drawPage, type PlacedText } from './draw.js';
import { embedFace } from './embed.js';
import { type Face, makeFace } from './face.js';
import { parseFont } from './font.js';
import { measureTables, measureText, type Setting } from './measure.js';
import { noGlyph, noGlyphAdvice, notTrueType, notTrueTypeAdvice } from './messages.js';
import { paginate } from './paginate.js';
import { writeTags } from './tags.js';

export const pdf: Renderer = {
  format: 'pdf',
  extension: '.pdf',
  render: async (grid, theme, meta) => render(grid, theme, meta),
};

function render(grid: Grid, theme: Theme, meta: Meta): Outcome<Uint8Array> {
  const faces = openFaces(theme);
  if (faces.findings.length > 0) return { value: null, findings: faces.findings };
  const { setting, findings } = setUp(theme, faces.byFile);

  const fixed = encodeLabels(setting, grid, [...faces.byFile.values()]);
  const title = placeTitle(setting, grid);
  const footers = footerSetter(setting);
  const rows = measureTables(setting, grid.tables);
  const { margin, paper } = theme;
  const pages = paginate(rows, {
    firstTop: title ? title.bottom : margin.top,
    top: margin.top,
    bottom: paper.height - Math.max(margin.bottom, footers.height),
  });
  const contents = pages.map((boxes, index) =>
    drawPage(theme, {
      boxes,
      title: index === 0 && title ? title.text : null,
      footer: footers.place(index + 1, pages.length),
    }),
  );
  if (findings.size > 0) return { value: null, findings: [...findings.values()] };

  const file = openFile(theme, meta);
  const drawn = contents.map(({ content, marked }) => ({ page: file.addPage(content), marked }));
  for (const face of faces.byFile.values()) {
    if (face.slots.length === 1) continue;
    const font = embedFace(file, face, fixed.get(face) ?? 0);
    for (const { page } of drawn) page.fonts[face.id] = font;
  }
  writeTags(
    file,
    rows,
    drawn.map(({ page, marked }) => ({ page: page.dictionary, marked })),
  );
  writeBookmarks(file.outline, grid.title, paper.width, rows, pages);
  if (meta.origin) attachSource(file, meta.origin.source, meta.date);
  return { value: file.finish(), findings: [] };
}

/** One face for each font file of the theme, and a finding for each that is none. */
function openFaces(theme: Theme) {
  const byFile = new Map<string, Face>();
  const findings: Finding[] = [];
  for (const [name, { file }] of Object.entries(theme.fonts)) {
    if (byFile.has(file.digest)) continue;
    const font = parseFont(file);
    if (font) byFile.set(file.digest, makeFace(`F${byFile.size + 1}`, font));
    else findings.push({ rule: 'render/font', level: 'error', message: notTrueType(name), advice: notTrueTypeAdvice });
  }
  return { byFile, findings };
}

/** Characters without a glyph become findings, each once a field. */
function setUp(theme: Theme, faces: ReadonlyMap<string, Face>) {
  const findings = new Map<string, Finding>();
  const setting: Setting = {
    theme,
    face(style) {
      const font = theme.fonts[style.font];
      const face = font && faces.get(font.file.digest);
      if (!face) throw new Error(`the theme has no font ${style.font}`);
      return face;
    },
    missing(codePoint, field) {
      const key = `${codePoint} ${field ?? ''}`;
      if (findings.has(key)) return;
      findings.set(key, {
        rule: 'render/no-glyph',
        level: 'error',
        message: noGlyph(codePoint),
        advice: noGlyphAdvice,
        about: String.fromCodePoint(codePoint),
        ...(field === null ? {} : { pointer: field }),
      });
    },
  };
  return { setting, findings };
}

/**
 * Gives the words that the form prints in every document the first glyphs of their faces, so that the fonts of all its
 * documents begin alike. By face, how many glyphs these are.
 */
function encodeLabels({ theme, face }: Setting, grid: Grid, faces: readonly Face[]): ReadonlyMap<Face, number> {
  const encode = (style: string, text: string) => {
    for (const line of text.split('\n')) face(styleOf(theme, style)).encode(line);
  };
  encode(grid.titleStyle, grid.title);
  encode(theme.footer.style, theme.footer.text.replace(/\{pages?\}/g, ''));
  for (const { rows } of grid.tables) {
    for (const { cells } of rows) {
      for (const cell of cells) if (cell.field === null) encode(cell.style, cellText(cell));
    }
  }
  return new Map(faces.map((each) => [each, each.slots.length]));
}

/** Sets a text over the width inside the margins. */
function setAcross(setting: Setting, style: Style, text: string): Omit<PlacedText, 'top'> {
  const { paper, margin } = setting.theme;
  const width = paper.width - margin.left - margin.right;
  const paragraphs = text.split('\n').map((line) => [{ text: line }]);
  const set = measureText(setting, style, paragraphs, width, null);
  return { text: set, x: margin.left, width, from: 0, to: set.lines.length };
}

/** The title at the top of the first page, and where the tables begin below it; null without a title. */
function placeTitle(setting: Setting, grid: Grid): { readonly text: PlacedText; readonly bottom: number } | null {
  if (grid.title === '') return null;
  const style = styleOf(setting.theme, grid.titleStyle);
  const across = setAcross(setting, style, grid.title);
  const { top } = setting.theme.margin;
  const bottom = top + across.to * across.text.leading + style.size / 2;
  return { text: { ...across, top }, bottom };
}

/** Footers stand in the middle of the bottom margin, which they widen where it is too low for them. */
function footerSetter(setting: Setting) {
  const { footer, margin, paper } = setting.theme;
  const style = styleOf(setting.theme, footer.style);
  const leading = style.size * setting.theme.lineHeight;
  const height = footer.text === '' ? 0 : leading * 1.5;
  return {
    height,
    place(page: number, pages: number): PlacedText | null {
      if (height === 0) return null;
      const text = footer.text.replaceAll('{page}', String(page)).replaceAll('{pages}', String(pages));
      const space = Math.max(margin.bottom, height);
      return { ...setAcross(setting, style, text), top: paper.height - (space + leading) / 2 };
    },
  };
}
