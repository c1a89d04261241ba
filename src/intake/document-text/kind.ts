// Tells by its first bytes what a file is, never by its name.
import { largestDocument } from './limits.js';
import { Unreadable } from './unreadable.js';

/** Throws an Unreadable for what is of no kind that is read. */
export function kindOf(content: Uint8Array): 'pdf' | 'package' {
  const bytes = Buffer.from(content.buffer, content.byteOffset, content.byteLength);
  if (bytes.length === 0) throw new Unreadable('empty');
  if (bytes.length > largestDocument) throw new Unreadable('too-large');
  if (begins(bytes, '504b0304') || begins(bytes, '504b0506')) return 'package';
  // The old container of Office also holds what was encrypted with a password to open it.
  if (begins(bytes, 'd0cf11e0a1b11ae1')) {
    throw new Unreadable(bytes.includes(Buffer.from('EncryptedPackage', 'utf16le')) ? 'encrypted' : 'old-office');
  }
  // Programs that send PDFs may put lines of their own in front; readers look for it within the first 1024 bytes.
  if (bytes.subarray(0, 1024).includes('%PDF-')) return 'pdf';
  throw new Unreadable('unknown');
}

function begins(bytes: Buffer, hex: string): boolean {
  const head = Buffer.from(hex, 'hex');
  return bytes.subarray(0, head.length).equals(head);
}
