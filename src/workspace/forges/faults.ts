// What can go wrong between us and a service, as data, and the one sentence for it. What the service said is shown, cut and made visible,
// and decides nothing; the token is taken out of it, should the service repeat it.
import { visibleText } from '../../base/visible-text.js';

export type Fault =
  /** It answered and would not: any status but 2xx. */
  | { readonly kind: 'refused'; readonly status: number; readonly said: string }
  /** Too many requests, for longer than we wait; seconds from now. */
  | { readonly kind: 'limited'; readonly seconds: number }
  /** No answer, or a fault of its own (5xx), after all attempts. `why` is a code: ECONNRESET, HTTP 502. */
  | { readonly kind: 'unanswered'; readonly why: string }
  /** An answer that is none of its API's: a page of HTML, megabytes, another shape. */
  | { readonly kind: 'strange'; readonly what: Strangeness };

export type Strangeness = 'not-json' | 'too-large' | 'shape' | 'too-many-comments';

export class ForgeFault extends Error {
  constructor(
    readonly fault: Fault,
    options?: ErrorOptions,
  ) {
    super(fault.kind, options);
  }
}

export function isUnanswered(error: unknown): boolean {
  return error instanceof ForgeFault && error.fault.kind === 'unanswered';
}

/** Whether the service refused with one of these statuses. */
export function isRefused(error: unknown, ...statuses: readonly number[]): boolean {
  return error instanceof ForgeFault && error.fault.kind === 'refused' && statuses.includes(error.fault.status);
}

const longestSaid = 200;

/** What a service says of its refusal, for one line; empty where it says nothing that can be shown. */
export function saidBy(answer: unknown, token: string): string {
  if (typeof answer !== 'object' || answer === null) return '';
  const { message, error_description, error } = answer as Readonly<Record<string, unknown>>;
  const text = [message, error_description, error].find((one) => typeof one === 'string' && one !== '');
  if (typeof text !== 'string') return '';
  const safe = visibleText(text.replaceAll(token, '***').replace(/\s+/g, ' ').trim());
  return [...safe].length > longestSaid ? `${[...safe].slice(0, longestSaid).join('')}…` : safe;
}
