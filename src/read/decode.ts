// Turns a file's bytes into text. Only UTF-8 is text; for anything else the finding says what the bytes look like.
import type { Finding, Outcome, Said } from '../base/finding.js';
import { placesOf } from '../base/place.js';
import { fileMessages } from './file-messages.js';
import type { Source } from './parsed.js';

/** Bytes in a file; far beyond any declaration (the seed has 12 kB), so that nothing waits for a mistake. */
export const largestFile = 10 * 1024 * 1024;

const han = /\p{sc=Han}/u;
const controls = /(?![\t\n\r])\p{Cc}/gu;
const notText = /[\p{Cn}\p{Co}\p{Cs}]|(?![\t\n\r])\p{Cc}/u;

/** `path` is only named in findings. A byte order mark at the start is dropped; offsets count from behind it. */
export function decode(path: string, bytes: Uint8Array): Outcome<Source> {
  if (bytes.length > largestFile) return refused(path, 'yaml/too-large', fileMessages.tooLarge(bytes.length));
  const utf16 = readAsUtf16(bytes);
  if (utf16 !== null) return refused(path, 'yaml/encoding', fileMessages.otherEncoding('UTF-16'));
  const text = strictly('utf-8', bytes);
  if (text !== null) {
    const binary = text.includes('\0') && (text.match(controls)?.length ?? 0) > text.length / 10;
    return binary ? refused(path, 'yaml/binary', fileMessages.binary) : { value: { path, text }, findings: [] };
  }

  const lenient = new TextDecoder('utf-8').decode(bytes);
  if (looksDamaged(lenient)) {
    const good = new TextDecoder('utf-8').decode(bytes.subarray(0, validLength(bytes)), { stream: true });
    return refused(path, 'yaml/encoding', fileMessages.damagedText, { text: lenient, offset: good.length });
  }
  const gb18030 = strictly('gb18030', bytes);
  if (gb18030 !== null && han.test(gb18030) && !notText.test(gb18030)) {
    return refused(path, 'yaml/encoding', fileMessages.otherEncoding('GB18030'));
  }
  return refused(path, 'yaml/binary', fileMessages.binary);
}

function refused(path: string, rule: string, saying: Said, at = { text: '', offset: 0 }): Outcome<Source> {
  const place = placesOf(path, at.text)(at.offset, Math.min(at.offset + 1, at.text.length));
  const finding: Finding = { rule, level: 'error', ...saying, place };
  return { value: null, findings: [finding] };
}

function strictly(encoding: string, bytes: Uint8Array): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** With a byte order mark it is UTF-16 for sure; without one, when there are NULs and it reads as nothing but text. */
function readAsUtf16(bytes: Uint8Array): string | null {
  const mark = ((bytes[0] ?? 0) << 8) | (bytes[1] ?? 0);
  if (mark === 0xfffe) return new TextDecoder('utf-16le').decode(bytes);
  if (mark === 0xfeff) return new TextDecoder('utf-16be').decode(bytes);
  if (bytes.length % 2 !== 0 || !bytes.includes(0)) return null;
  const texts = [strictly('utf-16le', bytes), strictly('utf-16be', bytes)];
  return texts.find((text) => text !== null && !notText.test(text)) ?? null;
}

/** Mostly good UTF-8 with a few bad bytes: another encoding would leave far more wrong than right. */
function looksDamaged(lenient: string): boolean {
  const bad = lenient.split('\ufffd').length - 1;
  const good = lenient.match(/[^\p{ASCII}\ufffd]/gu)?.length ?? 0;
  return good > bad * 4;
}

/** The length of the longest valid beginning: validity of beginnings is monotone, so halving finds it. */
function validLength(bytes: Uint8Array): number {
  const valid = (length: number): boolean => {
    try {
      new TextDecoder('utf-8', { fatal: true }).decode(bytes.subarray(0, length), { stream: true });
      return true;
    } catch {
      return false;
    }
  };
  let low = 0;
  let high = bytes.length;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (valid(middle)) low = middle;
    else high = middle - 1;
  }
  return low;
}
