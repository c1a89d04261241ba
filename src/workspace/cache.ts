// Where a workspace keeps what can be had again: node_modules/.cache/shenbao, else .shenbao/, which tells git to ignore itself.
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** The folder, made on demand where `make` is set. */
export function cacheFolder(root: string, make: boolean): string {
  if (existsSync(join(root, 'node_modules'))) return join(root, 'node_modules', '.cache', 'shenbao');
  const folder = join(root, '.shenbao');
  if (make && !existsSync(folder)) {
    mkdirSync(folder);
    writeFileSync(join(folder, '.gitignore'), '*\n');
  }
  return folder;
}
