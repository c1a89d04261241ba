// Ends the reading of a document from anywhere within it; the entry turns it into a finding.
import type { Fault } from './messages.js';

export class Unreadable extends Error {
  constructor(
    readonly fault: Fault,
    options?: ErrorOptions,
  ) {
    super(fault, options);
  }
}
