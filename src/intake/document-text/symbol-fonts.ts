// Gives the characters that Word keeps as places in fonts of symbols, as its dialog of symbols inserts them: ticks, boxes, signs of comparison.

/** By the place in hexadecimal, of those that forms are filled in with. */
const fonts: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  wingdings: { '6f': '□', a8: '□', fb: '✗', fc: '✓', fd: '☒', fe: '☑' },
  'wingdings 2': { '4f': '✗', '50': '✓', '51': '☒', '52': '☑', '53': '☒', a3: '□' },
  symbol: { a3: '≤', b0: '°', b1: '±', b3: '≥', b4: '×', b8: '÷', b9: '≠', bb: '≈', d7: '·' },
};

/** `code` such as F0FE, in the part of Unicode that nobody has given a meaning. U+FFFD for one that is not known, which a check warns of. */
export function symbolOf(font = '', code = ''): string {
  return fonts[font.toLowerCase()]?.[code.slice(-2).toLowerCase()] ?? '\ufffd';
}
