// Finds the font files that a theme names: the two that come with the tool, or .ttf files in the template's own folder.
import { readdirSync, readFileSync, realpathSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve, sep } from 'node:path';
import type { FontFile } from '../compose/theme.js';
import { sha256 } from './digest.js';

const bundled: Readonly<Record<string, string>> = {
  'NotoSerifSC-Regular': '@expo-google-fonts/noto-serif-sc/400Regular/NotoSerifSC_400Regular.ttf',
  'NotoSerifSC-Bold': '@expo-google-fonts/noto-serif-sc/700Bold/NotoSerifSC_700Bold.ttf',
};

const { resolve: resolveModule } = createRequire(import.meta.url);

/** The fonts that come with the tool, by name; a path is null where the font is not installed. */
export function bundledFonts(): ReadonlyMap<string, string | null> {
  return new Map(
    Object.entries(bundled).map(([name, module]) => {
      try {
        return [name, resolveModule(module)] as const;
      } catch {
        return [name, null] as const;
      }
    }),
  );
}

/** The file `name` stands for in a template's `folder`, or null; a path or link that leaves the folder finds nothing. */
export function findFont(name: string, folder: string, digest: (path: string) => string): FontFile | null {
  const path = pathOf(name, folder);
  if (path === null) return null;
  let bytes: Uint8Array | null = null;
  return {
    digest: digest(path),
    bytes() {
      bytes ??= readFileSync(path);
      return bytes;
    },
  };
}

/**
 * Digest over every font that a theme in `folder` could name, so that it is known without reading the theme. The bundled ones
 * are 15 MB each: `digest` should remember.
 */
export function digestFonts(folder: string | null, digest: (path: string) => string): string {
  const parts = Object.entries(bundled).flatMap(([name, module]) => [name, digest(resolveModule(module))]);
  const own = folder === null ? [] : readdirSync(folder, { recursive: true, encoding: 'utf8' });
  for (const file of own.map((one) => one.split(sep).join('/')).sort()) {
    const path = pathOf(file, folder as string);
    if (path !== null) parts.push(file, digest(path));
  }
  return sha256(...parts);
}

function pathOf(name: string, folder: string): string | null {
  const module = Object.hasOwn(bundled, name) ? bundled[name] : undefined;
  if (module !== undefined) return resolveModule(module);
  if (!/\.ttf$/i.test(name)) return null;
  try {
    const real = realpathSync(resolve(folder, name));
    return real.startsWith(join(realpathSync(folder), sep)) ? real : null;
  } catch {
    return null;
  }
}
