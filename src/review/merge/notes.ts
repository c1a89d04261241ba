// Writes into a merged text what no longer holds in it, as comments above the entries concerned. `check` reports such a comment as an
// error until somebody deletes it: whoever mends the value cannot leave the note behind unseen.
import type { Finding } from '../../base/finding.js';
import { fromPointer } from '../../base/pointer.js';
import type { Parsed } from '../../read/parsed.js';
import { type Block, type Entry, layoutOf } from './layout.js';

/** Above the entry that each finding is about, else above the first. The text as it was where nothing is understood of it. */
export function withNotes(parsed: Parsed, findings: readonly Finding[], lineBreak: string): string {
  const { text } = parsed.source;
  const root = layoutOf(parsed);
  if (!root) return text;
  const notes = findings.map((finding) => ({
    start: entryAt(root, finding.pointer ?? '').start,
    note: noteOf(finding),
  }));
  let noted = text;
  for (const { start, note } of notes.sort((a, b) => b.start - a.start)) {
    const indent = /^ */.exec(text.slice(start))?.[0] ?? '';
    noted = `${noted.slice(0, start)}${indent}${note}${lineBreak}${noted.slice(start)}`;
  }
  return noted;
}

/** One line, whatever the finding quotes. */
function noteOf({ rule, message }: Finding): string {
  const said = message.zh.replace(/[\p{C}\u2028\u2029]+/gu, ' ');
  return `# shenbao-merge ${rule} -- 两边的修改合并以后：${said}。改好以后删去这一行。`;
}

/** The innermost entry at a pointer. What is missing is noted where it is missing. */
function entryAt(root: Block, pointer: string): Entry {
  let found = root.entries[0] as Entry;
  let entries: readonly Entry[] = root.entries;
  for (const step of fromPointer(pointer)) {
    const entry = entries.find(({ key }, index) => (key === '' ? String(index) : key) === step);
    if (!entry) break;
    found = entry;
    entries = entry.block?.entries ?? [];
  }
  return found;
}
