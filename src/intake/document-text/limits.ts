// How much of a document is read: far more than any form holds, and little enough to end in seconds whoever made the file.

const megabyte = 1024 * 1024;

/** Bytes of the file. */
export const largestDocument = 50 * megabyte;

export const packageLimits = {
  entries: 5_000,
  /** Inflated, of the parts that are read. */
  bytes: 16 * megabyte,
} as const;

/** Of one part of a package; of one element; of elements within each other. */
export const mostElements = 1_000_000;
export const mostAttributes = 200;
export const deepestXml = 200;

export const mostSheets = 200;
export const mostCells = 100_000;
/** Each text is looked for in each merged range of its sheet. */
export const mostComparisons = 100_000_000;

/** Of a document. */
export const mostComments = 5_000;

export const mostPages = 100;
/** Characters of a PDF, and lines drawn on one of its pages. */
export const mostGlyphs = 400_000;
export const mostStrokes = 50_000;

/** Characters and lines of a plain text, which is one form; lines of a PDF. Labels are looked for in all of them at once. */
export const mostPlainText = 200_000;
export const mostLines = 20_000;

/** Characters of what is handed on: one shared string may stand in every cell. */
export const mostText = 2_000_000;
