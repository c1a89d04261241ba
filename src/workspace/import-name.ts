// Makes a file's name out of a project's name, which comes from somebody's document: it never becomes a path, nor a name that no system takes.
import { nameFault } from './names.js';

/** What no file name may hold, as it looks in full width. */
const alike: Readonly<Record<string, string>> = {
  '/': '／',
  '\\': '＼',
  ':': '：',
  '*': '＊',
  '?': '？',
  '"': '＂',
  '<': '＜',
  '>': '＞',
  '|': '｜',
};

/** Bytes: with an extension, and what is put in front of a temporary file, still less than any system's 255. */
const longest = 180;

/** Without an extension. `otherwise`: names to fall back on, the best first. */
export function toFileName(name: string, ...otherwise: readonly string[]): string {
  for (const candidate of [name, ...otherwise]) {
    const safe = shortened(
      candidate
        .normalize('NFC')
        .replace(/\s+/g, ' ')
        .replace(/[\p{C}\ufffd]/gu, '')
        .replace(/[/\\:*?"<>|]/g, (sign) => alike[sign] ?? '')
        .replace(/^[.\s]+|[.\s]+$/g, ''),
    );
    if (safe !== '' && !nameFault(safe, true)) return safe;
  }
  return '未命名';
}

function shortened(name: string): string {
  let short = '';
  for (const character of name) {
    if (Buffer.byteLength(short + character) > longest) break;
    short += character;
  }
  return short.trimEnd();
}
