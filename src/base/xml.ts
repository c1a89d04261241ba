// Escapes text for XML and HTML that are written by hand.

/** All that XML 1.0 has no place for, halves of surrogate pairs included. */
const impossible = /[^\t\n\r\x20-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;

/** For element text and double-quoted attributes. read/ refuses what XML cannot hold; should it come by another way, � stands for it. */
export function escapeXml(text: string): string {
  return text
    .replace(impossible, '\ufffd')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
