// Asks a service's API over HTTP: JSON there and back, in a time and a size that are bounded. What did not work is tried again where
// that does no harm, after as long as the service asks for. Redirects are not followed: they would carry the token to another host.
import { setTimeout as pause } from 'node:timers/promises';
import { UserError } from '../../base/user-error.js';
import { ForgeFault, saidBy } from './faults.js';
import { forgeMessages as messages } from './messages.js';

/** What of the world a conversation needs; tests hand in their own. */
export interface Wire {
  readonly signal: AbortSignal;
  /** Milliseconds that one request may take, its answer read. */
  readonly patience: number;
  /** Milliseconds since 1970. */
  now(): number;
  /** Rejects when the signal is raised. */
  wait(milliseconds: number): Promise<void>;
}

export interface Request {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH';
  readonly url: string;
  readonly body?: object;
  /** Asking twice would make two of it: not tried again once it may have worked. */
  readonly once?: true;
}

export interface Answer {
  readonly json: unknown;
  readonly headers: Headers;
}

/** Throws a ForgeFault for anything but 2xx with JSON. */
export type Send = (request: Request) => Promise<Answer>;

export const attempts = 4;
/** Milliseconds. Who asks for more is not waited for: a job's minutes are paid. */
const longestWait = 60_000;
/** A page of a hundred comments of the greatest length that GitHub takes. */
const largestAnswer = 32 * 1024 * 1024;
const perPage = 100;
const mostPages = 50;

export function openWire(signal: AbortSignal): Wire {
  return {
    signal,
    patience: 30_000,
    now: () => Date.now(),
    wait: async (milliseconds) => {
      await pause(milliseconds, undefined, { signal });
    },
  };
}

/** Milliseconds before what did not work is tried again: 1, 3, 9 seconds. */
export function backoff(attempt: number): number {
  return 1000 * 3 ** (attempt - 1);
}

/** `headers` are sent with every request; the token is in them. */
export function openHttp(headers: Readonly<Record<string, string>>, token: string, wire: Wire): Send {
  return async (request) => {
    for (let attempt = 1; ; attempt += 1) {
      const last = attempt === attempts;
      const answer = await ask(request, headers, wire);
      if ('dropped' in answer || answer.status >= 500) {
        const why = 'dropped' in answer ? answer.dropped : `HTTP ${answer.status}`;
        if (last || request.once) throw new ForgeFault({ kind: 'unanswered', why });
        await wire.wait(backoff(attempt));
        continue;
      }
      // Who is told to wait was not served: that may be asked again, whatever it was.
      const wait = limitOf(answer, wire.now());
      if (wait !== null) {
        if (last || wait > longestWait) throw new ForgeFault({ kind: 'limited', seconds: Math.ceil(wait / 1000) });
        await wire.wait(wait);
        continue;
      }
      const json = parse(answer.text);
      if (answer.status < 200 || answer.status > 299) {
        throw new ForgeFault({ kind: 'refused', status: answer.status, said: saidBy(json, token) });
      }
      if (json === undefined) throw new ForgeFault({ kind: 'strange', what: 'not-json' });
      return { json, headers: answer.headers };
    }
  };
}

/** Every item of a list that comes in pages. Their number is counted by us; that there is another, the service says. */
export async function allPages(send: Send, urlOf: (page: string) => string): Promise<readonly unknown[]> {
  const all: unknown[] = [];
  for (let page = 1; page <= mostPages; page += 1) {
    const { json, headers } = await send({ method: 'GET', url: urlOf(`per_page=${perPage}&page=${page}`) });
    if (!Array.isArray(json) || json.length > perPage) throw new ForgeFault({ kind: 'strange', what: 'shape' });
    all.push(...json);
    // GitHub leaves out what it hides, so that a short page need not be the last; Gitee is not known to send the header.
    const isMore = json.length === perPage || /;\s*rel="?next\b/.test(headers.get('link') ?? '');
    if (!isMore || json.length === 0) return all;
  }
  throw new ForgeFault({ kind: 'strange', what: 'too-many-comments' });
}

/** An address out of the environment. It may hold a password, so it is never shown. */
export function readApi(variable: string, text: string | undefined, fallback: string): string {
  if (text === undefined || text.trim() === '') return fallback;
  const url = URL.canParse(text.trim()) ? new URL(text.trim()) : null;
  const isPlain = url && /^https?:$/.test(url.protocol) && !url.username && !url.password && !url.search && !url.hash;
  if (!url || !isPlain) throw new UserError(messages.wrongApi(variable));
  return url.href.replace(/\/+$/, '');
}

interface Raw {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
}

async function ask(
  { method, url, body }: Request,
  headers: Readonly<Record<string, string>>,
  { signal, patience }: Wire,
): Promise<Raw | { readonly dropped: string }> {
  signal.throwIfAborted();
  const stop = new AbortController();
  const interrupt = () => stop.abort();
  const timer = setTimeout(interrupt, patience);
  signal.addEventListener('abort', interrupt);
  try {
    const response = await fetch(url, {
      method,
      headers: body ? { ...headers, 'content-type': 'application/json' } : headers,
      ...(body && { body: JSON.stringify(body) }),
      redirect: 'manual',
      signal: stop.signal,
    });
    return { status: response.status, headers: response.headers, text: await readText(response) };
  } catch (error) {
    signal.throwIfAborted();
    if (error instanceof ForgeFault) throw error;
    return { dropped: stop.signal.aborted ? 'timeout' : codeOf(error) };
  } finally {
    clearTimeout(timer);
    signal.removeEventListener('abort', interrupt);
  }
}

/** Counts what has been unpacked: a small answer may unpack to a large one. */
async function readText(response: Response): Promise<string> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of response.body ?? []) {
    size += chunk.length;
    if (size > largestAnswer) throw new ForgeFault({ kind: 'strange', what: 'too-large' });
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

/** Undefined where it is not JSON; an empty answer is null. */
function parse(text: string): unknown {
  try {
    return text === '' ? null : JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** The code alone: messages of the runtime may repeat what was sent. */
function codeOf(error: unknown): string {
  const cause = error instanceof Error ? error.cause : null;
  const code = typeof cause === 'object' && cause !== null && 'code' in cause ? String(cause.code) : '';
  return /^[A-Z][A-Z0-9_]*$/.test(code) ? code : 'fetch failed';
}

/**
 * Milliseconds to wait where too much was asked; null where that is not so. GitHub answers 429, or 403 with one of these headers
 * (docs.github.com/rest, “Rate limits for the REST API”); GitLab 429 with Retry-After and RateLimit-Reset.
 */
function limitOf({ status, headers }: Raw, now: number): number | null {
  const after = headers.get('retry-after');
  const isUsedUp = headers.get('x-ratelimit-remaining') === '0';
  if (status !== 429 && !(status === 403 && (after !== null || isUsedUp))) return null;
  const seconds = Number(after ?? Number.NaN);
  const until =
    after === null
      ? Number(headers.get('x-ratelimit-reset') ?? headers.get('ratelimit-reset')) * 1000
      : Date.parse(after);
  const wait = after !== null && !Number.isNaN(seconds) ? seconds * 1000 : until - now;
  // GitHub asks for a minute where it does not say how long.
  return Number.isNaN(wait) || until === 0 ? longestWait : Math.max(1000, wait);
}
