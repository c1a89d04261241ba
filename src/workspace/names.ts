// Tells which names under projects/ cannot be built safely: documents bear their source's name and go to every system.
import type { Finding } from '../base/finding.js';
import { nameFaults } from './messages.js';

/** With any extension; https://learn.microsoft.com/windows/win32/fileio/naming-a-file */
const reserved = /^(?:con|prn|aux|nul|conin\$|conout\$|com[0-9¹²³]|lpt[0-9¹²³]) *(?:\..*)?$/i;

// U+FFFD stands for bytes of a name that are no UTF-8: such a file cannot even be opened by its name.
const forbidden = /[<>:"|?*\\\p{Cc}\ufffd]/u;

/** The fault of one folder's or file's name, or null. */
export function nameFault(name: string, folder: boolean): Finding | null {
  const character = forbidden.exec(name)?.[0];
  if (character !== undefined) return fault(nameFaults.characters(visible(name), visible(character)));
  if (reserved.test(name)) return fault(nameFaults.reserved(name));
  if (folder && /[. ]$/.test(name)) return fault(nameFaults.trailing(name));
  return null;
}

/** Sources whose documents would be one file on a system that ignores case or normalises Unicode, each with another such source. */
export function sameOutputs(
  sources: readonly { readonly file: string; readonly stem: string }[],
): Map<string, Finding> {
  const firsts = new Map<string, string>();
  const clashes = new Map<string, Finding>();
  for (const { file, stem } of sources) {
    const key = stem.normalize('NFC').toLowerCase();
    const first = firsts.get(key);
    if (first === undefined) {
      firsts.set(key, file);
      continue;
    }
    clashes.set(file, fault(nameFaults.sameOutput(first)));
    if (!clashes.has(first)) clashes.set(first, fault(nameFaults.sameOutput(file)));
  }
  return clashes;
}

export function linkFault(): Finding {
  return { rule: 'workspace/link', level: 'error', ...nameFaults.link() };
}

function fault(said: ReturnType<typeof nameFaults.link>): Finding {
  return { rule: 'workspace/name', level: 'error', ...said };
}

function visible(text: string): string {
  return text.replace(
    /[\p{Cc}\ufffd]/gu,
    (character) => `U+${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`,
  );
}
