// GitHub: what its CI says of a run, and what is asked of its API, header by header.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { github } from '../../../src/workspace/forges/github.js';
import { bot, token, withForge } from '../../support/fake-forge.js';
import { temporaryFolder } from '../support.js';
import { base, connectTo, head, older, placeOn, pull, testWire } from './support.js';

const noRemote = async () => null;

/** What Actions leaves in GITHUB_EVENT_PATH. */
function event(content: unknown): string {
  const file = join(temporaryFolder(), 'event.json');
  writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content));
  return file;
}

const pullRequest = (fullName: string | null) => ({
  action: 'synchronize',
  number: 7,
  pull_request: {
    number: 7,
    base: { ref: 'main', sha: base, repo: { full_name: 'owner/name' } },
    head: { ref: 'feature', sha: head, repo: fullName === null ? null : { full_name: fullName } },
  },
  repository: { full_name: 'owner/name' },
});

const workflowRun = (more: object = {}) => ({
  action: 'completed',
  workflow_run: {
    name: 'shenbao',
    event: 'pull_request',
    head_branch: 'fix/申报',
    head_sha: head,
    conclusion: 'failure',
    pull_requests: [],
    head_repository: { full_name: 'forker/name', owner: { login: 'forker' } },
    ...more,
  },
  repository: { full_name: 'owner/name' },
});

const locate = (content: unknown, more = {}) =>
  github.locate({ GITHUB_REPOSITORY: 'owner/name', GITHUB_EVENT_PATH: event(content), ...more }, noRemote);

describe('a run', () => {
  const known = { api: 'https://api.github.com', repository: 'owner/name', pull: null, branch: null };

  test('of a pull request has its number and its two sides', async () => {
    expect(await locate(pullRequest('owner/name'))).toEqual({ ...known, pull: 7, base, head, fromFork: false });
    expect(await locate(pullRequest('forker/name'))).toMatchObject({ pull: 7, fromFork: true });
    expect(await locate(pullRequest(null))).toMatchObject({ pull: 7, fromFork: true });
  });

  test('after the run of a fork’s pull request has its branch and its commit', async () => {
    expect(await locate(workflowRun())).toEqual({
      ...known,
      branch: { owner: 'forker', name: 'fix/申报' },
      base: null,
      head,
      fromFork: false,
    });
  });

  test.each([
    ['of a push', { ref: 'refs/heads/main', after: head }],
    ['after the run of a push', workflowRun({ event: 'push' })],
    ['after the run of a fork that is gone', workflowRun({ head_repository: null })],
    ['whose commit is none', workflowRun({ head_sha: '--upload-pack=x' })],
    ['whose file is broken', '{'],
  ])('%s says no more than the repository', async (_name, content) => {
    expect(await locate(content)).toEqual({ ...known, base: null, head: null, fromFork: false });
  });

  test('of GitHub Enterprise has its address; outside of a run there is nothing', async () => {
    expect(await locate({}, { GITHUB_API_URL: 'https://github.example/api/v3' })).toMatchObject({
      api: 'https://github.example/api/v3',
    });
    const nowhere = { pull: null, branch: null, base: null, head: null, fromFork: false };
    const api = 'https://api.github.com';
    expect(await github.locate({}, noRemote)).toEqual({ api, repository: null, ...nowhere });
    const gone = { GITHUB_EVENT_PATH: '/nowhere' };
    expect(await github.locate(gone, noRemote)).toEqual({ api, repository: null, ...nowhere });
  });
});

describe('the API', () => {
  const inGitHub = (use: Parameters<typeof withForge<void>>[2]) =>
    withForge('github', { pulls: [pull], comments: [{ author: bot, body: '一' }] }, use);

  test('is asked with the token in a header alone, by the version of 2022-11-28', () =>
    inGitHub(async (fake) => {
      const connection = connectTo('github', fake, testWire());
      expect(await connection.whoAmI()).toBe('github-actions[bot]');
      expect(await connection.pulls()).toEqual([pull]);
      expect(await connection.comments(7)).toEqual([{ id: 100, author: 'github-actions[bot]', body: '一' }]);
      await connection.create(7, '二');
      await connection.update(7, 100, '三');
      expect(fake.requests.map(({ method, path, body }) => [method, path, body])).toEqual([
        ['POST', '/graphql', { query: '{ viewer { login } }' }],
        ['GET', '/repos/owner/name/pulls/7', null],
        ['GET', '/repos/owner/name/issues/7/comments?per_page=100&page=1', null],
        ['POST', '/repos/owner/name/issues/7/comments', { body: '二' }],
        ['PATCH', '/repos/owner/name/issues/comments/100', { body: '三' }],
      ]);
      for (const { headers, path } of fake.requests) {
        expect(headers).toMatchObject({
          accept: 'application/vnd.github+json',
          authorization: `Bearer ${token}`,
          'x-github-api-version': '2022-11-28',
          'user-agent': expect.stringMatching(/^shenbao\/\d/),
        });
        expect(path).not.toContain(token);
      }
      expect(fake.requests[3]?.headers['content-type']).toBe('application/json');
    }));

  test('finds the open pull requests from a branch, a fork’s too', () => {
    const pulls = [
      { ...pull, from: 'forker:fix/申报' },
      { number: 8, base: older, head, from: 'forker:fix/申报' },
      { number: 9, base, head, from: 'forker:fix/申报', state: 'closed' as const },
      { number: 10, base, head, from: 'owner:fix/申报' },
    ];
    return withForge('github', { pulls }, async (fake) => {
      const place = placeOn('github', fake.api, { pull: null, branch: { owner: 'forker', name: 'fix/申报' } });
      const found = await github.connect(place, token, testWire()).pulls();
      expect(found).toEqual([pull, { number: 8, base: older, head }]);
      expect(fake.requests[0]?.path).toBe(
        '/repos/owner/name/pulls?state=open&head=forker%3Afix%2F%E7%94%B3%E6%8A%A5&per_page=100&page=1',
      );
    });
  });

  test('of GitHub Enterprise has GraphQL beside its third version', () =>
    inGitHub(async (fake) => {
      const place = placeOn('github', `${fake.api}/api/v3`);
      await github.connect(place, token, testWire()).whoAmI();
      expect(fake.requests[0]?.path).toBe('/api/graphql');
    }));

  test.each([
    ['a page', { number: 7, base: {}, head: { sha: head } }],
    ['a commit that is none', { number: 7, base: { sha: 'main' }, head: { sha: head } }],
    ['a number that is none', { number: '7/../8', base: { sha: base }, head: { sha: head } }],
  ])('that answers %s is not believed', (_name, answer) =>
    inGitHub(async (fake) => {
      fake.trouble(/pulls\/7/, (response) => response.end(JSON.stringify(answer)));
      const asked = connectTo('github', fake, testWire()).pulls();
      await expect(asked).rejects.toMatchObject({ fault: { kind: 'strange', what: 'shape' } });
    }));
});
