// Asking a service over real HTTP: what is tried again and after how long, what is given up, and what an answer may not do.
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, test } from 'vitest';
import { UserError } from '../../../src/base/user-error.js';
import { ForgeFault } from '../../../src/workspace/forges/faults.js';
import { allPages, openHttp, type Request, readApi, type Wire } from '../../../src/workspace/forges/http.js';
import { cut, silence, status, type Trouble } from '../../support/fake-forge.js';
import { testWire } from './support.js';

const secret = 'tok-4f1c9a77e2b8';
const fine = status(200, { fine: true });

interface Met {
  readonly json: unknown;
  readonly fault: unknown;
  readonly requests: number;
  readonly waits: readonly number[];
}

/** Asks once, with answers lined up; the last one is given again and again. */
async function meet(
  answers: readonly Trouble[],
  request: Partial<Request> = {},
  more: Partial<Wire> = {},
): Promise<Met> {
  return serve(answers, async (url, requests) => {
    const wire = testWire(more);
    const send = openHttp({ authorization: `Bearer ${secret}` }, secret, wire);
    const asked = send({ method: 'GET', url, ...request });
    const [json, fault] = await asked.then(
      (answer) => [answer.json, null],
      (error: unknown) => [null, error instanceof ForgeFault ? error.fault : error],
    );
    return { json, fault, requests: requests(), waits: wire.waits };
  });
}

async function serve<T>(
  answers: readonly Trouble[],
  use: (url: string, requests: () => number) => Promise<T>,
): Promise<T> {
  let count = 0;
  const server = createServer((request, response) => {
    request.resume();
    const trouble = answers[Math.min(count, answers.length - 1)];
    count += 1;
    trouble?.(response, () => undefined);
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  try {
    return await use(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`, () => count);
  } finally {
    server.closeAllConnections();
    await new Promise((closed) => server.close(closed));
  }
}

const stream =
  (bytes: number): Trouble =>
  (response: ServerResponse) => {
    response.writeHead(200, { 'content-type': 'application/json' });
    const chunk = Buffer.alloc(1024 * 1024, 32);
    const more = (left: number): void => {
      if (left <= 0) response.end('[]');
      else response.write(chunk, (error) => error ?? more(left - chunk.length));
    };
    more(bytes);
  };

describe('what is tried again', () => {
  test('500 twice, then fine', async () => {
    expect(await meet([status(500, {}), status(500, {}), fine])).toEqual({
      json: { fine: true },
      fault: null,
      requests: 3,
      waits: [1000, 3000],
    });
  });

  test('a dropped line', async () => {
    expect(await meet([cut, fine])).toMatchObject({ json: { fine: true }, requests: 2, waits: [1000] });
  });

  test('no more than four times', async () => {
    expect(await meet([status(503, {})])).toEqual({
      json: null,
      fault: { kind: 'unanswered', why: 'HTTP 503' },
      requests: 4,
      waits: [1000, 3000, 9000],
    });
  });

  test('a service that never answers, each time for as long as is allowed', async () => {
    const met = await meet([silence], {}, { patience: 30 });
    expect(met).toMatchObject({ fault: { kind: 'unanswered', why: 'timeout' }, requests: 4 });
  });

  test('an answer that begins and never ends', async () => {
    const half: Trouble = (response) => {
      response.writeHead(200);
      response.write('[');
    };
    expect(await meet([half], {}, { patience: 50 })).toMatchObject({ fault: { kind: 'unanswered', why: 'timeout' } });
  });

  test('nothing that may have worked and must not be doubled', async () => {
    const post: Partial<Request> = { method: 'POST', body: {}, once: true };
    expect(await meet([cut, fine], post)).toMatchObject({ fault: { kind: 'unanswered' }, requests: 1, waits: [] });
    expect(await meet([status(504, {}), fine], post)).toMatchObject({ fault: { why: 'HTTP 504' }, requests: 1 });
  });
});

describe('who is told to wait', () => {
  const now = Date.UTC(2026, 10, 22);
  const epoch = (seconds: number) => String(now / 1000 + seconds);

  test.each([
    ['Retry-After in seconds', status(429, {}, { 'retry-after': '7' }), 7000],
    ['Retry-After as a date', status(429, {}, { 'retry-after': new Date(now + 9000).toUTCString() }), 9000],
    [
      'the time at which GitHub’s limit ends',
      status(403, {}, { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': epoch(20) }),
      20_000,
    ],
    ['the time at which GitLab’s limit ends', status(429, {}, { 'ratelimit-reset': epoch(3) }), 3000],
    ['GitHub’s second limit', status(403, {}, { 'retry-after': '60' }), 60_000],
    ['no time: a minute', status(429, {}), 60_000],
    ['a time that is none: a minute', status(429, {}, { 'retry-after': 'soon' }), 60_000],
    ['a time gone by: a second', status(429, {}, { 'x-ratelimit-reset': epoch(-50) }), 1000],
  ])('waits, by %s', async (_name, limit, expected) => {
    expect(await meet([limit, fine])).toMatchObject({ json: { fine: true }, waits: [expected], requests: 2 });
  });

  test('waits before a post as well: it was not served', async () => {
    const limit = status(429, {}, { 'retry-after': '2' });
    expect(await meet([limit, fine], { method: 'POST', body: {}, once: true })).toMatchObject({
      waits: [2000],
      requests: 2,
    });
  });

  test('gives up when it would take longer than a minute', async () => {
    const limit = status(429, {}, { 'retry-after': '3600' });
    expect(await meet([limit])).toMatchObject({ fault: { kind: 'limited', seconds: 3600 }, waits: [], requests: 1 });
  });

  test('takes a 403 without such headers for a refusal', async () => {
    expect(await meet([status(403, { message: 'no' }, { 'x-ratelimit-remaining': '4999' })])).toMatchObject({
      fault: { kind: 'refused', status: 403, said: 'no' },
      requests: 1,
    });
  });
});

describe('an answer', () => {
  test('that is a page of HTML is not taken for JSON', async () => {
    expect(await meet([status(200, '<!doctype html><title>登录</title>')])).toMatchObject({
      fault: { kind: 'strange', what: 'not-json' },
      requests: 1,
    });
  });

  test('of endless megabytes is not read to its end', async () => {
    expect(await meet([stream(64 * 1024 * 1024)])).toMatchObject({ fault: { kind: 'strange', what: 'too-large' } });
  });

  test('that sends us elsewhere is not followed: the token would go along', async () => {
    await serve([fine], async (elsewhere, visits) => {
      const met = await meet([status(302, {}, { location: elsewhere })]);
      expect(met).toMatchObject({ fault: { kind: 'refused', status: 302 }, requests: 1 });
      expect(visits()).toBe(0);
    });
  });

  test.each([
    ['its message', { message: 'Validation Failed', errors: [] }, 'Validation Failed'],
    ['GitLab’s description', { error: 'insufficient_scope', error_description: '要有 api' }, '要有 api'],
    ['what would steer a terminal as codes', { message: '\u001b[31m红\r\n\u202e' }, '<U+001B>[31m红 <U+202E>'],
    ['no more than a line’s worth', { message: '长'.repeat(500) }, `${'长'.repeat(200)}…`],
    ['nothing where there is no text', { message: { base: ['x'] } }, ''],
    ['the token as stars, should it be repeated', { message: `no ${secret} here` }, 'no *** here'],
  ])('that refuses is told with %s', async (_name, answer, said) => {
    expect((await meet([status(422, answer)])).fault).toEqual({ kind: 'refused', status: 422, said });
  });

  test('without a body is null', async () => {
    const none: Trouble = (response) => response.writeHead(200).end();
    expect(await meet([none])).toMatchObject({ json: null, fault: null });
  });
});

test('an interruption ends the question at once', async () => {
  const interrupt = new AbortController();
  const raise: Trouble = () => interrupt.abort();
  const { fault, requests } = await meet([raise], {}, { signal: interrupt.signal });
  expect(fault).toMatchObject({ name: 'AbortError' });
  expect(requests).toBe(1);
});

test('nobody there is no answer, and the code of it is told', async () => {
  const url = await serve([fine], async (at) => at);
  const wire = testWire();
  const asked = openHttp({}, secret, wire)({ method: 'GET', url });
  await expect(asked).rejects.toMatchObject({ fault: { kind: 'unanswered', why: 'ECONNREFUSED' } });
});

describe('pages', () => {
  const page = (count: number, isMore: boolean): Trouble =>
    status(200, Array(count).fill({ id: 1 }), isMore ? { link: '<https://elsewhere.example/>; rel="next"' } : {});
  const all = (answers: readonly Trouble[]) =>
    serve(answers, async (url, requests) => {
      const send = openHttp({}, secret, testWire());
      const items = await allPages(send, (query) => `${url}?${query}`).catch((error: ForgeFault) => error.fault);
      return { items: Array.isArray(items) ? items.length : items, requests: requests() };
    });

  test.each([
    ['one that is not full is the last', [page(3, false)], 3, 1],
    ['a full one may be followed', [page(100, false), page(0, false)], 100, 2],
    ['a short one is followed where the service says so', [page(97, true), page(2, false)], 99, 2],
    ['an empty one is the last, whatever is said', [page(0, true)], 0, 1],
  ])('%s', async (_name, answers, items, requests) => {
    expect(await all(answers)).toEqual({ items, requests });
  });

  test('end somewhere', async () => {
    expect(await all([page(100, true)])).toEqual({
      items: { kind: 'strange', what: 'too-many-comments' },
      requests: 50,
    });
  });

  test('are lists, and no longer than was asked for', async () => {
    expect(await all([page(101, false)])).toMatchObject({ items: { kind: 'strange', what: 'shape' } });
    expect(await all([status(200, { items: [] })])).toMatchObject({ items: { kind: 'strange', what: 'shape' } });
  });
});

describe('the address of an API', () => {
  test.each([
    [undefined, 'https://api.example/v5'],
    [' ', 'https://api.example/v5'],
    ['https://github.example/api/v3/', 'https://github.example/api/v3'],
    ['http://10.0.0.1:8080/api/v4', 'http://10.0.0.1:8080/api/v4'],
  ])('%s is read as %s', (text, expected) => {
    expect(readApi('API', text, 'https://api.example/v5')).toBe(expected);
  });

  test.each([
    'api.github.com',
    'file:///etc/passwd',
    'https://me:hunter2@host/',
    'https://host/?token=hunter2',
  ])('%s is refused, and not repeated', (text) => {
    const read = () => readApi('GITHUB_API_URL', text, 'x');
    expect(read).toThrow(UserError);
    expect(read).toThrow(/^环境变量 GITHUB_API_URL 不是能用的地址：要以 https:\/\/ 开头，不带用户名和密码。$/);
  });
});
