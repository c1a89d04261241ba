// GitHub, GitLab and Gitee as far as comments go, over real HTTP on this machine, with the members that their manuals show.
// What comes in is written down; troubles can be put in the way of requests.
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { ForgeName } from '../../src/workspace/forges/forge.js';

export const token = 'tok-4f1c9a77e2b8';

export interface Recorded {
  readonly method: string;
  /** With its query. */
  readonly path: string;
  readonly headers: IncomingMessage['headers'];
  readonly body: unknown;
}

export interface FakeComment {
  readonly id: number;
  readonly author: Person;
  body: string;
  /** Of its pull request; the first one unless it says otherwise. */
  readonly pull?: number;
  readonly system?: true;
}

export interface Person {
  readonly id: number;
  readonly login: string;
  readonly type?: 'Bot';
}

export interface FakePull {
  readonly number: number;
  readonly base: string;
  readonly head: string;
  /** `owner:branch` */
  readonly from?: string;
  readonly state?: 'closed';
}

/** Answers in the place of the service; `work` does what was asked, without an answer. */
export type Trouble = (response: ServerResponse, work: () => void) => void;

export interface FakeForge {
  /** Of its API. */
  readonly api: string;
  readonly requests: Recorded[];
  readonly comments: FakeComment[];
  /** `GET /path`, without queries, in the order in which they came. */
  asked(): readonly string[];
  /** The next requests whose `GET /path?query` matches meet these, one each. */
  trouble(match: RegExp, ...troubles: readonly Trouble[]): void;
}

export const bot: Person = { id: 41898282, login: 'github-actions[bot]', type: 'Bot' };
export const stranger: Person = { id: 9, login: 'stranger' };

export const status =
  (code: number, body: object | string, headers: Readonly<Record<string, string>> = {}): Trouble =>
  (response) => {
    const text = typeof body === 'string' ? body : JSON.stringify(body);
    response.writeHead(code, {
      'content-type': typeof body === 'string' ? 'text/html' : 'application/json',
      ...headers,
    });
    response.end(text);
  };

/** Cuts the line without an answer. */
export const cut: Trouble = (response) => response.destroy();

/** Does what was asked, and cuts the line before the answer. */
export const workThenCut: Trouble = (response, work) => {
  work();
  response.destroy();
};

/** Never answers. */
export const silence: Trouble = () => undefined;

interface World {
  readonly me: Person;
  readonly pulls: readonly FakePull[];
  readonly comments: FakeComment[];
  /** Where nobody but the author may change a comment; on GitHub whoever may write can. */
  readonly strict: boolean;
}

/** Calls `use` with a service that knows one token, `me`, these pull requests and these comments, and closes it afterwards. */
export async function withForge<T>(
  forge: ForgeName,
  given: {
    readonly pulls: readonly FakePull[];
    readonly comments?: readonly Omit<FakeComment, 'id'>[];
    readonly me?: Person;
  },
  use: (fake: FakeForge) => Promise<T>,
): Promise<T> {
  const requests: Recorded[] = [];
  const troubles: { readonly match: RegExp; readonly trouble: Trouble }[] = [];
  const comments = (given.comments ?? []).map((one, index) => ({
    id: 100 + index,
    pull: given.pulls[0]?.number ?? 0,
    ...one,
  }));
  const world: World = { me: given.me ?? bot, pulls: given.pulls, comments, strict: forge !== 'github' };
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const { method = '', url = '', headers } = request;
      const text = Buffer.concat(chunks).toString();
      const body = text === '' ? null : JSON.parse(text);
      requests.push({ method, path: url, headers, body });
      const work = () => answerTo(services[forge], world, { method, path: url, headers, body });
      const index = troubles.findIndex(({ match }) => match.test(`${method} ${url}`));
      const [met] = index < 0 ? [] : troubles.splice(index, 1);
      if (met) {
        met.trouble(response, work);
        return;
      }
      const told = work();
      response.writeHead(told.status, { 'content-type': 'application/json; charset=utf-8', ...told.headers });
      response.end(JSON.stringify(told.json));
    });
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const host = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  try {
    return await use({
      api: host + services[forge].root,
      requests,
      comments,
      asked: () =>
        requests.map(({ method, path }) => `${method} ${path.replace(/\?.*/, '').slice(services[forge].root.length)}`),
      trouble: (match, ...all) => void troubles.push(...all.map((trouble) => ({ match, trouble }))),
    });
  } finally {
    server.closeAllConnections();
    await new Promise((closed) => server.close(closed));
  }
}

interface Service {
  readonly root: string;
  isKnown(headers: IncomingMessage['headers']): boolean;
  readonly unknown: object;
  readonly notFound: object;
  /** Path without root and query, method before it; the groups are a number where there is one. */
  readonly routes: readonly (readonly [RegExp, Route])[];
}

interface Told {
  readonly status: number;
  readonly json: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

type Route = (world: World, id: number, request: Recorded, query: URLSearchParams) => Told;

function answerTo(service: Service, world: World, request: Recorded): Told {
  const url = new URL(request.path, 'http://localhost');
  const asked = `${request.method} ${url.pathname.slice(service.root.length)}`;
  const [pattern, route] = service.routes.find(([one]) => one.test(asked)) ?? [];
  const isKnown = service.isKnown(request.headers);
  if (!isKnown) return { status: 401, json: service.unknown };
  const told = pattern && route?.(world, Number(pattern.exec(asked)?.[1]), request, url.searchParams);
  if (!told || told.status === 404) return { status: 404, json: service.notFound };
  if (!Array.isArray(told.json)) return told;
  const size = Number(url.searchParams.get('per_page') ?? 20);
  const page = Number(url.searchParams.get('page') ?? 1);
  const link = `<http://elsewhere.example/?page=${page + 1}>; rel="next"`;
  const json = told.json.slice((page - 1) * size, page * size);
  return { status: told.status, json, ...(page * size < told.json.length && { headers: { link } }) };
}

const list =
  (shape: (one: FakeComment) => object): Route =>
  ({ comments }, number) => ({ status: 200, json: comments.filter(({ pull }) => pull === number).map(shape) });

const create =
  (shape: (one: FakeComment) => object): Route =>
  (world, number, { body }) => {
    if (!world.pulls.some((one) => one.number === number)) return { status: 404, json: null };
    const text = (body as { body: string }).body;
    const one = { id: 1000 + world.comments.length, author: world.me, body: text, pull: number };
    world.comments.push(one);
    return { status: 201, json: shape(one) };
  };

const change =
  (shape: (one: FakeComment) => object): Route =>
  (world, id, { body }) => {
    const one = world.comments.find((each) => each.id === id);
    if (!one) return { status: 404, json: null };
    if (world.strict && one.author.id !== world.me.id) return { status: 403, json: { message: '403 Forbidden' } };
    one.body = (body as { body: string }).body;
    return { status: 200, json: shape(one) };
  };

const find =
  (shape: (one: FakePull) => object): Route =>
  (world, number) => {
    const one = world.pulls.find((each) => each.number === number);
    return one ? { status: 200, json: shape(one) } : { status: 404, json: null };
  };

const date = '2026-11-22T08:00:00Z';

const gitHubPull = ({ number, base, head, from = 'owner:feature', state = undefined }: FakePull) => ({
  id: 1,
  number,
  state: state ?? 'open',
  title: '改',
  user: { login: 'octocat', id: 1, type: 'User' },
  base: { label: 'owner:main', ref: 'main', sha: base, repo: { full_name: 'owner/name' } },
  head: { label: from, ref: from.split(':')[1], sha: head, repo: { full_name: `${from.split(':')[0]}/name` } },
});

const gitHubComment = ({ id, author, body }: FakeComment) => ({
  id,
  node_id: 'IC_kwDOAAABcc4',
  url: `https://api.github.com/repos/owner/name/issues/comments/${id}`,
  html_url: `https://github.com/owner/name/pull/7#issuecomment-${id}`,
  issue_url: 'https://api.github.com/repos/owner/name/issues/7',
  body,
  user: { login: author.login, id: author.id, type: author.type ?? 'User', site_admin: false },
  created_at: date,
  updated_at: date,
  author_association: 'NONE',
  performed_via_github_app: null,
});

const gitLabNote = ({ id, author, body, system }: FakeComment) => ({
  id,
  type: null,
  body,
  attachment: null,
  author: { id: author.id, username: author.login, name: author.login, state: 'active' },
  created_at: date,
  updated_at: date,
  system: system === true,
  noteable_id: 377,
  noteable_type: 'MergeRequest',
  project_id: 5,
  noteable_iid: 7,
  resolvable: false,
  confidential: false,
  internal: false,
  imported: false,
});

const giteeComment = ({ id, author, body }: FakeComment) => ({
  url: `https://gitee.com/api/v5/repos/owner/name/pulls/comments/${id}`,
  id,
  path: null,
  position: null,
  commit_id: null,
  user: { id: author.id, login: author.login, name: author.login, type: 'User' },
  created_at: '2026-11-22T16:00:00+08:00',
  updated_at: '2026-11-22T16:00:00+08:00',
  body,
  html_url: `https://gitee.com/owner/name/pulls/7#note_${id}`,
  comment_type: 'pr_comment',
  in_reply_to_id: null,
});

const services: Readonly<Record<ForgeName, Service>> = {
  github: {
    root: '',
    isKnown: ({ authorization }) => authorization === `Bearer ${token}`,
    unknown: { message: 'Bad credentials', documentation_url: 'https://docs.github.com/rest', status: '401' },
    notFound: { message: 'Not Found', documentation_url: 'https://docs.github.com/rest', status: '404' },
    routes: [
      [/^POST \/graphql$/, ({ me }) => ({ status: 200, json: { data: { viewer: { login: me.login } } } })],
      [/^GET \/repos\/owner\/name\/pulls\/(\d+)$/, find(gitHubPull)],
      [
        /^GET \/repos\/owner\/name\/pulls$/,
        ({ pulls }, _id, _request, query) => ({
          status: 200,
          json: pulls
            .filter(({ from, state }) => from === query.get('head') && (state ?? 'open') === query.get('state'))
            .map(gitHubPull),
        }),
      ],
      [/^GET \/repos\/owner\/name\/issues\/(\d+)\/comments$/, list(gitHubComment)],
      [/^POST \/repos\/owner\/name\/issues\/(\d+)\/comments$/, create(gitHubComment)],
      [/^PATCH \/repos\/owner\/name\/issues\/comments\/(\d+)$/, change(gitHubComment)],
    ],
  },
  gitlab: {
    root: '/api/v4',
    isKnown: (headers) => headers['private-token'] === token,
    unknown: { message: '401 Unauthorized' },
    notFound: { message: '404 Not found' },
    routes: [
      [/^GET \/user$/, ({ me }) => ({ status: 200, json: { id: me.id, username: me.login, bot: true } })],
      [
        /^GET \/projects\/(?:5|group%2Fname)\/merge_requests\/(\d+)$/,
        find(({ number, base, head }) => ({
          id: 1,
          iid: number,
          project_id: 5,
          state: 'opened',
          sha: head,
          diff_refs: { base_sha: base, head_sha: head, start_sha: base },
        })),
      ],
      [/^GET \/projects\/(?:5|group%2Fname)\/merge_requests\/(\d+)\/notes$/, list(gitLabNote)],
      [/^POST \/projects\/(?:5|group%2Fname)\/merge_requests\/(\d+)\/notes$/, create(gitLabNote)],
      [/^PUT \/projects\/(?:5|group%2Fname)\/merge_requests\/\d+\/notes\/(\d+)$/, change(gitLabNote)],
    ],
  },
  gitee: {
    root: '/api/v5',
    isKnown: ({ authorization }) => authorization === `Bearer ${token}`,
    unknown: { message: '401 Unauthorized: Access token does not exist' },
    notFound: { message: '404 Not Found' },
    routes: [
      [/^GET \/user$/, ({ me }) => ({ status: 200, json: { id: me.id, login: me.login, name: me.login } })],
      [
        /^GET \/repos\/owner\/name\/pulls\/(\d+)$/,
        find(({ number, base, head }) => ({
          id: 1,
          number,
          state: 'open',
          base: { label: 'master', ref: 'master', sha: base },
          head: { label: 'feature', ref: 'feature', sha: head },
        })),
      ],
      [/^GET \/repos\/owner\/name\/pulls\/(\d+)\/comments$/, list(giteeComment)],
      [/^POST \/repos\/owner\/name\/pulls\/(\d+)\/comments$/, create(giteeComment)],
      [/^PATCH \/repos\/owner\/name\/pulls\/comments\/(\d+)$/, change(giteeComment)],
    ],
  },
};
