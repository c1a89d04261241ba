// Opens a document that somebody named, which may be anything.
import { readFileSync } from 'node:fs';
import type { Outcome } from '../base/finding.js';
import { refused } from '../intake/document-text/document-text.js';
import { largestDocument } from '../intake/document-text/limits.js';
import { messages } from './messages.js';
import { needFile } from './need-file.js';
import { codeOf } from './write-whole-file.js';

/** `name` is what messages call the file. Nothing of one that is too large or locked, which keeps no other from its turn. Throws as `needFile`. */
export function readGiven(path: string, name: string): Outcome<Uint8Array> {
  if (needFile(path, name).size > largestDocument) return refused('too-large');
  try {
    return { value: readFileSync(path), findings: [] };
  } catch (error) {
    const message = messages.unreadable(name, codeOf(error));
    return { value: null, findings: [{ rule: 'workspace/unreadable', level: 'error', message }] };
  }
}
