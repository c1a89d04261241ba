// Writes texts that come from a schema or a file name into YAML: as comments and as scalars that read back as they are.

/** One comment line for each line of the text; what would end a comment, or stay unseen in it, is left out. */
export function commentLines(text: string): readonly string[] {
  return text.split(/\r\n|[\n\r\u0085\u2028\u2029]/).map((line) => `# ${line.replace(/\p{C}/gu, '')}`.trimEnd());
}

/** Begins like a word, holds no sign that YAML or an editor could take for something else. */
const plain = /^[\p{L}\p{N}（《“][^:#"\\\p{C}\p{Z}]*$/u;

/** A one-line scalar: bare where it plainly is a Chinese text, else in quotes, whose escapes are those of JSON. */
export function toScalar(text: string): string {
  return plain.test(text) && /\p{sc=Han}/u.test(text) ? text : JSON.stringify(text);
}

/** What editors with the YAML language server find the schema by; `schema` is relative to the declaration. */
export function modeline(schema: string): string {
  return `# yaml-language-server: $schema=${schema}`;
}
