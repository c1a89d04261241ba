// Readies a checked template for printing: rows get their line in the template, and the line breaks between the template's
// own tags vanish here, where they cannot be taken for a value's.
import Handlebars from 'handlebars';
import type { Masked, Program } from './mask.js';

/** The attribute that carries a row's line from the template to the grid. */
export const lineAttribute = 'data-line';

export function prepare(text: string, { markup }: Masked): Program {
  const program = Handlebars.parse(numberRows(text, markup));
  dropIndentation(program);
  return program;
}

/** A row that turns out ragged can then be found in the template. */
function numberRows(text: string, markup: string): string {
  const pieces: string[] = [];
  let from = 0;
  for (const { index, 0: tag } of markup.matchAll(/<tr(?![\w-])/gi)) {
    const at = index + tag.length;
    pieces.push(text.slice(from, at), ` ${lineAttribute}="${text.slice(0, at).split('\n').length}"`);
    from = at;
  }
  return pieces.join('') + text.slice(from);
}

/** Inside a tag a line break becomes a space, elsewhere it goes with the blanks around it; so do blanks next to a tag. */
function dropIndentation(program: Program): void {
  for (const node of program.body) {
    if (node.type === 'ContentStatement') {
      const content = node as hbs.AST.ContentStatement;
      content.value = content.value
        .replace(/<[^>]*>?|[^<]+/g, (piece) =>
          piece.startsWith('<') ? piece.replace(/\s*\n\s*/g, ' ') : piece.replace(/[ \t]*\r?\n\s*/g, ''),
        )
        .replace(/>[ \t]+/g, '>')
        .replace(/[ \t]+</g, '<');
    } else if (node.type === 'BlockStatement') {
      const block = node as hbs.AST.BlockStatement;
      for (const branch of [block.program, block.inverse]) if (branch) dropIndentation(branch);
    }
  }
}
