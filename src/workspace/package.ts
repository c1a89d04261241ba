// Where the tool itself lies, which version it is and where it may keep code: works from src/ and dist/ alike.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { sha256 } from './digest.js';

/** The compiled files, or the sources when run from them. */
const code = fileURLToPath(new URL('../', import.meta.url));

export const packageRoot = fileURLToPath(new URL('../../', import.meta.url)).replace(/[/\\]$/, '');

/** As package.json says. */
export function toolVersion(): string {
  return String((JSON.parse(readFileSync(join(packageRoot, 'package.json'), 'utf8')) as { version: unknown }).version);
}

/**
 * `0.1.0+<digest>` over package.json, which pins the libraries, and the tool's own code, so that documents are made again when
 * whoever works on the tool changes it. `digest` names a file's content.
 */
export function toolName(digest: (path: string) => string): string {
  const files = readdirSync(code, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.[jt]s$/.test(file) && !file.endsWith('.d.ts'))
    .map((file) => file.replaceAll('\\', '/'))
    .sort();
  const parts = files.flatMap((file) => [file, digest(code + file)]);
  return `${toolVersion()}+${sha256(digest(join(packageRoot, 'package.json')), ...parts).slice(0, 16)}`;
}

/**
 * The cache beside the tool itself, for code that will be run: who can write there can replace the tool anyway, which is not
 * so of a workspace's .shenbao/. Null where there is none.
 */
export function codeCache(): string | null {
  const parent = dirname(packageRoot);
  const modules = basename(parent) === 'node_modules' ? parent : join(packageRoot, 'node_modules');
  return existsSync(modules) ? join(modules, '.cache', 'shenbao') : null;
}
