// GitHub, and GitHub Enterprise by GITHUB_API_URL. A pull request's comments are those of the issue of its number
// (docs.github.com/rest/issues/comments); changing one takes `pull-requests: write`. What Actions says is in the event's file.
import { readFileSync } from 'node:fs';
import { toolVersion } from '../package.js';
import { ForgeFault } from './faults.js';
import { type Environment, type Forge, isCommit, type Place } from './forge.js';
import { allPages, openHttp, readApi } from './http.js';
import { at, idAt, textAt, toPull } from './json.js';

type Told = Pick<Place, 'pull' | 'branch' | 'base' | 'head' | 'fromFork'>;

const nothing: Told = { pull: null, branch: null, base: null, head: null, fromFork: false };

export const github: Forge = {
  token: 'GITHUB_TOKEN',
  locate: async (env) => ({
    api: readApi('GITHUB_API_URL', env.GITHUB_API_URL, 'https://api.github.com'),
    repository: env.GITHUB_REPOSITORY || null,
    ...toldBy(readEvent(env)),
  }),
  connect({ api, repository, pull, branch }, token, wire) {
    const headers = {
      accept: 'application/vnd.github+json',
      authorization: `Bearer ${token}`,
      'x-github-api-version': '2022-11-28',
      'user-agent': `shenbao/${toolVersion()}`,
    };
    const send = openHttp(headers, token, wire);
    const repo = `${api}/repos/${repository}`;
    return {
      // The token of Actions may not ask GET /user. GraphQL answers it `github-actions[bot]`, which is the author's name in REST as well.
      async whoAmI() {
        const url = `${api.replace(/\/v3$/, '')}/graphql`;
        try {
          const { json } = await send({ method: 'POST', url, body: { query: '{ viewer { login } }' } });
          return textAt(json, 'data', 'viewer', 'login');
        } catch (error) {
          if (error instanceof ForgeFault && error.fault.kind === 'refused' && error.fault.status !== 401) return null;
          throw error;
        }
      },
      async pulls() {
        if (pull !== null) return [toPullOf((await send({ method: 'GET', url: `${repo}/pulls/${pull}` })).json)];
        const from = encodeURIComponent(`${branch?.owner}:${branch?.name}`);
        return (await allPages(send, (page) => `${repo}/pulls?state=open&head=${from}&${page}`)).map(toPullOf);
      },
      async comments(number) {
        const all = await allPages(send, (page) => `${repo}/issues/${number}/comments?${page}`);
        return all.flatMap((one) => {
          const id = idAt(one, 'id');
          return id === null ? [] : [{ id, author: textAt(one, 'user', 'login'), body: textAt(one, 'body') ?? '' }];
        });
      },
      async create(number, body) {
        await send({ method: 'POST', url: `${repo}/issues/${number}/comments`, body: { body }, once: true });
      },
      async update(_number, id, body) {
        await send({ method: 'PATCH', url: `${repo}/issues/comments/${id}`, body: { body } });
      },
    };
  },
};

function toPullOf(one: unknown) {
  return toPull(at(one, 'number'), at(one, 'base', 'sha'), at(one, 'head', 'sha'));
}

/** Null where there is none that can be read: then flags must say it. */
function readEvent(env: Environment): unknown {
  if (!env.GITHUB_EVENT_PATH) return null;
  try {
    return JSON.parse(readFileSync(env.GITHUB_EVENT_PATH, 'utf8'));
  } catch {
    return null;
  }
}

/**
 * `pull_request` says all. `workflow_run` says which run ended; its list of pull requests is empty where they come from a fork
 * (github/docs#22501), so the branch is what the pull request is found by, from forks or not.
 */
function toldBy(event: unknown): Told {
  const pull = at(event, 'pull_request');
  if (pull) {
    const [base, head] = [at(pull, 'base', 'sha'), at(pull, 'head', 'sha')];
    const repositories = [textAt(pull, 'base', 'repo', 'full_name'), textAt(pull, 'head', 'repo', 'full_name')];
    return {
      ...nothing,
      pull: idAt(pull, 'number'),
      base: isCommit(base) ? base : null,
      head: isCommit(head) ? head : null,
      fromFork: repositories[0] !== repositories[1],
    };
  }
  const run = at(event, 'workflow_run');
  const [owner, name, head] = [
    textAt(run, 'head_repository', 'owner', 'login'),
    textAt(run, 'head_branch'),
    at(run, 'head_sha'),
  ];
  const isOfPull = textAt(run, 'event')?.startsWith('pull_request') === true;
  if (!isOfPull || owner === null || name === null || !isCommit(head)) return nothing;
  return { ...nothing, branch: { owner, name }, head };
}
