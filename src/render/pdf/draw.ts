// Writes the content of a page: fills and borders first, then the texts in reading order, each marked for the structure tree.
// pdfkit turns a page's y axis downwards, so every text matrix turns its glyphs up again.
import type { Style, Theme } from '../../compose/theme.js';
import { borderLines } from './borders.js';
import type { Block, Line, TextBlock } from './measure.js';
import type { Box, PageBoxes } from './paginate.js';

const markColours = { inserted: '#0b5cad', deleted: '#c00000' } as const;

/** A text and where it stands; `top` is the upper edge of its first line. */
export interface PlacedText {
  readonly text: TextBlock;
  readonly x: number;
  readonly width: number;
  readonly top: number;
  readonly from: number;
  readonly to: number;
}

export interface PageContent {
  readonly content: string;
  /** What each marked-content number of the page shows, in order: a cell, or null for the title. */
  readonly marked: readonly (Block | null)[];
}

export interface PageParts {
  readonly boxes: PageBoxes;
  readonly title: PlacedText | null;
  readonly footer: PlacedText | null;
}

export function drawPage(theme: Theme, { boxes, title, footer }: PageParts): PageContent {
  const out: string[] = [...drawGround(theme, boxes)];
  const marked: (Block | null)[] = [];
  const mark = (tag: string, block: Block | null, text: PlacedText) => {
    const drawn = drawText(text);
    if (drawn.length === 0) return;
    out.push(`/${tag} <</MCID ${marked.length}>> BDC`, ...drawn, 'EMC');
    marked.push(block);
  };
  if (title) mark('H1', null, title);
  for (const box of boxes) {
    const text = textOf(theme, box);
    if (box.repeated) out.push('/Artifact <</Type /Pagination>> BDC', ...drawText(text), 'EMC');
    else mark(box.block.cell.header ? 'TH' : 'TD', box.block, text);
  }
  if (footer) out.push('/Artifact <</Type /Pagination /Subtype /Footer>> BDC', ...drawText(footer), 'EMC');
  return { content: out.join('\n'), marked };
}

/** Fills and borders: no part of what the page says. */
function drawGround(theme: Theme, boxes: PageBoxes): readonly string[] {
  const out: string[] = [];
  for (const { block, y, height } of boxes) {
    if (block.style.fill === null) continue;
    out.push(
      `${colour(block.style.fill)} rg ${number(block.x)} ${number(y)} ${number(block.width)} ${number(height)} re f`,
    );
  }
  const lines = borderLines(boxes);
  if (lines.length > 0 && theme.border.width > 0) {
    // Projecting ends close the corners.
    out.push(`${colour(theme.border.colour)} RG ${number(theme.border.width)} w 2 J`);
    for (const [x1, y1, x2, y2] of lines) out.push(`${number(x1)} ${number(y1)} m ${number(x2)} ${number(y2)} l`);
    out.push('S');
  }
  return out.length > 0 ? ['/Artifact <</Type /Layout>> BDC', ...out, 'EMC'] : [];
}

function textOf(theme: Theme, { block, y, height, from, to }: Box): PlacedText {
  const spare = height - 2 * block.padding - (to - from) * block.leading;
  // A text that goes on over pages begins at the top of each.
  const whole = to - from === block.lines.length;
  const share = whole ? { top: 0, middle: 0.5, bottom: 1 }[block.style.valign] : 0;
  return {
    text: block,
    x: block.x + theme.padding.x,
    width: block.width - 2 * theme.padding.x,
    top: y + block.padding + spare * share,
    from,
    to,
  };
}

/** The operators of a text; none when it has nothing to show. */
function drawText({ text, x, width, top, from, to }: PlacedText): readonly string[] {
  const { style, face, leading } = text;
  const { emBox } = face.font;
  // The em box stands in the middle of the line, whatever room the font asks for above and below.
  const baseLine = leading / 2 + (style.size * (emBox.top + emBox.bottom)) / 2;
  const shown: string[] = [];
  const strokes: string[] = [];
  for (let index = from; index < to; index += 1) {
    const line = text.lines[index] as Line;
    const y = top + (index - from) * leading + baseLine;
    let at = x + (width - line.width) * { left: 0, center: 0.5, right: 1 }[style.align];
    for (const span of line.spans) {
      if (span.hex !== '') {
        if (span.mark) shown.push(`${colour(markColours[span.mark])} rg`);
        shown.push(`1 0 0 -1 ${number(at)} ${number(y)} Tm <${span.hex}> Tj`);
        if (span.mark) {
          shown.push(`${colour(style.colour)} rg`);
          strokes.push(strokeOf(span.mark, style, at, y, span.width));
        }
      }
      at += span.width;
    }
  }
  if (shown.length === 0) return [];
  return ['BT', `/${face.id} ${number(style.size)} Tf ${colour(style.colour)} rg`, ...shown, 'ET', ...strokes];
}

/** The line under an inserted or through a deleted text. */
function strokeOf(mark: 'inserted' | 'deleted', { size }: Style, x: number, baseLine: number, width: number): string {
  const y = baseLine + size * (mark === 'inserted' ? 0.16 : -0.34);
  return `${colour(markColours[mark])} rg ${number(x)} ${number(y)} ${number(width)} ${number(size * 0.06)} re f`;
}

/** `#rrggbb` as three numbers from 0 to 1. */
function colour(hex: string): string {
  return [1, 3, 5].map((at) => number(Number.parseInt(hex.slice(at, at + 2), 16) / 255)).join(' ');
}

/** A number as PDF writes it: no exponent, no more than three decimals. */
function number(value: number): string {
  return String(Math.round(value * 1000) / 1000);
}
