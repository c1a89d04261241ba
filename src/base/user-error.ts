// A run that could not go on as asked, as opposed to a fault in the user's files (a Finding) or in the tool (a bug).
import type { Words } from './finding.js';

/** The tool could not run as asked: wrong flags, a file that cannot be opened, a full disk. Ends in exit status 2. */
export class UserError extends Error {
  constructor(
    readonly words: Words,
    options?: ErrorOptions,
  ) {
    super(words.zh, options);
  }
}
