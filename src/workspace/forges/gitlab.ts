// GitLab, wherever CI_API_V4_URL is. Comments are the merge request's notes (docs.gitlab.com/api/notes); those that GitLab writes itself
// are `system`. CI_JOB_TOKEN may read notes and not write them, so a project access token is asked for, in GITLAB_TOKEN.
import { toolVersion } from '../package.js';
import { isRefused } from './faults.js';
import { type Forge, isCommit } from './forge.js';
import { allPages, openHttp, readApi } from './http.js';
import { at, idAt, textAt, toPull } from './json.js';

export const gitlab: Forge = {
  token: 'GITLAB_TOKEN',
  locate: async (env) => {
    const base = env.CI_MERGE_REQUEST_DIFF_BASE_SHA;
    // Empty but in pipelines for merged results, where CI_COMMIT_SHA is a merge that nobody wrote.
    const head = env.CI_MERGE_REQUEST_SOURCE_BRANCH_SHA || env.CI_COMMIT_SHA;
    const target = env.CI_MERGE_REQUEST_PROJECT_ID || env.CI_PROJECT_ID || null;
    const pull = /^[1-9]\d{0,14}$/.test(env.CI_MERGE_REQUEST_IID ?? '') ? Number(env.CI_MERGE_REQUEST_IID) : null;
    return {
      api: readApi('CI_API_V4_URL', env.CI_API_V4_URL, 'https://gitlab.com/api/v4'),
      repository: target,
      pull,
      branch: null,
      base: pull !== null && isCommit(base) ? base : null,
      head: pull !== null && isCommit(head) ? head : null,
      // A merge request from a fork runs in the fork, with the fork's variables.
      fromFork: target !== null && env.CI_PROJECT_ID !== undefined && env.CI_PROJECT_ID !== target,
    };
  },
  connect({ api, repository, pull }, token, wire) {
    const headers = {
      accept: 'application/json',
      'private-token': token,
      'user-agent': `shenbao/${toolVersion()}`,
    };
    const send = openHttp(headers, token, wire);
    const requests = `${api}/projects/${encodeURIComponent(repository)}/merge_requests`;
    return {
      async whoAmI() {
        try {
          const { json } = await send({ method: 'GET', url: `${api}/user` });
          return idAt(json, 'id')?.toString() ?? null;
        } catch (error) {
          if (isRefused(error, 403, 404)) return null;
          throw error;
        }
      },
      async pulls() {
        const { json } = await send({ method: 'GET', url: `${requests}/${pull}` });
        return [toPull(at(json, 'iid'), at(json, 'diff_refs', 'base_sha'), at(json, 'diff_refs', 'head_sha'))];
      },
      async comments(number) {
        const all = await allPages(send, (page) => `${requests}/${number}/notes?sort=asc&order_by=created_at&${page}`);
        return all.flatMap((one) => {
          const id = idAt(one, 'id');
          if (id === null || at(one, 'system') === true) return [];
          return [{ id, author: idAt(one, 'author', 'id')?.toString() ?? null, body: textAt(one, 'body') ?? '' }];
        });
      },
      async create(number, body) {
        await send({ method: 'POST', url: `${requests}/${number}/notes`, body: { body }, once: true });
      },
      async update(number, id, body) {
        await send({ method: 'PUT', url: `${requests}/${number}/notes/${id}`, body: { body } });
      },
    };
  },
};
