// Writes the content of a page: fills and borders first, then the texts in reading order, each marked for the structure tree.
// A page's y axis is turned downwards, so every text matrix turns its glyphs up again.
import type { Style, Theme } from '../../compose/theme.js';
import { borderLines } from './borders.js';
import { number } from './document.js';
import type { Block, Line, TextBlock } from './measure.js';
import type { Box, PageBoxes } from './paginate.js';

/** How much of the room beside or above a text stands before it. */
const shares = { left: 0, center: 0.5, right: 1, top: 0, middle: 0.5, bottom: 1 } as const;

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
  const out = [`1 0 0 -1 0 ${number(theme.paper.height)} cm`];
  drawGround(out, theme, boxes);
  const marked: (Block | null)[] = [];
  /** Draws between two operators; without anything to show, neither. */
  const within = (begin: string, text: PlacedText) => {
    const start = out.push(begin);
    drawText(out, text);
    const empty = out.length === start;
    if (empty) out.pop();
    else out.push('EMC');
    return !empty;
  };
  const mark = (tag: string, block: Block | null, text: PlacedText) => {
    if (within(`/${tag} <</MCID ${marked.length}>> BDC`, text)) marked.push(block);
  };
  if (title) mark('H1', null, title);
  for (const box of boxes) {
    const text = textOf(theme, box);
    if (box.repeated) within('/Artifact <</Type /Pagination>> BDC', text);
    else markParagraphs(box.block, text, mark);
  }
  if (footer) within('/Artifact <</Type /Pagination /Subtype /Footer>> BDC', footer);
  return { content: out.join('\n'), marked };
}

/**
 * Each paragraph is a marked content of its own, or whoever reads the page could not tell one from a line that the layout broke. All belong
 * to the cell; their tags tell which of them begins it (`TD`), which begin a paragraph (`P`), and what goes on from the page before (`Span`).
 */
function markParagraphs(
  block: Block,
  text: PlacedText,
  mark: (tag: string, block: Block, text: PlacedText) => void,
): void {
  const { lines, leading } = text.text;
  for (let from = text.from; from < text.to; ) {
    let to = from + 1;
    while (to < text.to && !lines[to]?.begins) to += 1;
    const first = block.cell.header ? 'TH' : 'TD';
    const tag = from === 0 ? first : lines[from]?.begins ? 'P' : 'Span';
    mark(tag, block, { ...text, top: text.top + (from - text.from) * leading, from, to });
    from = to;
  }
}

/** Fills and borders: no part of what the page says. */
function drawGround(out: string[], theme: Theme, boxes: PageBoxes): void {
  const start = out.push('/Artifact <</Type /Layout>> BDC');
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
  if (out.length === start) out.pop();
  else out.push('EMC');
}

function textOf(theme: Theme, { block, y, height, from, to }: Box): PlacedText {
  const spare = height - 2 * block.padding - (to - from) * block.leading;
  // A text that goes on over pages begins at the top of each.
  const whole = to - from === block.lines.length;
  const share = whole ? shares[block.style.valign] : 0;
  return {
    text: block,
    x: block.x + theme.padding.x,
    width: block.width - 2 * theme.padding.x,
    top: y + block.padding + spare * share,
    from,
    to,
  };
}

/** Adds the operators of a text; none when it has nothing to show. */
function drawText(out: string[], { text, x, width, top, from, to }: PlacedText): void {
  const { style, face, leading } = text;
  const { emBox } = face.font;
  // The em box stands in the middle of the line, whatever room the font asks for above and below.
  const baseLine = leading / 2 + (style.size * (emBox.top + emBox.bottom)) / 2;
  const share = shares[style.align];
  const colourOfText = `${colour(style.colour)} rg`;
  const strokes: string[] = [];
  let begun = false;
  for (let index = from; index < to; index += 1) {
    const line = text.lines[index] as Line;
    const y = top + (index - from) * leading + baseLine;
    let at = x + (width - line.width) * share;
    for (const span of line.spans) {
      if (span.hex !== '') {
        if (!begun) out.push('BT', `/${face.id} ${number(style.size)} Tf ${colourOfText}`);
        begun = true;
        if (span.mark) out.push(`${colour(markColours[span.mark])} rg`);
        out.push(`1 0 0 -1 ${number(at)} ${number(y)} Tm <${span.hex}> Tj`);
        if (span.mark) {
          out.push(colourOfText);
          strokes.push(strokeOf(span.mark, style, at, y, span.width));
        }
      }
      at += span.width;
    }
  }
  if (begun) out.push('ET', ...strokes);
}

/** The line under an inserted or through a deleted text. */
function strokeOf(mark: 'inserted' | 'deleted', { size }: Style, x: number, baseLine: number, width: number): string {
  const y = baseLine + size * (mark === 'inserted' ? 0.16 : -0.34);
  return `${colour(markColours[mark])} rg ${number(x)} ${number(y)} ${number(width)} ${number(size * 0.06)} re f`;
}

/** `#rrggbb` as three numbers from 0 to 1. */
function colour(hex: string): string {
  const all = Number.parseInt(hex.slice(1), 16);
  return `${channels[all >> 16]} ${channels[(all >> 8) & 0xff]} ${channels[all & 0xff]}`;
}

const channels = Array.from({ length: 256 }, (_, value) => number(value / 255));
