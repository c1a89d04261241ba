// `shenbao git install`, `uninstall` and `textconv`: what git needs to show and merge what the tool knows.
import { join, resolve } from 'node:path';
import { visibleText } from '../base/visible-text.js';
import type { TextSection } from '../intake/document-text/document-text.js';
import { installDrivers, uninstallDrivers } from '../workspace/git-drivers.js';
import { packageRoot } from '../workspace/package.js';
import { readDocument } from '../workspace/read-document.js';
import { words } from './git-command-messages.js';
import type { Surroundings, Terminal } from './terminal.js';

const tool = { node: process.execPath, main: join(packageRoot, 'dist', 'main.js') };

export async function gitInstall({ cwd }: Surroundings, terminal: Terminal): Promise<number> {
  const { changed } = await installDrivers(cwd, tool, terminal.language);
  terminal.out(terminal.say(changed ? words.installed : words.installedBefore));
  return 0;
}

export async function gitUninstall({ cwd }: Surroundings, terminal: Terminal): Promise<number> {
  const { changed, kept } = await uninstallDrivers(cwd, tool);
  if (changed || kept.length === 0) terminal.out(terminal.say(changed ? words.uninstalled : words.notInstalled));
  if (kept.length > 0) terminal.out(terminal.say(words.kept(kept)));
  return 0;
}

/**
 * Of a file that cannot be read the reason is shown, and its digest, since two such files differ: with any other status than 0 git
 * would end its whole diff. The file's name is not, being another at each call.
 */
export async function gitTextconv(file: string, { cwd }: Surroundings, terminal: Terminal): Promise<number> {
  const { text, digest } = await readDocument(resolve(cwd, file));
  const sections = text.value ?? [];
  const lines = sections.flatMap((section) => [...headOf(section, sections.length > 1, terminal), ...section.lines]);
  for (const { message, advice } of text.findings) {
    const said = [message, ...(advice ? [advice] : [])].map(terminal.say);
    lines.push(said.join(terminal.language === 'zh' ? '' : ' '), terminal.say(words.digest(digest)));
  }
  if (lines.length > 0) terminal.out(lines.map(visibleText).join('\n'));
  return 0;
}

/** A single sheet that everybody sees needs no name. */
function headOf({ name, hidden }: TextSection, several: boolean, terminal: Terminal): readonly string[] {
  return name !== null && (several || hidden) ? [terminal.say(words.sheet(name, hidden))] : [];
}
