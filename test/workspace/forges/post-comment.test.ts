// One comment a pull request, over real HTTP to each service: written once, changed in place, never doubled, never another's.
import { describe, expect, test } from 'vitest';
import { forgeNames } from '../../../src/workspace/forges/forge.js';
import { markerOf } from '../../../src/workspace/forges/marker.js';
import { type Note, postComment } from '../../../src/workspace/forges/post-comment.js';
import { bot, cut, type FakeForge, status, stranger, withForge, workThenCut } from '../../support/fake-forge.js';
import { connectTo, pull, testWire } from './support.js';

const marker = markerOf('');
const note: Note = { marker, text: '本年度项目金额 +4.95%', instead: '不再改动' };
const posted = `${marker}\n\n本年度项目金额 +4.95%`;
const pulls = [pull];
const by = (author: typeof bot, body: string) => ({ author, body });

describe.each(forgeNames)('on %s', (forge) => {
  const post = (fake: FakeForge, one: Note = note, wire = testWire()) =>
    postComment(connectTo(forge, fake, wire), 7, one, wire);
  const writes = (fake: FakeForge) =>
    fake.requests.filter(({ method, path }) => method !== 'GET' && path !== '/graphql');

  test('the first comment is written, the same one is left alone, another text takes its place', () =>
    withForge(forge, { pulls, comments: [by(stranger, '好')] }, async (fake) => {
      expect(await post(fake)).toBe('created');
      expect(fake.comments.map(({ body }) => body)).toEqual(['好', posted]);
      expect(await post(fake)).toBe('same');
      expect(writes(fake)).toHaveLength(1);
      expect(await post(fake, { ...note, text: '金额 −1%' })).toBe('updated');
      expect(writes(fake)).toHaveLength(2);
      expect(fake.comments.map(({ body }) => body)).toEqual(['好', `${marker}\n\n金额 −1%`]);
    }));

  test('where there is nothing to say nothing is written, and an earlier comment says so', () =>
    withForge(forge, { pulls }, async (fake) => {
      expect(await post(fake, { ...note, text: null })).toBe('silent');
      expect(writes(fake)).toEqual([]);
      await post(fake);
      expect(await post(fake, { ...note, text: null })).toBe('updated');
      expect(await post(fake, { ...note, text: null })).toBe('same');
      expect(fake.comments.map(({ body }) => body)).toEqual([`${marker}\n\n不再改动`]);
    }));

  test('it is found on the second page, and nothing after a page that is not full is asked for', () =>
    withForge(
      forge,
      { pulls, comments: [...Array(120).fill(by(stranger, '好')), by(bot, `${marker}\n\n旧`)] },
      async (fake) => {
        expect(await post(fake)).toBe('updated');
        expect(fake.comments).toHaveLength(121);
        const pages = fake.requests
          .map(({ path }) => /[?&]page=(\d+)/.exec(path)?.[1])
          .filter((page) => page !== undefined);
        expect(pages).toEqual(['1', '2']);
      },
    ));

  test('a stranger’s comment with our marker is not ours', () =>
    withForge(forge, { pulls, comments: [by(stranger, posted)] }, async (fake) => {
      expect(await post(fake)).toBe('created');
      expect(await post(fake, { ...note, text: '又' })).toBe('updated');
      expect(fake.comments.map(({ body }) => body)).toEqual([posted, `${marker}\n\n又`]);
    }));

  test('nor is one in which the marker does not come first, or which is of another workspace', () =>
    withForge(forge, { pulls, comments: [by(bot, `> ${posted}`), by(bot, posted)] }, async (fake) => {
      const quote = `> ${posted}`;
      expect(await post(fake, { ...note, text: '新' })).toBe('updated');
      expect(fake.comments.map(({ body }) => body)).toEqual([quote, `${marker}\n\n新`]);
      expect(await post(fake, { ...note, marker: markerOf('单位/申报/') })).toBe('created');
      expect(fake.comments.slice(0, 2).map(({ body }) => body)).toEqual([quote, `${marker}\n\n新`]);
    }));

  test('a comment that was deleted while it was to be changed is written anew', () =>
    withForge(forge, { pulls, comments: [by(bot, `${marker}\n\n旧`)] }, async (fake) => {
      fake.trouble(/^(PATCH|PUT)/, status(404, { message: 'Not Found' }));
      expect(await post(fake)).toBe('created');
    }));

  test('a post that worked although its answer was lost is not repeated', () =>
    withForge(forge, { pulls }, async (fake) => {
      fake.trouble(/^POST .*(comments|notes)/, workThenCut);
      const wire = testWire();
      expect(await post(fake, note, wire)).toBe('created');
      expect(fake.comments.map(({ body }) => body)).toEqual([posted]);
      expect(writes(fake)).toHaveLength(1);
      expect(wire.waits).toEqual([1000]);
    }));

  test('a post that did not work is repeated, after a look at what is there', () =>
    withForge(forge, { pulls }, async (fake) => {
      fake.trouble(/^POST .*(comments|notes)/, cut, status(502, '<html>Bad Gateway</html>'));
      const wire = testWire();
      expect(await post(fake, note, wire)).toBe('created');
      expect(fake.comments).toHaveLength(1);
      expect(writes(fake)).toHaveLength(3);
      expect(wire.waits).toEqual([1000, 3000]);
    }));

  test('it gives up after four', () =>
    withForge(forge, { pulls }, async (fake) => {
      fake.trouble(/^POST .*(comments|notes)/, cut, cut, cut, cut, cut);
      await expect(post(fake)).rejects.toMatchObject({ fault: { kind: 'unanswered' } });
      expect(writes(fake)).toHaveLength(4);
      expect(fake.comments).toEqual([]);
    }));

  test('every character arrives as it is, those beyond the basic plane too', () =>
    withForge(forge, { pulls }, async (fake) => {
      const text = '𠮷野家 👍🏽 <b>"\\ \u2028 | é';
      await post(fake, { ...note, text });
      expect(fake.comments[0]?.body).toBe(`${marker}\n\n${text}`);
      expect(await post(fake, { ...note, text })).toBe('same');
    }));

  test('what would be a command is text', () =>
    withForge(forge, { pulls }, async (fake) => {
      const text = '表\n/merge\n  /close 7\n> /assign @a\na /b\n/ c';
      await post(fake, { ...note, text });
      const lines = fake.comments[0]?.body.split('\n').slice(2);
      expect(lines).toEqual(['表', '\u2060/merge', '  \u2060/close 7', '> \u2060/assign @a', 'a /b', '/ c']);
      expect(await post(fake, { ...note, text })).toBe('same');
    }));

  test('ends of lines that the service changed are no change', () =>
    withForge(forge, { pulls, comments: [by(bot, `${posted.replaceAll('\n', '\r\n')}\r\n`)] }, async (fake) => {
      expect(await post(fake)).toBe('same');
    }));
});

describe('where nobody says who we are', () => {
  /** What each service answers a token that may not ask. */
  const whoAmI = { github: /^POST \/graphql/, gitlab: /^GET \/api\/v4\/user$/, gitee: /^GET \/api\/v5\/user$/ };

  test.each(forgeNames)('what %s does not let us change is another’s', (forge) =>
    withForge(
      forge,
      { pulls, comments: [by(stranger, `${marker}\n\n假的`), by(bot, `${marker}\n\n旧`)] },
      async (fake) => {
        const wire = testWire();
        fake.trouble(whoAmI[forge], status(403, { message: 'Resource not accessible by integration' }));
        fake.trouble(/^(PATCH|PUT) .*\/100$/, status(403, { message: '403 Forbidden' }));
        expect(await postComment(connectTo(forge, fake, wire), 7, note, wire)).toBe('updated');
        expect(fake.comments.map(({ body }) => body)).toEqual([`${marker}\n\n假的`, posted]);
      },
    ));

  test.each(forgeNames)('and where there is no other, ours is written on %s', (forge) =>
    withForge(forge, { pulls, comments: [by(stranger, `${marker}\n\n假的`)] }, async (fake) => {
      const wire = testWire();
      fake.trouble(whoAmI[forge], status(403, { message: 'Resource not accessible by integration' }));
      fake.trouble(/^(PATCH|PUT)/, status(403, { message: '403 Forbidden' }));
      expect(await postComment(connectTo(forge, fake, wire), 7, note, wire)).toBe('created');
    }));
});

test('our own comment that we may not change is a refusal, not another’s', () =>
  withForge('gitlab', { pulls, comments: [by(bot, `${marker}\n\n旧`)] }, async (fake) => {
    const wire = testWire();
    fake.trouble(/^PUT/, status(403, { message: '403 Forbidden' }));
    const nothing = { ...note, text: null };
    await expect(postComment(connectTo('gitlab', fake, wire), 7, nothing, wire)).rejects.toMatchObject({
      fault: { kind: 'refused', status: 403, said: '403 Forbidden' },
    });
  }));

test('what GitLab writes itself is no comment', () =>
  withForge('gitlab', { pulls, comments: [{ ...by(bot, `${marker}\n\n旧`), system: true }] }, async (fake) => {
    const wire = testWire();
    expect(await postComment(connectTo('gitlab', fake, wire), 7, note, wire)).toBe('created');
  }));

describe('the marker', () => {
  test.each([
    ['', '<!-- shenbao review -->'],
    ['单位/申报 表/', '<!-- shenbao review %E5%8D%95%E4%BD%8D/%E7%94%B3%E6%8A%A5%20%E8%A1%A8 -->'],
    ['a--><script>/', '<!-- shenbao review a%2D%2D%3E%3Cscript%3E -->'],
    ['a-b/', '<!-- shenbao review a%2Db -->'],
  ])('of a workspace in “%s” is %s', (prefix, expected) => {
    expect(markerOf(prefix)).toBe(expected);
  });
});
