// Turns any text into Markdown that shows it as it stands, on GitHub, GitLab and Gitee alike: no markup, link, mention or reference comes of it.
import { visibleText } from './visible-text.js';
import { escapeXml } from './xml.js';

/**
 * Services look for mentions and references in what Markdown has become, where a backslash is gone: a word joiner (U+2060), which takes
 * no room, parts those.
 */
const joiner = '\u2060';

/** One line of Markdown; line breaks become spaces. For the middle of a line or its beginning. */
export function escapeMarkdown(text: string): string {
  return parted(text)
    .replace(/[\\`*_[\]{}|~$#!]/g, '\\$&')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replace(/^(\s*)([-+=])/, '$1\\$2')
    .replace(/^(\s*\d{1,9})([.)])/, '$1\\$2');
}

/** The same within a block of HTML, such as a summary, where no Markdown is read. */
export function escapeInHtml(text: string): string {
  return escapeXml(parted(text));
}

/** One line in which no mention, reference or address is found. */
function parted(text: string): string {
  return visibleText(text.replace(/[\r\n]+/g, ' '))
    .replace(/[@#!$%&~^](?=[\w"'{[])/g, `$&${joiner}`)
    .replace(/\/(?=\/)|\b(?:www(?=\.)|GH(?=-\d)|mailto(?=:))/gi, `$&${joiner}`);
}

/** Code within a line: no mention or markup is looked for there. */
export function codeSpan(text: string): string {
  const shown = visibleText(text.replace(/[\r\n]+/g, ' '));
  const fence = '`'.repeat(longestRun(shown) + 1);
  const space = /^`|`$|^ .* $/.test(shown) ? ' ' : '';
  return `${fence}${space}${shown}${space}${fence}`;
}

/** Lines of code; `text` has been made visible. */
export function codeBlock(text: string): string {
  const fence = '`'.repeat(Math.max(3, longestRun(text) + 1));
  return `${fence}text\n${text}\n${fence}`;
}

function longestRun(text: string): number {
  return (text.match(/`+/g) ?? []).reduce((longest, run) => Math.max(longest, run.length), 0);
}
