import { zipSync } from 'fflate';
import { afterEach, describe, expect, it } from 'vitest';
import { packZip, unpackZip } from '../../src/base/zip.js';
import { missing, runProgram } from '../support/programs.js';

const bytes = (text: string) => new TextEncoder().encode(text);

const files = {
  'word/document.xml': bytes('正文'.repeat(500)),
  '[Content_Types].xml': bytes('<Types/>'),
  'word/_rels/document.xml.rels': bytes('<Relationships/>'),
  '_rels/.rels': bytes(''),
};

describe('packZip', () => {
  const zone = process.env.TZ;
  afterEach(() => {
    if (zone === undefined) delete process.env.TZ;
    else process.env.TZ = zone;
  });

  it('gives back what was packed', () => {
    expect(unpackZip(packZip(files))).toEqual(files);
  });

  it('sorts names by code unit, the content types first', () => {
    expect(Object.keys(unpackZip(packZip(files)))).toEqual([
      '[Content_Types].xml',
      '_rels/.rels',
      'word/_rels/document.xml.rels',
      'word/document.xml',
    ]);
  });

  it('does not depend on the order it was given', () => {
    const turned = Object.fromEntries(Object.entries(files).reverse());
    expect(packZip(turned)).toEqual(packZip(files));
  });

  it('gives the same bytes in every time zone', () => {
    const inZone = (name: string) => {
      process.env.TZ = name;
      return { offset: new Date(1980, 0, 1).getTimezoneOffset(), packed: packZip(files) };
    };
    const [first, ...others] = ['Asia/Shanghai', 'Pacific/Kiritimati', 'America/Adak', 'UTC'].map(inZone);
    for (const other of others) {
      expect(other.offset).not.toBe(first?.offset);
      expect(other.packed).toEqual(first?.packed);
    }
  });

  it.skipIf(missing('python'))('is a zip to another program, with the fixed date', () => {
    const script = [
      'import sys, io, json, zipfile',
      'archive = zipfile.ZipFile(io.BytesIO(sys.stdin.buffer.read()))',
      'print(json.dumps([archive.testzip(), [[i.filename, list(i.date_time)] for i in archive.infolist()]]))',
    ].join('\n');
    const [damaged, entries] = JSON.parse(runProgram('python', ['-c', script], packZip({ 甲: bytes('乙') })));
    expect(damaged).toBeNull();
    expect(entries).toEqual([['甲', [1980, 1, 1, 12, 0, 0]]]);
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
