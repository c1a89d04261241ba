// Gitee: what Gitee Go says of a run, and what is asked of its API, as their manuals have it.
import { describe, expect, test } from 'vitest';
import { gitee } from '../../../src/workspace/forges/gitee.js';
import { bot, token, withForge } from '../../support/fake-forge.js';
import { base, connectTo, head, pull, testWire } from './support.js';

describe('a run of Gitee Go', () => {
  const known = { api: 'https://gitee.com/api/v5', branch: null, base: null, head: null, fromFork: false };

  test('of a pull request has its number; the two sides are asked for', async () => {
    const env = { GITEE_PULL_ID: '7', GITEE_REPO: 'owner/name', GITEE_COMMIT: base, GITEE_SOURCE_COMMIT: head };
    const place = await gitee.locate(env, async () => null);
    expect(place).toEqual({ ...known, repository: 'owner/name', pull: 7 });
  });

  test.each([
    ['https://gitee.com/owner/name.git'],
    ['https://me:hunter2@gitee.com/owner/name'],
    ['git@gitee.com:owner/name.git'],
    ['ssh://git@gitee.com:22/owner/name.git/'],
  ])('whose GITEE_REPO is a name alone is of the repository that was cloned: %s', async (origin) => {
    const place = await gitee.locate({ GITEE_REPO: 'name', GITEE_PULL_ID: '7' }, async () => origin);
    expect(place.repository).toBe('owner/name');
  });

  test('of a push has no pull request', async () => {
    expect(await gitee.locate({ GITEE_PULL_ID: '' }, async () => '/srv/git')).toMatchObject({
      pull: null,
      repository: null,
    });
    expect(await gitee.locate({}, async () => null)).toEqual({ ...known, repository: null, pull: null });
  });

  test('of a Gitee of one’s own has its address', async () => {
    const env = { GITEE_API_BASE: 'https://gitee.example/api/v5/' };
    expect((await gitee.locate(env, async () => null)).api).toBe('https://gitee.example/api/v5');
  });
});

test('the API is asked with the token in a header alone', () =>
  withForge('gitee', { pulls: [pull], comments: [{ author: bot, body: '一' }] }, async (fake) => {
    const connection = connectTo('gitee', fake, testWire());
    expect(await connection.whoAmI()).toBe(bot.login);
    expect(await connection.pulls()).toEqual([pull]);
    expect(await connection.comments(7)).toEqual([{ id: 100, author: bot.login, body: '一' }]);
    await connection.create(7, '二');
    await connection.update(7, 100, '三');
    expect(fake.requests.map(({ method, path, body }) => [method, path, body])).toEqual([
      ['GET', '/api/v5/user', null],
      ['GET', '/api/v5/repos/owner/name/pulls/7', null],
      ['GET', '/api/v5/repos/owner/name/pulls/7/comments?per_page=100&page=1', null],
      ['POST', '/api/v5/repos/owner/name/pulls/7/comments', { body: '二' }],
      ['PATCH', '/api/v5/repos/owner/name/pulls/comments/100', { body: '三' }],
    ]);
    for (const { headers, path } of fake.requests) {
      expect(headers.authorization).toBe(`Bearer ${token}`);
      expect(path).not.toContain(token);
    }
  }));
