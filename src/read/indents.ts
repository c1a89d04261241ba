// Finds lines that are indented with something else than spaces: tabs, full-width or no-break spaces, unseen characters.
import { messages } from './messages.js';
import type { Remarks } from './remarks.js';
import type { Range, Tree } from './tree.js';

const wrongIndent =
  /^[ \t]*[\t\p{Cf}\u00a0\u2000-\u200a\u202f\u205f\u3000][ \t\p{Cf}\u00a0\u2000-\u200a\u202f\u205f\u3000]*/gmu;

/** `end` is where the parser gave up: behind it nobody can say what is text and what is indent. */
export function checkIndents(tree: Tree, text: string, end: number, remarks: Remarks): void {
  if (text.search(wrongIndent) < 0) return;
  const texts = textsOverLines(tree);
  const textStarts = new Set(tree.scalars.map((scalar) => scalar.start));
  let next = 0;
  for (const { 0: indent, index } of text.matchAll(wrongIndent)) {
    const after = index + indent.length;
    if (index > end) break;
    while ((texts[next]?.end ?? Number.POSITIVE_INFINITY) <= index) next += 1;
    const withinText = (texts[next]?.start ?? Number.POSITIVE_INFINITY) < index;
    const start = index + indent.search(/[^ ]/);
    if (withinText || textStarts.has(start) || (index === 0 && indent === '\ufeff')) continue;

    const tabs = /^[ \t]*$/.test(indent);
    const blank = /^[\r\n]?$/.test(text.charAt(after));
    if (tabs && (blank || text.charAt(after) === '#')) continue;
    remarks.explain(start, after);
    remarks.add(tabs ? 'yaml/tab-indent' : 'yaml/indent-character', 'error', () => ({
      ...(tabs ? messages.tabIndent : messages.indentCharacter(indent)),
      start,
      end: after,
      cure: { start: index, end: after, text: blank ? '' : asSpaces(indent) },
    }));
  }
}

/** As wide in spaces: a tab or a full-width space is two, an unseen character none. */
function asSpaces(indent: string): string {
  return indent
    .replace(/[\t\u3000]/g, '  ')
    .replace(/\p{Cf}/gu, '')
    .replace(/[^ ]/g, ' ');
}

/** Where lines belong to a text that began before: what stands at their beginning is text, or dropped with the fold. */
function textsOverLines(tree: Tree): readonly Range[] {
  return tree.scalars.filter(({ token }) => token?.source.includes('\n')).toSorted((a, b) => a.start - b.start);
}
