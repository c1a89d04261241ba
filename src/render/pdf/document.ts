// pdfkit as this renderer uses it: pages, objects, metadata and output intent; texts, fonts and tags are written by hand.
// What pdfkit's types do not tell of the members used here is told by the interface below; test/render/pdf notices a change.
import PDFDocument from 'pdfkit';
import { escapeXml } from '../../base/xml.js';
import type { Theme } from '../../compose/theme.js';
import type { Meta } from '../renderer.js';

/** An object of the file, referred to from others. */
export interface Ref {
  readonly data: Record<string, unknown>;
  end(data?: Uint8Array): void;
}

interface Page {
  readonly dictionary: Ref;
  readonly fonts: Record<string, Ref>;
  readonly content: Ref;
}

export interface OutlineItem {
  /** `pageNumber` counts from 0, `top` from the paper's upper edge, and `left`, against the documentation, from its right edge. */
  addItem(title: string, place: { pageNumber: number; top: number; left: number; expanded?: boolean }): OutlineItem;
}

/** The undocumented part of pdfkit's document. */
interface Internals {
  readonly page: Page;
  readonly outline: OutlineItem;
  readonly info: Record<string, unknown>;
  readonly _root: { readonly data: { readonly StructTreeRoot: Ref } };
  ref(data: object): Ref;
}

export interface PdfFile {
  readonly outline: OutlineItem;
  readonly structure: Ref;
  ref(data: object): Ref;
  /** Adds a page; fonts may be registered in it until `finish`. */
  addPage(content: string): Page;
  /** The bytes of the file. */
  finish(): Uint8Array;
}

/** Keeps what it writes: all is there when `end()` returns, a stream would only add turns of the event loop. */
class CollectedDocument extends PDFDocument {
  // pdfkit writes while it is constructed, before a field of this class is set up.
  declare chunks: Uint8Array[] | undefined;

  override push(chunk: Uint8Array | null): boolean {
    this.chunks ??= [];
    if (chunk) this.chunks.push(chunk);
    return true;
  }

  /** pdfkit copies the info into XML without escaping; the info dictionary is written by then. */
  override endMetadata(): void {
    const info = (this as unknown as Internals).info;
    for (const [key, value] of Object.entries(info)) {
      if (typeof value === 'string') info[key] = toXml(value);
    }
    super.endMetadata();
  }
}

/** XML has no way at all to write a control character or half a surrogate pair. */
function toXml(text: string): string {
  return escapeXml(text.replace(/[\p{Cc}\p{Cs}\ufffe\uffff]/gu, ''));
}

/** A PDF/A-2a file to be filled. Its ID is a hash of the info dictionary, so the digest in it makes it the content's own. */
export function openFile(theme: Theme, meta: Meta): PdfFile {
  const document = new CollectedDocument({
    pdfVersion: '1.7',
    subset: 'PDF/A-2a' as 'PDF/A-2',
    tagged: true,
    lang: 'zh-CN',
    displayTitle: true,
    autoFirstPage: false,
    font: '', // or pdfkit parses Helvetica for each document
    bufferPages: true,
    size: [theme.paper.width, theme.paper.height],
    margin: 0,
    info: {
      Title: meta.title,
      ...(meta.author === null ? {} : { Author: meta.author }),
      ...(meta.code === null ? {} : { Subject: meta.code }),
      Keywords: `sha256:${meta.digest}`,
      Creator: 'shenbao',
      CreationDate: meta.date,
      ModDate: meta.date,
    },
  });
  const internals = document as unknown as Internals;
  return {
    outline: internals.outline,
    structure: internals._root.data.StructTreeRoot,
    ref: (data) => internals.ref(data),
    addPage(content) {
      document.addPage();
      document.addContent(content);
      return internals.page;
    },
    finish() {
      document.end();
      return Buffer.concat(document.chunks ?? []);
    },
  };
}
