// Reads bytes as plain text, in the encodings that editors here write: UTF-8, UTF-16 with its mark, GB18030. Null for what is no text.

const controls = /(?![\t\n\r\f\v])\p{Cc}/u;
const notText = /[\p{Cn}\p{Co}\p{Cs}]/u;

export function decodeText(bytes: Uint8Array): string | null {
  const [first, second] = bytes;
  const wide = first === 0xff && second === 0xfe ? 'utf-16le' : first === 0xfe && second === 0xff ? 'utf-16be' : null;
  const text = strictly(wide ?? 'utf-8', bytes);
  if (text !== null) return controls.test(text) ? null : text;
  const chinese = strictly('gb18030', bytes);
  return chinese === null || controls.test(chinese) || notText.test(chinese) ? null : chinese;
}

/** Without a byte order mark. */
function strictly(encoding: string, bytes: Uint8Array): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}
