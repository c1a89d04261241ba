// Turns a declaration's value into YAML as people write it: plain words, quoted text, literal blocks.
// Written apart from src/read, so that what is read back there is compared with what was meant here.

export type Tree = string | readonly Tree[] | { readonly [key: string]: Tree };

export function toYaml(tree: { readonly [key: string]: Tree }): string {
  return mapping(tree, '');
}

function mapping(tree: { readonly [key: string]: Tree }, indent: string): string {
  return Object.entries(tree)
    .map(([key, value]) => `${indent}${key}:${after(value, indent)}`)
    .join('');
}

/** What stands behind a key's colon, from the space or line break on. */
function after(value: Tree, indent: string): string {
  if (typeof value === 'string') return ` ${scalar(value, `${indent}  `)}\n`;
  if (isList(value)) return value.length === 0 ? ' []\n' : `\n${value.map((item) => listItem(item, indent)).join('')}`;
  return `\n${mapping(value, `${indent}  `)}`;
}

function listItem(item: Tree, indent: string): string {
  if (typeof item === 'string') return `${indent}  - ${scalar(item, `${indent}    `)}\n`;
  if (isList(item)) throw new Error('no form has a list of lists');
  const inner = `${indent}    `;
  return `${indent}  - ${mapping(item, inner).slice(inner.length)}`;
}

function isList(value: Tree): value is readonly Tree[] {
  return Array.isArray(value);
}

const plain = /^[\p{sc=Han}A-Za-z][\p{sc=Han}A-Za-z0-9（）《》〔〕“”，。；、]*$/u;

/** A block says by its `|` that its last line break is the file's; one that begins with a space or an empty line is quoted. */
function scalar(text: string, indent: string): string {
  if (/^\S.*\n.*[^\n]$/s.test(text)) return `|\n${text.replace(/^(?=.)/gm, indent)}`;
  if (plain.test(text)) return text;
  return /["\\]/.test(text) && !text.includes('\n') ? `'${text.replaceAll("'", "''")}'` : JSON.stringify(text);
}
