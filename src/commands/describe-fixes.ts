// Turns fixes into a unified diff, as `git apply` takes it.
import { createTwoFilesPatch } from 'diff';
import type { Fixed } from '../workspace/fix.js';

export function describeFixes(fixed: readonly Fixed[]): string {
  return fixed.map(patchOf).join('');
}

function patchOf({ file, before, after }: Fixed): string {
  const [was, is] = [before, after].map((bytes) => new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes));
  return createTwoFilesPatch(`a/${file}`, `b/${file}`, was ?? '', is ?? '', undefined, undefined, {
    headerOptions: { includeIndex: false, includeUnderline: false, includeFileHeaders: true },
  });
}
