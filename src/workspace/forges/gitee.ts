// Gitee, by its API v5 (gitee.com/api/v5/swagger). That it takes a token in the header `Authorization` is not in its manual, but is what
// its own MCP server does (gitee.com/oschina/mcp-gitee); in an address the token would be in every log on the way.
// None of this could be tried against Gitee itself: paths and members are those of the manual and of its published clients.
import { toolVersion } from '../package.js';
import { isRefused } from './faults.js';
import type { Forge } from './forge.js';
import { allPages, openHttp, readApi } from './http.js';
import { at, idAt, textAt, toPull } from './json.js';

export const gitee: Forge = {
  token: 'GITEE_TOKEN',
  // Gitee Go sets GITEE_PULL_ID, and GITEE_REPO (help.gitee.com/gitee-go/pipeline/parameter), of which it is not said whether the owner is
  // in it. Its GITEE_COMMIT and GITEE_SOURCE_COMMIT are left alone: what the API says of the pull request is surer.
  locate: async (env, origin) => ({
    api: readApi('GITEE_API_BASE', env.GITEE_API_BASE, 'https://gitee.com/api/v5'),
    repository: env.GITEE_REPO?.includes('/') ? env.GITEE_REPO : ownerAndName(await origin()),
    pull: /^[1-9]\d{0,14}$/.test(env.GITEE_PULL_ID ?? '') ? Number(env.GITEE_PULL_ID) : null,
    branch: null,
    base: null,
    head: null,
    fromFork: false,
  }),
  connect({ api, repository, pull }, token, wire) {
    const headers = {
      accept: 'application/json',
      authorization: `Bearer ${token}`,
      'user-agent': `shenbao/${toolVersion()}`,
    };
    const send = openHttp(headers, token, wire);
    const pulls = `${api}/repos/${repository}/pulls`;
    return {
      async whoAmI() {
        try {
          return textAt((await send({ method: 'GET', url: `${api}/user` })).json, 'login');
        } catch (error) {
          if (isRefused(error, 403, 404)) return null;
          throw error;
        }
      },
      async pulls() {
        const { json } = await send({ method: 'GET', url: `${pulls}/${pull}` });
        return [toPull(at(json, 'number'), at(json, 'base', 'sha'), at(json, 'head', 'sha'))];
      },
      async comments(number) {
        const all = await allPages(send, (page) => `${pulls}/${number}/comments?${page}`);
        const found = all.flatMap((one) => {
          const id = idAt(one, 'id');
          return id === null ? [] : [{ id, author: textAt(one, 'user', 'login'), body: textAt(one, 'body') ?? '' }];
        });
        // Whether they come oldest first is not said.
        return found.sort((a, b) => a.id - b.id);
      },
      async create(number, body) {
        await send({ method: 'POST', url: `${pulls}/${number}/comments`, body: { body }, once: true });
      },
      async update(_number, id, body) {
        await send({ method: 'PATCH', url: `${pulls}/comments/${id}`, body: { body } });
      },
    };
  },
};

/** `https://gitee.com/owner/name.git`, `git@gitee.com:owner/name.git`. */
function ownerAndName(origin: string | null): string | null {
  return /^(?:\w+:\/\/[^/]+\/|[^/]+:)([\w.-]+\/[\w.-]+?)(?:\.git)?\/?$/.exec(origin ?? '')?.[1] ?? null;
}
