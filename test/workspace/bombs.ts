// Files of a megabyte that unpack to a gigabyte, made without one.
import { constants, deflateRawSync } from 'node:zlib';
import { unpackZip, zipEntry } from '../../src/base/zip.js';
import { pack, pdfOf, streamOf } from '../intake/document-text/documents.js';

const megabyte = 1024 * 1024;
const gigabyte = 1024 * megabyte;

/** A gigabyte of spaces, deflated, without a head. */
function deflated(): Buffer {
  const piece = deflateRawSync(Buffer.alloc(megabyte, 32), { finishFlush: constants.Z_SYNC_FLUSH });
  return Buffer.concat([...Array<Buffer>(1024).fill(piece), deflateRawSync('')]);
}

/** A document one of whose parts unpacks to a gigabyte, as the archive says of it. */
export function zipBomb(document: Uint8Array, part: string): Uint8Array {
  const { [part]: _, ...parts } = unpackZip(document);
  return pack(parts, { ...zipEntry(part, ''), size: gigabyte, deflated: deflated() });
}

/** A PDF with a word on its page and a file attached that unpacks to a gigabyte. */
export function pdfBomb(): Uint8Array {
  const packed = Buffer.concat([Buffer.from([0x78, 0x9c]), deflated()]);
  const head = Buffer.from(`<</Filter/FlateDecode/Length ${packed.length}>>stream\n`);
  return pdfOf([
    '<</Type/Catalog/Pages 2 0 R/Names<</EmbeddedFiles<</Names[(a)<</F(a.yaml)/EF<</F 6 0 R>>>>]>>>>>>',
    '<</Type/Pages/Kids[3 0 R]/Count 1>>',
    '<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Resources<</Font<</F 5 0 R>>>>/Contents 4 0 R>>',
    streamOf('BT /F 10 Tf 50 700 Td (text) Tj ET'),
    '<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>',
    Buffer.concat([head, packed, Buffer.from('\nendstream')]),
  ]);
}
