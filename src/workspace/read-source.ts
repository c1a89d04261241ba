// Reads a declaration's bytes from disk. A file that cannot be opened is a finding, so that the others still have their turn.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Outcome } from '../base/finding.js';
import { messages } from './messages.js';
import { codeOf } from './write-whole-file.js';

/** `file` is relative to the workspace at `root`. */
export function readSource(root: string, file: string): Outcome<Uint8Array> {
  try {
    return { value: readFileSync(join(root, file)), findings: [] };
  } catch (error) {
    const message = messages.unreadable(file, codeOf(error));
    return { value: null, findings: [{ rule: 'workspace/unreadable', level: 'error', message }] };
  }
}
