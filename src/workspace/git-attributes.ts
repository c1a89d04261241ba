// Puts our lines into a text of git attributes and takes them out again, so that what others wrote there stays as it was, byte for byte.
// Bytes travel as latin1, since the file may be in any encoding.

const begin = '# >>> shenbao: shenbao git uninstall takes these lines away';
/** The same where the line before had no end, which it gets back. */
const beginAfterOpenLine = `${begin} and the line break before them`;
const end = '# <<< shenbao';

const documents = ['docx', 'pdf', 'xlsx'].map((extension) => `*.${extension} diff=shenbao`);
const declarations = / merge=shenbao$/;

/** `prefix`: the workspace below the top of the repository, `` or `a/b/`. Lines for other workspaces of the repository stay. */
export function withAttributes(content: Uint8Array, prefix: string): Uint8Array {
  const { others, own } = takeApart(content);
  const here = ['yaml', 'yml'].map(
    (extension) => `${pattern(`${prefix}projects/`, `**/*.${extension}`)} merge=shenbao`,
  );
  const merged = new Set([...own.filter((line) => declarations.test(line)), ...here.map(toLatin1)]);
  const isOpen = others !== '' && !others.endsWith('\n');
  const block = [isOpen ? beginAfterOpenLine : begin, ...documents, ...merged, end, ''].join('\n');
  return toBytes(`${others}${isOpen ? '\n' : ''}${block}`);
}

/** The same bytes where there are no lines of ours. */
export function withoutAttributes(content: Uint8Array): Uint8Array {
  return toBytes(takeApart(content).others);
}

interface Parts {
  readonly others: string;
  /** Our lines but for the marks around them. */
  readonly own: readonly string[];
}

function takeApart(content: Uint8Array): Parts {
  const others: string[] = [];
  const own: string[] = [];
  let within = false;
  /** How many lines stand before ours, where the last of them had no end. */
  let open: number | null = null;
  for (const line of toText(content).split(/(?<=\n)/)) {
    const bare = line.replace(/\r?\n$/, '');
    if (bare === begin || bare === beginAfterOpenLine) {
      within = true;
      open = bare === begin ? null : others.length;
    } else if (within && bare === end) within = false;
    else if (within && (documents.includes(bare) || declarations.test(bare))) own.push(bare);
    // What somebody wrote between our lines is theirs.
    else others.push(line);
  }
  const text = others.join('');
  return { others: open !== null && open === others.length ? text.replace(/\n$/, '') : text, own };
}

/** A folder as it is called, followed by a glob; in quotes where git would part it. */
function pattern(folder: string, glob: string): string {
  const literal = folder.replace(/[\\*?[\]]/g, '\\$&').replace(/^[#!]/, '\\$&') + glob;
  if (!/[\s"]/.test(literal)) return literal;
  return `"${literal.replace(/[\\"]/g, '\\$&')}"`;
}

const toText = (bytes: Uint8Array): string => Buffer.from(bytes).toString('latin1');
const toBytes = (text: string): Uint8Array => Buffer.from(text, 'latin1');
const toLatin1 = (text: string): string => Buffer.from(text).toString('latin1');
