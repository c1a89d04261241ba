// Turns fixes into a unified diff, as `git apply` takes it.
import { formatPatch, OMIT_HEADERS, structuredPatch } from 'diff';
import type { Fixed } from '../workspace/fix.js';

export function describeFixes(fixed: readonly Fixed[]): string {
  return fixed.map(patchOf).join('');
}

function patchOf({ file, before, after }: Fixed): string {
  const [was, is] = [before, after].map((bytes) => new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes));
  const hunks = formatPatch(structuredPatch('', '', was ?? '', is ?? ''), OMIT_HEADERS);
  // The library would write Chinese names as octal numbers. A tab ends a name that has a space, as git has it.
  const end = file.includes(' ') ? '\t' : '';
  return `--- a/${file}${end}\n+++ b/${file}${end}\n${hunks}`;
}
