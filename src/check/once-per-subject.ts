// Remembers what was read of a declaration, so that rules which look at the same thing read it once.
import type { Subject } from './subject.js';

/** Only the last declaration's is kept: rules run on one after the other, and keeping more takes longer than most readings do. */
export function oncePerSubject<T>(read: (subject: Subject) => T): (subject: Subject) => T {
  let last: { readonly subject: Subject; readonly kept: T } | null = null;
  return (subject) => {
    if (last?.subject !== subject) last = { subject, kept: read(subject) };
    return last.kept;
  };
}
