// The floor of a PDF: all its objects stand ready, streams inflated; what is left is to deflate them and to join everything under a new
// cross-reference table. The result is the file itself, byte for byte.
import { deflateSync, inflateSync } from 'node:zlib';

export const pdfFloor = {
  name: 'floor',
  lacks: 'every stream deflated anew, all objects joined',
  prepare: takeApart,
  make: join,
};

/** The settings that deflate a stream to the bytes it had are found by trying. */
const levels = [6, 9, 8, 7, 5, 4, 3, 2, 1];

function takeApart(file) {
  const text = file.toString('latin1');
  const table = Number(/startxref\s+(\d+)\s+%%EOF\s*$/.exec(text)?.[1]);
  const entries = /^xref\n0 \d+\n((?:\d{10} \d{5} [nf]\s?\n)+)(.*?startxref\n)/s.exec(text.slice(table));
  if (!entries) throw new Error('the floor of a PDF expects a classic cross-reference table');
  const offsets = entries[1].match(/\d{10}(?= \d{5} n)/g).map(Number);
  const numbers = new Map(offsets.map((offset, index) => [offset, index + 1]));
  const starts = [...offsets].sort((a, b) => a - b);
  const objects = starts.map((start, index) => ({
    number: numbers.get(start),
    ...takeObject(file.subarray(start, starts[index + 1] ?? table)),
  }));
  return { file, head: file.subarray(0, starts[0]), objects, trailer: entries[2] };
}

/** An object with a deflated stream in three parts: up to its length, between length and stream, and behind it. */
function takeObject(bytes) {
  const start = bytes.indexOf('stream\n');
  const text = start === -1 ? '' : bytes.toString('latin1', 0, start + 7);
  const length = /\/Length (\d+)/.exec(text);
  if (!length || !text.includes('/FlateDecode')) return { before: bytes, raw: null };
  const end = text.length + Number(length[1]);
  const body = bytes.subarray(text.length, end);
  const raw = inflateSync(body);
  const level = levels.find((one) => deflateSync(raw, { level: one }).equals(body));
  const before = Buffer.from(text.slice(0, length.index + '/Length '.length), 'latin1');
  const between = Buffer.from(text.slice(length.index + length[0].length), 'latin1');
  return { before, between, after: bytes.subarray(end), raw, level: level ?? 6 };
}

function join({ head, objects, trailer }) {
  const parts = [head];
  const offsets = [];
  let at = head.length;
  const add = (part) => {
    parts.push(part);
    at += part.length;
  };
  for (const { number, before, between, after, raw, level } of objects) {
    offsets[number - 1] = at;
    add(before);
    if (raw === null) continue;
    const body = deflateSync(raw, { level });
    add(Buffer.from(String(body.length)));
    add(between);
    add(body);
    add(after);
  }
  const entries = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`);
  parts.push(
    Buffer.from(`xref\n0 ${offsets.length + 1}\n0000000000 65535 f \n${entries.join('')}${trailer}${at}\n%%EOF\n`),
  );
  return Buffer.concat(parts);
}
