// Gives pdf.js the encodings of simplified Chinese fonts that a PDF only names, as many programs in offices do: unpdf has no tables of them.
// A code is told by Unicode's own order, or by the decoder for GBK; as numbers of glyphs stand those that no font of Adobe-GB1 has, so that
// a text of true numbers, which only Adobe's tables tell, is not taken for one of these.

/** Where Unicode has what Chinese is written with; ends are included. Together no more than there are numbers. */
const written = [
  [0x00a0, 0x04ff],
  [0x2000, 0x33ff],
  [0x4e00, 0x9fff],
  [0xf900, 0xfaff],
  [0xfe30, 0xfe4f],
  [0xff00, 0xffef],
] as const;

/** Adobe-GB1 ends far below. */
const firstNumber = 0x8000;
const lastTrue = firstNumber - 1;

/** The printable signs of ASCII, in order: their true numbers, by which fonts tell the widths. */
const ascii = { first: 0x20, last: 0x7e, proportional: 1, halfWidth: 814 };

/** Stands for a glyph that only Adobe's tables tell. */
export const untold = '\ufffd';

interface Table {
  readonly cMapData: Uint8Array;
  readonly isCompressed: false;
}

/** As pdf.js makes and calls it. */
export class ChineseEncodings {
  readonly fetch = tableOf;
}

/** One that throws leaves its font unread. */
async function tableOf({ name }: { readonly name: string }): Promise<Table> {
  const lines = name === 'Adobe-GB1-UCS2' ? glyphTexts() : encoding(name);
  return { cMapData: Buffer.from(`begincmap\n${lines.join('\n')}\nendcmap`), isCompressed: false };
}

/** From the numbers of glyphs to their texts. */
function glyphTexts(): readonly string[] {
  const toText = (number: number, last: number, unicode: number) => `<${hex(number)}> <${hex(last)}> <${hex(unicode)}>`;
  const length = ascii.last - ascii.first;
  const latin = [ascii.proportional, ascii.halfWidth].map((first) => toText(first, first + length, ascii.first));
  const others = stretches().flatMap(({ first, last, number }) =>
    // The last byte of a text may not run over.
    inRows(first, last).map(([from, to]) => toText(number + from - first, number + to - first, from)),
  );
  const unknown = inRows(0, lastTrue).map(
    ([from, to]) => `<${hex(from)}> <${hex(to)}> [${`<${hex(0xfffd)}>`.repeat(to - from + 1)}]`,
  );
  return [
    '1 begincodespacerange',
    '<0000> <ffff>',
    'endcodespacerange',
    ...section('bfrange', [...unknown, ...latin, ...others]),
  ];
}

function encoding(name: string): readonly string[] {
  const [, kind = ''] = /^(UniGB-UCS2|UniGB-UTF16|GBK2K|GBKp-EUC|GBK-EUC|GBpc-EUC|GB-EUC)-[HV]$/.exec(name) ?? [];
  if (kind === '') throw new Error(`no table of ${name}`);
  return kind.startsWith('UniGB')
    ? unicodeEncoding()
    : gbkEncoding(['GBKp-EUC', 'GBpc-EUC'].includes(kind) ? ascii.proportional : ascii.halfWidth);
}

function unicodeEncoding(): readonly string[] {
  const codes = stretches().map(({ first, last, number }) => `<${hex(first)}> <${hex(last)}> ${number}`);
  const latin = `<${hex(ascii.first)}> <${hex(ascii.last)}> ${ascii.proportional}`;
  const space = ['2 begincodespacerange', '<0000> <d7ff>', '<e000> <ffff>', 'endcodespacerange'];
  return [...space, ...section('cidrange', [latin, ...codes])];
}

function gbkEncoding(latin: number): readonly string[] {
  const decoder = new TextDecoder('gbk');
  const numbers = new Map<number, number>();
  for (const { first, last, number } of stretches()) {
    for (let unicode = first; unicode <= last; unicode += 1) numbers.set(unicode, number + unicode - first);
  }
  const codes: string[] = [];
  for (let lead = 0x81; lead <= 0xfe; lead += 1) {
    for (let trail = 0x40; trail <= 0xfe; trail += 1) {
      const unicode = decoder.decode(Uint8Array.of(lead, trail)).codePointAt(0) ?? 0;
      codes.push(`<${hex(lead * 256 + trail)}> ${numbers.get(unicode) ?? lastTrue}`);
    }
  }
  const space = ['2 begincodespacerange', '<00> <80>', '<8140> <fefe>', 'endcodespacerange'];
  return [...space, ...section('cidrange', [`<20> <7e> ${latin}`]), ...section('cidchar', codes)];
}

/** Each with the number of its first glyph. */
function stretches(): readonly { readonly first: number; readonly last: number; readonly number: number }[] {
  let next = firstNumber;
  return written.map(([first, last]) => {
    const number = next;
    next += last - first + 1;
    return { first, last, number };
  });
}

/** Parted where the last byte begins anew. */
function inRows(first: number, last: number): readonly (readonly [from: number, to: number])[] {
  const rows: [number, number][] = [];
  for (let from = first; from <= last; from = (from | 0xff) + 1) rows.push([from, Math.min(from | 0xff, last)]);
  return rows;
}

function section(kind: 'bfrange' | 'cidrange' | 'cidchar', lines: readonly string[]): readonly string[] {
  return [`${lines.length} begin${kind}`, ...lines, `end${kind}`];
}

function hex(code: number): string {
  return code.toString(16).padStart(4, '0');
}
