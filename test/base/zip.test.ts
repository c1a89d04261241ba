import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { packZip, unpackZip, zipEntry } from '../../src/base/zip.js';
import { missing, runProgram } from '../support/programs.js';

const bytes = (text: string) => new TextEncoder().encode(text);

const files = {
  'word/document.xml': bytes('正文'.repeat(500)),
  '[Content_Types].xml': bytes('<Types/>'),
  'word/_rels/document.xml.rels': bytes('<Relationships/>'),
  '_rels/.rels': bytes(''),
};

describe('packZip', () => {
  const pack = (contents: Readonly<Record<string, Uint8Array | string>>) =>
    packZip(Object.entries(contents).map(([name, content]) => zipEntry(name, content)));

  it('gives back what was packed', () => {
    expect(unpackZip(pack(files))).toEqual(files);
  });

  it('gives back any contents under any names', () => {
    const names = fc.stringMatching(/^[a-z甲乙😀]{1,9}$/u);
    fc.assert(
      fc.property(fc.dictionary(names, fc.uint8Array({ maxLength: 2000 })), (contents) => {
        expect({ ...unpackZip(pack(contents)) }).toEqual({ ...contents });
      }),
    );
  });

  it('writes text as UTF-8', () => {
    expect(unpackZip(pack({ '甲.xml': '正文😀' }))).toEqual({ '甲.xml': bytes('正文😀') });
  });

  it('sorts names by code unit, the content types first', () => {
    expect(Object.keys(unpackZip(pack(files)))).toEqual([
      '[Content_Types].xml',
      '_rels/.rels',
      'word/_rels/document.xml.rels',
      'word/document.xml',
    ]);
  });

  it('does not depend on the order it was given', () => {
    expect(pack(Object.fromEntries(Object.entries(files).reverse()))).toEqual(pack(files));
  });

  it('puts the same entry into any number of archives', () => {
    const shared = zipEntry('a', '正文'.repeat(500));
    const [one, other] = [packZip([shared]), packZip([zipEntry('b', 'b'), shared])].map(unpackZip);
    expect(one?.a).toEqual(other?.a);
  });

  it('gives the same bytes on every processor and Node', () => {
    // As written by Node 20, 22 and 24 on x64, and by Node 20 on arm64.
    expect(createHash('sha256').update(pack(files)).digest('hex')).toBe(
      'dfa35b319565637655b17cdfe6de0b3c2e233a4e6a19bde24217c04fb57b61b1',
    );
  });

  it.skipIf(missing('python'))('is a zip to another program, with the fixed date', () => {
    const script = [
      'import sys, io, json, zipfile',
      'archive = zipfile.ZipFile(io.BytesIO(sys.stdin.buffer.read()))',
      'print(json.dumps([archive.testzip(), [[i.filename, list(i.date_time), i.file_size] for i in archive.infolist()]]))',
    ].join('\n');
    const packed = pack({ 甲: '乙', 'b/c': bytes('') });
    const [damaged, entries] = JSON.parse(runProgram('python', ['-c', script], packed));
    expect(damaged).toBeNull();
    expect(entries).toEqual([
      ['b/c', [1980, 1, 1, 12, 0, 0], 0],
      ['甲', [1980, 1, 1, 12, 0, 0], 3],
    ]);
  });
});

describe('unpackZip', () => {
  it('leaves folders out', () => {
    const archive = zipSync({ 'word/': new Uint8Array(), 'word/a.xml': bytes('a') }, { mtime: '1980-01-02' });
    expect(Object.keys(unpackZip(archive))).toEqual(['word/a.xml']);
  });

  it('throws on what is no archive', () => {
    expect(() => unpackZip(bytes('%PDF-1.7'))).toThrow();
  });
});
