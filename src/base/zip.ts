// Packs files into a zip archive, the same bytes on every machine and day, and takes archives apart.
// Entries come deflated: what never changes is deflated once and copied into every archive. Written here because no library
// takes entries that are deflated already; the format is APPNOTE.TXT 6.3.10, sections 4.3.7, 4.3.12 and 4.3.16.
import { gzipSync } from 'node:zlib';
import { openZip } from './unzip.js';

/** A file ready to be put into any number of archives. */
export interface ZipEntry {
  /** A path with `/`. */
  readonly name: string;
  /** CRC-32 and length of the content. */
  readonly crc: number;
  readonly size: number;
  readonly deflated: Uint8Array;
  /** `deflated` is the content itself: another program's archive has it so. */
  readonly stored?: boolean;
}

/** The first file of an Office package; some readers sniff it there. */
const contentTypes = '[Content_Types].xml';

/** 1 January 1980, the earliest a zip can say, at noon. */
const fixedDate = (1 << 5) | 1;
const fixedTime = 12 << 11;

const versionNeeded = 20;
const methodStore = 0;
const methodDeflate = 8;
const utf8Name = 1 << 11;

const localHeader = 30;
const centralHeader = 46;
const endRecord = 22;

/** Deflates a file's content; text is written as UTF-8. */
export function zipEntry(name: string, content: Uint8Array | string): ZipEntry {
  const bytes = typeof content === 'string' ? Buffer.from(content) : content;
  // A gzip file is ten bytes, the deflated content, its CRC and its length: both come from one pass outside JavaScript.
  const zipped = gzipSync(bytes);
  const crc = zipped.readUInt32LE(zipped.length - 8);
  return { name, crc, size: bytes.length, deflated: zipped.subarray(10, -8) };
}

/** The archive, sorted by name whatever their order here. Names must differ. */
export function packZip(entries: readonly ZipEntry[]): Uint8Array {
  return packInOrder([...entries].sort(byName));
}

/** The archive with its files in the order given, as an archive of another program had them. Names must differ. */
export function packInOrder(entries: readonly ZipEntry[]): Uint8Array {
  const files = entries.map((entry) => ({ entry, name: Buffer.from(entry.name) }));
  const namesLength = files.reduce((sum, { name }) => sum + name.length, 0);
  const contents = files.reduce((sum, { entry }) => sum + entry.deflated.length, 0);
  const directory = files.length * localHeader + namesLength + contents;
  const length = directory + files.length * centralHeader + namesLength + endRecord;
  // Allocated zeroed: whatever is not written below is 0.
  const archive = Buffer.alloc(length);

  let at = 0;
  let listed = directory;
  for (const { entry, name } of files) {
    const offset = at;
    at = archive.writeUInt32LE(0x04034b50, at);
    at = writeCommon(archive, at, entry, name);
    at = archive.writeUInt16LE(0, at);
    at += name.copy(archive, at);
    archive.set(entry.deflated, at);
    at += entry.deflated.length;

    listed = archive.writeUInt32LE(0x02014b50, listed);
    listed = archive.writeUInt16LE(versionNeeded, listed);
    listed = writeCommon(archive, listed, entry, name);
    archive.writeUInt32LE(offset, listed + 12);
    listed += 16;
    listed += name.copy(archive, listed);
  }
  listed = archive.writeUInt32LE(0x06054b50, listed) + 4;
  listed = archive.writeUInt16LE(files.length, listed);
  listed = archive.writeUInt16LE(files.length, listed);
  listed = archive.writeUInt32LE(length - endRecord - directory, listed);
  archive.writeUInt32LE(directory, listed);
  return archive;
}

/** What a file's two headers both say, from the version to the length of the name; returns where it ends. */
function writeCommon(archive: Buffer, start: number, entry: ZipEntry, name: Buffer): number {
  const { crc, size, deflated, stored } = entry;
  let at = archive.writeUInt16LE(versionNeeded, start);
  at = archive.writeUInt16LE(isAscii(name) ? 0 : utf8Name, at);
  at = archive.writeUInt16LE(stored ? methodStore : methodDeflate, at);
  at = archive.writeUInt16LE(fixedTime, at);
  at = archive.writeUInt16LE(fixedDate, at);
  at = archive.writeUInt32LE(crc, at);
  at = archive.writeUInt32LE(deflated.length, at);
  at = archive.writeUInt32LE(size, at);
  return archive.writeUInt16LE(name.length, at);
}

function isAscii(name: Buffer): boolean {
  return name.every((byte) => byte < 0x80);
}

/** By code units, after the content types. */
function byName({ name: a }: ZipEntry, { name: b }: ZipEntry): number {
  if (a === contentTypes || b === contentTypes) return a === b ? 0 : a === contentTypes ? -1 : 1;
  return a < b ? -1 : a > b ? 1 : 0;
}

/** The files of an archive of our own by name, folders left out. Throws on bytes that are no zip archive. */
export function unpackZip(bytes: Uint8Array): Record<string, Uint8Array> {
  const archive = openZip(bytes, { entries: Number.POSITIVE_INFINITY, bytes: Number.POSITIVE_INFINITY });
  return Object.fromEntries(archive.names.map((name) => [name, archive.read(name) ?? new Uint8Array()]));
}
