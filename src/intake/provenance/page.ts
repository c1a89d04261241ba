// Reads from a page what it was made from, and the rows that it shows. Only pages as the tool writes them are understood: whatever
// else is in one is text to be compared.
import { mostText } from '../document-text/limits.js';
import { Unreadable } from '../document-text/unreadable.js';
import type { Properties } from './to-provenance.js';

/** Bytes within which a page says that it is one, and within which its head must end. */
const firstBytes = 1024;
const longestHead = 64 * 1024;

export function isPage(bytes: Uint8Array): boolean {
  return /^\s*<(?:!doctype html|html)\b/i.test(new TextDecoder().decode(bytes.subarray(0, firstBytes)));
}

export function readPageProperties(bytes: Uint8Array): Properties {
  const head = new TextDecoder().decode(bytes.subarray(0, longestHead)).split('</head>', 1)[0] ?? '';
  const properties = new Map<string, string>();
  for (const [, name = '', value = ''] of head.matchAll(
    /<meta name="shenbao-([a-z]{1,20})" content="([^"<>]{0,600})"/g,
  )) {
    if (!properties.has(name)) properties.set(name, unescaped(value));
  }
  return properties;
}

/** A row of the form each, its cells parted by ` | `; what stands outside of tables is a line each. Throws an Unreadable for too much text. */
export function pageLines(bytes: Uint8Array): readonly string[] {
  if (bytes.length > mostText) throw new Unreadable('too-large');
  const page = new TextDecoder().decode(bytes);
  const body = page.slice(Math.max(page.indexOf('</head>'), 0));
  return body
    .split(/<\/(?:tr|h1|p|div|table|main)>/i)
    .flatMap((row) =>
      row
        .split(/<\/t[dh]>/i)
        .map((cell) => unescaped(cell.replace(/<br\s{0,9}\/?>/gi, '\n').replace(/<[^<>]*>/g, '')))
        .map(trimmed)
        .filter((text) => text !== '')
        .join(' | ')
        .split('\n'),
    )
    .filter((line) => line !== '');
}

function trimmed(text: string): string {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .join('\n');
}

const characters: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" };

function unescaped(text: string): string {
  return text.replace(/&(amp|lt|gt|quot|#39);/g, (_, name: string) => characters[name] ?? '');
}
