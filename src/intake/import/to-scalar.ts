// Writes a text into YAML as a clerk would: as it stands where it is taken for nothing else, in lines under `|` where it has line breaks,
// in quotes otherwise.

/** How plainly a text may be written; `safe` is always right. */
export type Writing = 'plain' | 'quoted' | 'safe';

/** No sign of YAML's in front, single spaces, nothing unseen. */
const plain = /^(?![-?:](?:\s|$))[^\s,[\]{}#&*!|>'"%@`\p{C}](?:[^\s\p{C}]| (?=[^\s#]))*$/u;
/** What makes a key, or may be taken for one. */
const keyLike = /:(?:\s|$)|：$/;
/** What an editor takes for something other than a text. */
const notText =
  /^(?:true|false|null|yes|no|on|off|y|n|~|=|<<|[-+]?(?:[0-9][0-9_,.:]*|\.[0-9]+)(?:e[-+]?[0-9]+)?|0[xob][0-9a-f]+|[-+]?\.(?:inf|nan)|[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}.*)$/i;
const unseen = /[\p{C}\u00a0\u2007\u202f\u2028\u2029]/u;

/** `indent`: the columns of a block's lines. `isFigure`: figures may stand without quotes, being meant as such. */
export function writeText(text: string, writing: Writing, indent: number, isFigure: boolean): string {
  if (text === '') return '';
  if (writing === 'safe') return safe(text);
  if (writing === 'plain' && plain.test(text) && !keyLike.test(text) && (isFigure || !notText.test(text))) return text;
  if (writing === 'plain' && isBlock(text)) return `|\n${text.replace(/^(?=.)/gm, ' '.repeat(indent))}`;
  if (/["\\]/.test(text) && !text.includes('\n') && !unseen.test(text)) return `'${text.replaceAll("'", "''")}'`;
  return safe(text);
}

/** Lines that a block keeps: none ends in spaces, the first does not begin with one. */
function isBlock(text: string): boolean {
  return (
    /^\S.*\n/.test(text) && !text.endsWith('\n') && !/[^\S\n]$/m.test(text) && !unseen.test(text.replaceAll('\n', ''))
  );
}

/** Escapes of JSON are escapes of YAML; what JSON leaves as it is though nobody sees it is escaped, too. */
function safe(text: string): string {
  return JSON.stringify(text).replace(
    new RegExp(unseen, 'gu'),
    (character) => `\\U${(character.codePointAt(0) ?? 0).toString(16).padStart(8, '0')}`,
  );
}
