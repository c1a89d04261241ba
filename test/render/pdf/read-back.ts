// Reads PDFs back by programs other than the one that wrote them: poppler and pdf.js.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { getDocument, OPS, type PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { Grid } from '../../../src/compose/grid.js';
import type { Theme } from '../../../src/compose/theme.js';
import { pdf } from '../../../src/render/pdf/pdf.js';
import type { Meta } from '../../../src/render/renderer.js';
import { inFolder, runProgram } from '../../support/programs.js';
import { sampleTheme } from '../../support/sample-grid.js';
import { sampleOrigin } from '../../support/sample-origin.js';

export const meta: Meta = {
  title: '二级项目支出绩效目标申报表 区总工会工作经费',
  author: '深圳市深汕特别合作区组织人事局（本级）',
  code: '440313230031500605004',
  year: '2025',
  date: new Date('2025-01-01T00:00:00Z'),
  digest: '5eed'.repeat(16),
  origin: sampleOrigin,
};

/** The document; fails the test when there is none. */
export async function rendered(grid: Grid, theme: Theme = sampleTheme(), about: Meta = meta): Promise<Uint8Array> {
  const { value, findings } = await pdf.render(grid, theme, about);
  if (value === null) throw new Error(findings.map((finding) => finding.message.zh).join('\n'));
  return value;
}

/** Calls poppler's pdftotext. */
export function popplerText(bytes: Uint8Array, ...options: readonly string[]): Promise<string> {
  return inFolder((folder) => {
    const path = join(folder, 'document.pdf');
    writeFileSync(path, bytes);
    return runProgram('pdftotext', [...options, '-enc', 'UTF-8', path, '-']);
  });
}

/** The pages as plain bitmaps, three bytes a pixel. */
export function pictures(bytes: Uint8Array): Promise<readonly Buffer[]> {
  return inFolder((folder) => {
    const path = join(folder, 'document.pdf');
    writeFileSync(path, bytes);
    const count = Number(/^Pages:\s+(\d+)/m.exec(runProgram('pdfinfo', [path]))?.[1]);
    return Array.from({ length: count }, (_, index) => {
      const page = String(index + 1);
      const root = join(folder, `page${page}`);
      runProgram('pdftoppm', ['-r', '40', '-f', page, '-l', page, '-singlefile', path, root]);
      return readPpm(`${root}.ppm`);
    });
  });
}

function readPpm(path: string): Buffer {
  const file = readFileSync(path);
  // P6, width and height, depth, each on a line of its own; then the pixels.
  let start = 0;
  for (let line = 0; line < 3; line += 1) start = file.indexOf(10, start) + 1;
  return file.subarray(start);
}

export interface Piece {
  readonly text: string;
  /** Points, y of the base line from the paper's top edge. */
  readonly x: number;
  readonly y: number;
  readonly width: number;
  /** The marked content it stands in: an id of the structure tree, or null for what is no content. */
  readonly mark: string | null;
}

export interface ReadPage {
  readonly width: number;
  readonly height: number;
  readonly pieces: readonly Piece[];
  /** What every text operator shows, spaces and all. */
  readonly shown: readonly string[];
  /** The structure of the page, each leaf replaced by its text. */
  readonly tree: TreeNode;
}

export interface TreeNode {
  readonly role: string;
  readonly text: string;
  readonly children: readonly TreeNode[];
}

export interface ReadDocument {
  readonly pages: readonly ReadPage[];
  readonly info: Readonly<Record<string, unknown>>;
  readonly xmp: { get(name: string): unknown };
  readonly outline: readonly OutlineNode[];
  readonly displaysTitle: boolean;
  readonly tagged: boolean;
}

export interface OutlineNode {
  readonly title: string;
  /** From 1. */
  readonly page: number;
  /** Points from the paper's left and top edges. */
  readonly left: number;
  readonly top: number;
  readonly items: readonly OutlineNode[];
}

export async function readPdf(bytes: Uint8Array): Promise<ReadDocument> {
  const document = await getDocument({ data: new Uint8Array(bytes), verbosity: 0 }).promise;
  const pages = await Promise.all(
    Array.from({ length: document.numPages }, async (_, index) => readPage(await document.getPage(index + 1))),
  );
  const { info, metadata } = await document.getMetadata();
  const outlineNode = async (item: RawOutline): Promise<OutlineNode> => {
    const [ref, , left, top] = item.dest as [{ num: number; gen: number }, unknown, number, number];
    const page = (await document.getPageIndex(ref)) + 1;
    const items = await Promise.all(item.items.map(outlineNode));
    return { title: item.title, page, left, top: (pages[page - 1] as ReadPage).height - top, items };
  };
  const raw = ((await document.getOutline()) ?? []) as readonly RawOutline[];
  const preferences = (await document.getViewerPreferences()) as { DisplayDocTitle?: boolean } | null;
  const marks = (await document.getMarkInfo()) as { Marked?: boolean } | null;
  const read: ReadDocument = {
    pages,
    info: info as Record<string, unknown>,
    xmp: metadata as { get(name: string): unknown },
    outline: await Promise.all(raw.map(outlineNode)),
    displaysTitle: preferences?.DisplayDocTitle === true,
    tagged: marks?.Marked === true,
  };
  await document.destroy();
  return read;
}

interface RawOutline {
  readonly title: string;
  readonly dest: unknown;
  readonly items: readonly RawOutline[];
}

interface RawNode {
  readonly role?: string;
  readonly type?: string;
  readonly id?: string;
  readonly children?: readonly RawNode[];
}

async function readPage(page: PDFPageProxy): Promise<ReadPage> {
  const { width, height } = page.getViewport({ scale: 1 });
  const { items } = await page.getTextContent({ includeMarkedContent: true, disableNormalization: true });
  const pieces: Piece[] = [];
  const open: (string | null)[] = [];
  for (const item of items) {
    if ('type' in item) {
      if (item.type === 'endMarkedContent') open.pop();
      else open.push(item.id ?? null);
    } else if (item.height > 0 && item.str !== '') {
      const [, , , , x, y] = item.transform as [number, number, number, number, number, number];
      pieces.push({ text: item.str, x, y: height - y, width: item.width, mark: open.at(-1) ?? null });
    }
  }
  const textOf = (id: string) =>
    pieces
      .filter((piece) => piece.mark === id)
      .map((piece) => piece.text)
      .join('');
  const node = (raw: RawNode): TreeNode => {
    if (raw.type === 'content') return { role: 'content', text: textOf(raw.id ?? ''), children: [] };
    const children = (raw.children ?? []).map(node);
    return { role: raw.role ?? '', text: children.map((child) => child.text).join(''), children };
  };
  const { fnArray, argsArray } = await page.getOperatorList();
  const shown = argsArray
    .filter((_, index) => fnArray[index] === OPS.showText)
    .map(([glyphs]: [readonly { unicode: string }[]]) => glyphs.map((glyph) => glyph.unicode).join(''));
  return { width, height, pieces, shown, tree: node((await page.getStructTree()) as RawNode) };
}

/** Every node of a role, in reading order. */
export function nodes(tree: TreeNode, ...roles: readonly string[]): readonly TreeNode[] {
  const own = roles.includes(tree.role) ? [tree] : [];
  return [...own, ...tree.children.flatMap((child) => nodes(child, ...roles))];
}

/** A text without spaces and line breaks, which readers put in and leave out as they like. */
export function solid(text: string): string {
  return text.replace(/\s/gu, '');
}
