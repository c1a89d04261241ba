// GitLab: what its CI says of a pipeline, and what is asked of its API.
import { describe, expect, test } from 'vitest';
import { gitlab } from '../../../src/workspace/forges/gitlab.js';
import { bot, token, withForge } from '../../support/fake-forge.js';
import { base, connectTo, head, older, placeOn, pull, testWire } from './support.js';

const noRemote = async () => null;

const mergeRequest = {
  CI_API_V4_URL: 'https://gitlab.example/api/v4',
  CI_PROJECT_ID: '5',
  CI_MERGE_REQUEST_PROJECT_ID: '5',
  CI_MERGE_REQUEST_IID: '7',
  CI_MERGE_REQUEST_DIFF_BASE_SHA: base,
  CI_MERGE_REQUEST_SOURCE_BRANCH_SHA: '',
  CI_COMMIT_SHA: head,
};

describe('a pipeline', () => {
  const known = {
    api: 'https://gitlab.example/api/v4',
    repository: '5',
    pull: 7,
    branch: null,
    base,
    head,
    fromFork: false,
  };

  test('of a merge request has its number and its two sides', async () => {
    expect(await gitlab.locate(mergeRequest, noRemote)).toEqual(known);
  });

  test('for merged results is of the branch, not of the merge that GitLab made', async () => {
    const merged = { ...mergeRequest, CI_COMMIT_SHA: older, CI_MERGE_REQUEST_SOURCE_BRANCH_SHA: head };
    expect(await gitlab.locate(merged, noRemote)).toEqual(known);
  });

  test('of a fork comments on the project that the merge request is for', async () => {
    expect(await gitlab.locate({ ...mergeRequest, CI_PROJECT_ID: '6' }, noRemote)).toEqual({
      ...known,
      fromFork: true,
    });
  });

  test('of a branch has no merge request', async () => {
    const env = { CI_API_V4_URL: 'https://gitlab.example/api/v4', CI_PROJECT_ID: '5', CI_COMMIT_SHA: head };
    expect(await gitlab.locate(env, noRemote)).toEqual({ ...known, pull: null, base: null, head: null });
    expect(await gitlab.locate({}, noRemote)).toMatchObject({ api: 'https://gitlab.com/api/v4', repository: null });
  });
});

test('the API is asked with the token in a header alone', () =>
  withForge('gitlab', { pulls: [pull], comments: [{ author: bot, body: '一' }] }, async (fake) => {
    const connection = connectTo('gitlab', fake, testWire());
    expect(await connection.whoAmI()).toBe(String(bot.id));
    expect(await connection.pulls()).toEqual([pull]);
    expect(await connection.comments(7)).toEqual([{ id: 100, author: String(bot.id), body: '一' }]);
    await connection.create(7, '二');
    await connection.update(7, 100, '三');
    expect(fake.requests.map(({ method, path, body }) => [method, path, body])).toEqual([
      ['GET', '/api/v4/user', null],
      ['GET', '/api/v4/projects/5/merge_requests/7', null],
      ['GET', '/api/v4/projects/5/merge_requests/7/notes?sort=asc&order_by=created_at&per_page=100&page=1', null],
      ['POST', '/api/v4/projects/5/merge_requests/7/notes', { body: '二' }],
      ['PUT', '/api/v4/projects/5/merge_requests/7/notes/100', { body: '三' }],
    ]);
    for (const { headers, path } of fake.requests) {
      expect(headers['private-token']).toBe(token);
      expect(headers.authorization).toBeUndefined();
      expect(path).not.toContain(token);
    }
  }));

test('a project may be named by its path', () =>
  withForge('gitlab', { pulls: [pull] }, async (fake) => {
    const place = { ...placeOn('gitlab', fake.api), repository: 'group/name' };
    expect(await gitlab.connect(place, token, testWire()).pulls()).toEqual([pull]);
  }));
