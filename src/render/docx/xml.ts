// What the parts of the file begin with that are written here and not by docx, and how text gets into them.
import { escapeXml } from '../../base/xml.js';

export const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
export const wordNamespace = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';

/** All that XML 1.0 has no place for, halves of surrogate pairs included. */
const impossible = /[^\t\n\r\x20-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;

/** For element text and double-quoted attributes. read/ refuses what XML cannot hold; should it come by another way, � stands for it. */
export function xmlText(text: string): string {
  return escapeXml(text.replace(impossible, '\ufffd'));
}

/** A date as Word writes it: UTC, whole seconds. */
export function isoSeconds(date: Date): string {
  return `${date.toISOString().slice(0, 19)}Z`;
}
