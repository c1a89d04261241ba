// Opens zip archives that may be anybody's: the directory is read, and an entry is inflated when it is asked for, within limits.
// Written here because what a stranger's archive says of its sizes must not be believed, and CRCs must be looked at.
// The format is APPNOTE.TXT 6.3.10; zip64, which begins at 4 GB or 65,535 entries, is past every limit.
import { gunzipSync } from 'node:zlib';
import type { ZipEntry } from './zip.js';

export interface ZipLimits {
  /** Entries of the archive. */
  readonly entries: number;
  /** Bytes of all entries that are read, inflated. */
  readonly bytes: number;
}

export type ZipFault = 'damaged' | 'encrypted' | 'too large';

/** Why an archive cannot be opened or read. */
export class ZipError extends Error {
  constructor(
    readonly fault: ZipFault,
    options?: ErrorOptions,
  ) {
    super(`The archive is ${fault}.`, options);
  }
}

export interface ZipArchive {
  /** Of files, in the order of the directory; folders are left out. */
  readonly names: readonly string[];
  /** Null where there is no such file. Throws a ZipError. */
  read(name: string): Uint8Array | null;
  /** The file as it is packed, for another archive; its content is not looked at. Null and throws as above. */
  packed(name: string): ZipEntry | null;
}

interface Entry {
  readonly method: number;
  readonly encrypted: boolean;
  readonly crc: number;
  readonly packed: number;
  readonly size: number;
  readonly offset: number;
}

const endRecord = 22;
const centralHeader = 46;
const localHeader = 30;
const longestComment = 0xffff;

const stored = 0;
const deflated = 8;

/** A gzip file's head: no name, no time. */
const gzipHead = Buffer.from([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 0xff]);

/** Throws a ZipError for what is no archive, is cut off, or has more entries than allowed. */
export function openZip(content: Uint8Array, limits: ZipLimits): ZipArchive {
  const bytes = Buffer.from(content.buffer, content.byteOffset, content.byteLength);
  const entries = readDirectory(bytes, limits.entries);
  let left = limits.bytes;
  return {
    names: [...entries.keys()].filter((name) => !name.endsWith('/')),
    read(name) {
      const entry = entries.get(name);
      if (!entry) return null;
      if (entry.encrypted) throw new ZipError('encrypted');
      if (entry.size > left) throw new ZipError('too large');
      left -= entry.size;
      const inflated = inflate(packedBytes(bytes, entry), entry);
      return new Uint8Array(inflated.buffer, inflated.byteOffset, inflated.length);
    },
    packed(name) {
      const entry = entries.get(name);
      if (!entry) return null;
      if (entry.encrypted) throw new ZipError('encrypted');
      if (entry.method !== stored && entry.method !== deflated) throw new ZipError('damaged');
      const { crc, size, method } = entry;
      return { name, crc, size, deflated: packedBytes(bytes, entry), ...(method === stored && { stored: true }) };
    },
  };
}

function readDirectory(bytes: Buffer, most: number): ReadonlyMap<string, Entry> {
  const end = findEnd(bytes);
  const count = bytes.readUInt16LE(end + 10);
  if (count > most) throw new ZipError('too large');
  const entries = new Map<string, Entry>();
  let at = bytes.readUInt32LE(end + 16);
  for (let index = 0; index < count; index += 1) {
    if (at + centralHeader > end || bytes.readUInt32LE(at) !== 0x02014b50) throw new ZipError('damaged');
    const nameEnd = at + centralHeader + bytes.readUInt16LE(at + 28);
    const name = bytes.toString('utf8', at + centralHeader, nameEnd);
    // Of two files with one name, programs would show different ones.
    if (entries.has(name)) throw new ZipError('damaged');
    entries.set(name, {
      encrypted: (bytes.readUInt16LE(at + 8) & 1) === 1,
      method: bytes.readUInt16LE(at + 10),
      crc: bytes.readUInt32LE(at + 16),
      packed: bytes.readUInt32LE(at + 20),
      size: bytes.readUInt32LE(at + 24),
      offset: bytes.readUInt32LE(at + 42),
    });
    at = nameEnd + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }
  return entries;
}

/** Where the record at the end of the archive begins; only a comment may follow it. */
function findEnd(bytes: Buffer): number {
  const last = bytes.length - endRecord;
  for (let at = last; at >= 0 && at >= last - longestComment; at -= 1) {
    if (bytes.readUInt32LE(at) === 0x06054b50) return at;
  }
  throw new ZipError('damaged');
}

function packedBytes(bytes: Buffer, { offset, packed }: Entry): Buffer {
  if (offset + localHeader > bytes.length || bytes.readUInt32LE(offset) !== 0x04034b50) throw new ZipError('damaged');
  const start = offset + localHeader + bytes.readUInt16LE(offset + 26) + bytes.readUInt16LE(offset + 28);
  if (start + packed > bytes.length) throw new ZipError('damaged');
  return bytes.subarray(start, start + packed);
}

/** Never yields more than the directory says. */
function inflate(packed: Buffer, { method, crc, size }: Entry): Buffer {
  if (method === stored && packed.length === size) return packed;
  if (method !== deflated) throw new ZipError('damaged');
  const tail = Buffer.alloc(8);
  tail.writeUInt32LE(crc, 0);
  tail.writeUInt32LE(size, 4);
  try {
    // As a gzip file its CRC and length are compared outside JavaScript; zlib.crc32 is not in Node 20.
    return gunzipSync(Buffer.concat([gzipHead, packed, tail]), { maxOutputLength: Math.max(size, 1) });
  } catch (error) {
    throw new ZipError('damaged', { cause: error });
  }
}
