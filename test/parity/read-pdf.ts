// Reads PDFs by two programs: poppler gives the cells of the structure tree, pdf.js what each line of a cell shows.
import { execFile } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { getDocument, OPS, type PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { inFolder } from '../support/programs.js';
import type { ReadForm } from './compare.js';

export interface PopplerReading {
  readonly form: ReadForm;
  /** The text as it is copied, in the order of the pages' contents. */
  readonly raw: string;
}

/** pdfinfo draws the page anew for each marked content and takes seconds: calls overlap. */
export function readByPoppler(bytes: Uint8Array): Promise<PopplerReading> {
  return inFolder(async (folder) => {
    const path = join(folder, 'document.pdf');
    writeFileSync(path, bytes);
    const [structure, raw] = await Promise.all([
      poppler('pdfinfo', ['-enc', 'UTF-8', '-struct-text', path]),
      poppler('pdftotext', ['-enc', 'UTF-8', '-raw', path, '-']),
    ]);
    return { form: readStructure(structure), raw };
  });
}

async function poppler(program: 'pdfinfo' | 'pdftotext', args: readonly string[]): Promise<string> {
  return (await promisify(execFile)(program, args, { maxBuffer: 64 * 1024 * 1024 })).stdout;
}

/** One element or one `"text"` a line, indented by its depth; a cell on two pages has two texts. */
function readStructure(printed: string): ReadForm {
  let title = '';
  const rows: { text: string }[][] = [];
  let inCell = false;
  for (const line of printed.split('\n')) {
    const said = line.trimStart();
    if (said === 'TR') rows.push([]);
    else if (/^(TH|TD)\b/.test(said)) {
      rows.at(-1)?.push({ text: '' });
      inCell = true;
    } else if (said.startsWith('"') && line.endsWith('"')) {
      const text = said.slice(1, -1);
      const cell = rows.at(-1)?.at(-1);
      if (inCell && cell) cell.text += text;
      else title += text;
    }
  }
  return { title, rows };
}

/** A cell, or the part of it on one page: its lines as they were drawn, an empty one where a line was left out. */
export type Part = readonly string[];

export interface PartsOfPage {
  readonly title: string;
  /** The cells of each row that show anything. */
  readonly rows: readonly (readonly Part[])[];
}

interface Node {
  readonly role?: string;
  readonly id?: string;
  readonly children?: readonly Node[];
}

/** `lineHeight` is the theme's: base lines lie that many font sizes apart. */
export async function readByPdfJs(bytes: Uint8Array, lineHeight: number): Promise<readonly PartsOfPage[]> {
  const document = await getDocument({ data: new Uint8Array(bytes), verbosity: 0 }).promise;
  const pages: PartsOfPage[] = [];
  for (let number = 1; number <= document.numPages; number += 1) {
    pages.push(await readPage(await document.getPage(number), lineHeight));
  }
  await document.destroy();
  return pages;
}

async function readPage(page: PDFPageProxy, lineHeight: number): Promise<PartsOfPage> {
  const marked = await linesByMark(page);
  const partOf = (node: Node): Part => {
    const lines = all(node, 'content').flatMap(({ id }) => marked.get(markOf(id)) ?? []);
    return lines.flatMap(({ text, y, size }, index) => {
      const down = index === 0 ? 1 : Math.round((y - (lines[index - 1] as DrawnLine).y) / (size * lineHeight));
      return [...Array.from({ length: down - 1 }, () => ''), text];
    });
  };
  const tree = (await page.getStructTree()) as Node;
  return {
    title: all(tree, 'H1').flatMap(partOf).join(''),
    rows: all(tree, 'TR').map((row) => all(row, 'TH', 'TD').map(partOf)),
  };
}

/** pdf.js names marked contents `p12R_mc3`: object of the page, number of the content. */
function markOf(id: string | undefined): number {
  return Number(/_mc(\d+)$/.exec(id ?? '')?.[1] ?? -1);
}

/** Every node of a role in reading order; the leaves, which have no role, count as `content`. */
function all(node: Node, ...roles: readonly string[]): readonly Node[] {
  const role = node.id === undefined ? (node.role ?? '') : 'content';
  if (roles.includes(role)) return [node];
  return (node.children ?? []).flatMap((child) => all(child, ...roles));
}

interface DrawnLine {
  readonly text: string;
  readonly y: number;
  readonly size: number;
}

/** Of each marked content the texts shown, one for each base line. getTextContent() would make the spaces up. */
async function linesByMark(page: PDFPageProxy): Promise<ReadonlyMap<number, readonly DrawnLine[]>> {
  const { fnArray, argsArray } = await page.getOperatorList();
  const marks = new Map<number, DrawnLine[]>();
  const open: (number | null)[] = [];
  let size = 0;
  let y = 0;
  fnArray.forEach((operator, index) => {
    const args = argsArray[index] as readonly unknown[];
    if (operator === OPS.beginMarkedContent) open.push(null);
    else if (operator === OPS.beginMarkedContentProps) open.push(args[1] as number | null);
    else if (operator === OPS.endMarkedContent) open.pop();
    else if (operator === OPS.setFont) size = args[1] as number;
    else if (operator === OPS.setTextMatrix) y = args[5] as number;
    else if (operator === OPS.showText) {
      const mark = open.at(-1);
      if (mark === null || mark === undefined) return;
      const lines = marks.get(mark) ?? [];
      marks.set(mark, lines);
      const text = (args[0] as readonly { unicode: string }[]).map(({ unicode }) => unicode).join('');
      const before = lines.at(-1)?.y === y ? (lines.pop()?.text ?? '') : '';
      lines.push({ text: before + text, y, size });
    }
  });
  return marks;
}
