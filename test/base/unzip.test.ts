// Archives of other programs and of strangers: what is in them is read within limits, and what they say of it is not believed.
import { zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { openZip, ZipError, type ZipLimits } from '../../src/base/unzip.js';
import { packZip, zipEntry } from '../../src/base/zip.js';
import { missing, runProgram } from '../support/programs.js';

const roomy: ZipLimits = { entries: 100, bytes: 10_000 };
const text = (bytes: Uint8Array | null) => (bytes ? Buffer.from(bytes).toString() : null);

function faultOf(use: () => unknown): string {
  try {
    use();
  } catch (error) {
    if (error instanceof ZipError) return error.fault;
    throw error;
  }
  return 'none';
}

/** With two bytes of the directory's first entry changed. */
function changed(archive: Uint8Array, at: number, value: number): Uint8Array {
  const copy = Buffer.from(archive);
  copy.writeUInt16LE(value, copy.indexOf(Buffer.from('PK\u0001\u0002', 'latin1')) + at);
  return copy;
}

const archive = packZip([zipEntry('甲.xml', '正文'.repeat(100)), zipEntry('b', '')]);
const read = (bytes: Uint8Array, limits = roomy) => openZip(bytes, limits).read('甲.xml');

describe('openZip', () => {
  test('lists files and reads them one by one', () => {
    const zip = openZip(archive, roomy);
    expect(zip.names).toEqual(['b', '甲.xml']);
    expect([zip.read('甲.xml'), zip.read('b'), zip.read('c')].map(text)).toEqual(['正文'.repeat(100), '', null]);
  });

  test('reads what is stored, and what has a comment or folders, as other programs write it', () => {
    const entries = { 'a/': new Uint8Array(), 'a/b': new TextEncoder().encode('内容') };
    const zip = openZip(zipSync(entries, { level: 0, comment: '' }), roomy);
    expect(zip.names).toEqual(['a/b']);
    expect(text(zip.read('a/b'))).toBe('内容');
    const commented = Buffer.concat([archive, Buffer.from('PK 注')]);
    commented.writeUInt16LE(commented.length - archive.length, archive.length - 2);
    expect(text(read(commented))).toBe('正文'.repeat(100));
  });

  const lacking = missing('python');

  test.skipIf(lacking)(`reads sizes that come after the content${lacking ? ` (${lacking})` : ''}`, () => {
    const script = [
      'import io, zipfile',
      'written = bytearray()',
      'class Pipe(io.RawIOBase):',
      '    def writable(self): return True',
      '    def write(self, some): written.extend(some); return len(some)',
      'with zipfile.ZipFile(Pipe(), "w", zipfile.ZIP_DEFLATED) as archive: archive.writestr("a", "streamed")',
      'print(written.hex())',
    ].join('\n');
    const hex = runProgram('python', ['-c', script]).trim();
    expect(text(openZip(Buffer.from(hex, 'hex'), roomy).read('a'))).toBe('streamed');
  });

  test.each([
    ['no archive', Buffer.from('%PDF-1.7'), 'damaged'],
    ['nothing', new Uint8Array(), 'damaged'],
    ['the end cut off', archive.subarray(0, -1), 'damaged'],
    ['the beginning cut off', archive.subarray(100), 'damaged'],
    ['two files of one name', packZip([zipEntry('a', '1'), zipEntry('a', '2')]), 'damaged'],
    ['a content that is not the one named', changed(archive, 16, 1), 'damaged'],
    ['less content than it says', changed(archive, 24, 601), 'damaged'],
    ['more content than it says', changed(archive, 24, 599), 'damaged'],
    ['a method nobody uses', changed(archive, 10, 12), 'damaged'],
    ['encrypted contents', changed(archive, 8, 1), 'encrypted'],
  ])('refuses %s', (_, bytes, fault) => {
    expect(faultOf(() => [...openZip(bytes, roomy).names].map((name) => openZip(bytes, roomy).read(name)))).toBe(fault);
  });

  test('refuses more entries, and more bytes in all, than it may read', () => {
    expect(faultOf(() => openZip(archive, { entries: 1, bytes: 10_000 }))).toBe('too large');
    expect(faultOf(() => read(archive, { entries: 2, bytes: 599 }))).toBe('too large');
    const zip = openZip(archive, { entries: 2, bytes: 1000 });
    expect(text(zip.read('甲.xml'))).toHaveLength(200);
    expect(faultOf(() => zip.read('甲.xml'))).toBe('too large');
  });
});
