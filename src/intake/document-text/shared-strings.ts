// Reads the texts of a workbook: those that cells share, and the pieces of one text, whose looks are passed over.
import { readXml } from './read-xml.js';

/** The namespaces of workbooks, of the transitional and of the strict edition. */
export const spreadsheet = [
  'http://schemas.openxmlformats.org/spreadsheetml/2006/main',
  'http://purl.oclc.org/ooxml/spreadsheetml/main',
] as const;

/** Joins the pieces of one text at a time: told of every element within it. How a text is pronounced is no part of it. */
export interface TextPieces {
  open(name: string): void;
  close(name: string): void;
  text(text: string): void;
  /** The text since the last call. */
  take(): string;
}

export function textPieces(): TextPieces {
  let pieces = '';
  let inText = false;
  let pronounced = false;
  return {
    open(name) {
      if (name === 'rPh') pronounced = true;
      if (name === 't') inText = !pronounced;
    },
    close(name) {
      if (name === 'rPh') pronounced = false;
      if (name === 't') inText = false;
    },
    text(text) {
      if (inText) pieces += text;
    },
    take() {
      const taken = unescapeCharacters(pieces);
      pieces = '';
      return taken;
    },
  };
}

/** In the order by which cells name them. */
export async function readSharedStrings(part: Uint8Array | null): Promise<readonly string[]> {
  const strings: string[] = [];
  if (!part) return strings;
  const pieces = textPieces();
  await readXml(part, spreadsheet, {
    open: (name) => pieces.open(name),
    text: (text) => pieces.text(text),
    close(name) {
      pieces.close(name);
      if (name === 'si') strings.push(pieces.take());
    },
  });
  return strings;
}

/** `_x000D_` stands for a character that XML has no place for. */
export function unescapeCharacters(text: string): string {
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
}
