// pdfkit as this renderer uses it: pages, objects, metadata and output intent; texts, fonts and tags are written by hand.
// What pdfkit's types do not tell of the members used here is told by the interfaces below; test/render/pdf notices a change.
import PDFDocument from 'pdfkit';
import { escapeXml } from '../../base/xml.js';
import type { Theme } from '../../compose/theme.js';
import { provenanceLine } from '../provenance.js';
import type { Meta } from '../renderer.js';
import { deflate } from './deflate.js';

/** An object of the file; as a string, what other objects refer to it by. */
export interface Ref {
  toString(): string;
}

/** An object that pdfkit writes. */
export interface DataRef extends Ref {
  readonly data: Record<string, unknown>;
}

/** The undocumented part of an object. */
interface RefInternals extends DataRef {
  readonly id: number;
  offset: number;
  write(stream: Uint8Array): void;
}

interface Page {
  readonly dictionary: DataRef;
  readonly fonts: Record<string, Ref>;
}

export interface OutlineItem {
  /** `pageNumber` counts from 0, `top` from the paper's upper edge, and `left`, against the documentation, from its right edge. */
  addItem(title: string, place: { pageNumber: number; top: number; left: number; expanded?: boolean }): OutlineItem;
}

/** The undocumented part of pdfkit's document. */
interface Internals {
  readonly page: Page & { readonly content: RefInternals };
  readonly outline: OutlineItem;
  readonly info: Record<string, unknown>;
  readonly _root: {
    readonly data: { readonly StructTreeRoot: DataRef; readonly Names: DataRef; AF?: readonly Ref[] };
  };
  /** The length of what is written so far. */
  _offset: number;
  ref(): RefInternals;
  _write(data: string | Uint8Array): void;
  _refEnd(ref: RefInternals): void;
}

export interface PdfFile {
  readonly outline: OutlineItem;
  readonly structure: DataRef;
  /** An object to be written later. */
  ref(): Ref;
  /** Writes the text of an object: of hundreds of small ones pdfkit's conversion of their data takes several times as long. */
  write(ref: Ref, text: string): void;
  /** Writes an object. */
  add(text: string): Ref;
  /** Writes a stream, which is deflated already; `entries` are more of its dictionary. */
  addStream(deflated: Uint8Array, entries?: string): Ref;
  /** Adds a page with its content in Latin-1; fonts may be registered in it until `finish`. */
  addPage(content: string): Page;
  /** Says that a file, described by an object, belongs to the document as a whole; `name` is ASCII. */
  attach(name: string, file: Ref): void;
  /** The bytes of the file. */
  finish(): Uint8Array;
}

/** A number as PDF writes it: no exponent, no more than three decimals. */
export function number(value: number): string {
  return String(Math.round(value * 1000) / 1000);
}

/** Keeps what it writes: all is there when `end()` returns, a stream would only add turns of the event loop. */
class CollectedDocument extends PDFDocument {
  // pdfkit writes while it is constructed, before a field of this class is set up.
  declare written: string | undefined;
  declare chunks: Uint8Array[] | undefined;

  /** pdfkit would make a buffer of every line. */
  _write(data: string | Uint8Array): void {
    const internals = this as unknown as Internals;
    if (typeof data === 'string') {
      this.written = `${this.written ?? ''}${data}\n`;
      internals._offset += data.length + 1;
    } else {
      this.flush().push(data);
      internals._offset += data.length;
    }
  }

  flush(): Uint8Array[] {
    this.chunks ??= [];
    this.chunks.push(Buffer.from(this.written ?? '', 'latin1'));
    this.written = '';
    return this.chunks;
  }

  /** A stream's own end would keep the document until the next turn of the event loop. */
  override push(): boolean {
    return true;
  }

  /** pdfkit would turn the y axis ahead of a page's content, which comes deflated and turns it itself. */
  override transform(): this {
    return this;
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

/**
 * A PDF/A file to be filled: 3a where it will carry its source, else 2a. Its ID is a hash of the info dictionary, so the digest in it makes it the content's own.
 * pdfkit deflates nothing: streams come as they are to stand in the file, and the colour profile is too short to be worth it.
 */
export function openFile(theme: Theme, meta: Meta): PdfFile {
  const document = new CollectedDocument({
    pdfVersion: '1.7',
    // The second edition allows no attachment but PDF/A.
    subset: (meta.origin ? 'PDF/A-3a' : 'PDF/A-2a') as 'PDF/A-3',
    tagged: true,
    lang: 'zh-CN',
    displayTitle: true,
    compress: false,
    autoFirstPage: false,
    font: '', // or pdfkit parses Helvetica for each document
    bufferPages: true,
    size: [theme.paper.width, theme.paper.height],
    margin: 0,
    info: {
      Title: meta.title,
      ...(meta.author === null ? {} : { Author: meta.author }),
      ...(meta.code === null ? {} : { Subject: meta.code }),
      Keywords: provenanceLine(meta),
      Creator: 'shenbao',
      CreationDate: meta.date,
      ModDate: meta.date,
    },
  });
  const internals = document as unknown as Internals;
  const write = (ref: Ref, text: string, stream?: Uint8Array) => {
    const object = ref as RefInternals;
    object.offset = internals._offset;
    if (stream) {
      internals._write(`${object.id} 0 obj\n${text}\nstream`);
      internals._write(stream);
      internals._write('\nendstream\nendobj');
    } else {
      internals._write(`${object.id} 0 obj\n${text}\nendobj`);
    }
    internals._refEnd(object);
  };
  const add = (text: string, stream?: Uint8Array) => {
    const ref = internals.ref();
    write(ref, text, stream);
    return ref;
  };
  return {
    outline: internals.outline,
    structure: internals._root.data.StructTreeRoot,
    attach(name, file) {
      const { data } = internals._root;
      data.Names.data.EmbeddedFiles = add(`<</Names[(${name})${file}]>>`);
      data.AF = [file];
    },
    ref: () => internals.ref(),
    write,
    add,
    addStream: (deflated, entries = '') => add(`<<${entries}/Length ${deflated.length}/Filter/FlateDecode>>`, deflated),
    addPage(content) {
      document.addPage();
      const { page } = internals;
      page.content.data.Filter = 'FlateDecode';
      page.content.write(deflate(Buffer.from(content, 'latin1')));
      return page;
    },
    finish() {
      document.end();
      return Buffer.concat(document.flush());
    },
  };
}
