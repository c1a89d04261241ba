// Reads what a PDF says about itself and the files it carries. pdf.js unpacks all of these at once: to be called where memory is watched.
import { options, toUnreadable } from './pdf.js';

export interface PdfProperties {
  /** Of the info dictionary and of the XMP, what is text there: `Keywords`, `CreationDate`, `pdf:keywords` … */
  readonly info: ReadonlyMap<string, string>;
  readonly attachments: readonly Attachment[];
}

export interface Attachment {
  readonly name: string;
  readonly content: Uint8Array;
}

const xmpNames = ['pdf:keywords', 'dc:description', 'xmp:createdate'];

/** Throws an Unreadable for what is no PDF. */
export async function readPdfProperties(bytes: Uint8Array): Promise<PdfProperties> {
  const { getDocument } = await import('unpdf/pdfjs');
  const task = getDocument({ data: new Uint8Array(bytes), ...options });
  try {
    const pdf = await task.promise;
    const { info, metadata } = await pdf.getMetadata();
    const all = { ...info, ...Object.fromEntries(xmpNames.map((name) => [name, metadata?.get(name)])) };
    const attached = Object.values((await pdf.getAttachments()) ?? {});
    return {
      info: new Map(Object.entries(all).flatMap(([key, value]) => (typeof value === 'string' ? [[key, value]] : []))),
      attachments: attached.flatMap(({ filename, content }) => (content ? [{ name: filename, content }] : [])),
    };
  } catch (error) {
    throw toUnreadable(error);
  } finally {
    await task.destroy();
  }
}
