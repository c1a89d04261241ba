// Ends the opening of a workbook from anywhere within it; the entry turns it into a finding.
import type { Said } from '../../../base/finding.js';
import type { Where } from './where.js';

export class Unfillable extends Error {
  constructor(
    readonly said: Said,
    readonly where: Where | null = null,
    options?: ErrorOptions,
  ) {
    super(said.message.en, options);
  }
}
