// `shenbao comment`, from a real repository to each service over real HTTP: where the comment goes, and what is said when it cannot.
import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { UserError } from '../../src/base/user-error.js';
import { comment } from '../../src/commands/comment.js';
import { openTerminal } from '../../src/commands/terminal.js';
import { type ForgeName, forgeNames } from '../../src/workspace/forges/forge.js';
import {
  bot,
  cut,
  type FakeForge,
  type FakePull,
  silence,
  status,
  stranger,
  token,
  withForge,
} from '../support/fake-forge.js';
import { missing } from '../support/programs.js';
import { sampleWith } from '../support/workspace.js';
import { testWire } from '../workspace/forges/support.js';
import { temporaryFolder } from '../workspace/support.js';

const lacking = missing('git');
const marker = '<!-- shenbao review -->';

interface Repository {
  readonly root: string;
  /** Commit ids. */
  readonly base: string;
  readonly head: string;
  git(...args: readonly string[]): string;
  commit(file: string, text: string): string;
}

const sample = 'projects/2025/项目.yaml';

/** A repository in which a branch has raised the amount of the sample; the workspace is its `folder`. */
function repository(folder = '.'): Repository {
  const top = temporaryFolder();
  const root = join(top, folder);
  const who = [
    '-c',
    'user.name=a',
    '-c',
    'user.email=a@b',
    '-c',
    'commit.gpgsign=false',
    '-c',
    'init.defaultBranch=main',
  ];
  const git = (...args: readonly string[]) =>
    execFileSync('git', ['-C', top, ...who, ...args], { encoding: 'utf8' }).trim();
  const commit = (file: string, text: string) => {
    mkdirSync(dirname(join(root, file)), { recursive: true });
    writeFileSync(join(root, file), text);
    git('add', '-A');
    git('commit', '-q', '-m', 'x');
    return git('rev-parse', 'HEAD');
  };
  git('init', '-q');
  const base = commit(sample, sampleWith());
  git('switch', '-q', '-c', 'feature');
  const head = commit(sample, sampleWith(['实施期限: 5', '实施期限: 3']));
  return { root, base, head, git, commit };
}

type Env = Readonly<Record<string, string | undefined>>;

interface Ran {
  readonly status: number | null;
  readonly out: string;
  readonly complaints: string;
}

const said: string[] = [];

/** Whatever is said, on which way ever, the token is not in it. */
afterEach(() => {
  for (const text of said.splice(0)) expect(text).not.toContain(token);
});

async function run(
  root: string,
  forge: string,
  flags: Parameters<typeof comment>[1],
  env: Env,
  lang: 'zh' | 'en' = 'zh',
): Promise<Ran> {
  let out = '';
  let complaints = '';
  const surroundings = {
    cwd: root,
    env,
    stdout: { write: (text: string) => (out += text) },
    stderr: { write: (text: string) => (complaints += text) },
    signal: new AbortController().signal,
    stdin: async () => new Uint8Array(),
  };
  const terminal = openTerminal(surroundings, lang);
  const ended = await comment(forge, flags, surroundings, terminal, testWire()).catch((error: unknown) => {
    if (!(error instanceof UserError)) throw error;
    complaints += `${error.words[lang]}\n`;
    said.push(String(error.stack), error.words.en);
    return 2;
  });
  said.push(out, complaints);
  return { status: ended, out, complaints };
}

/** What the service's CI sets for a run of this pull request, written where it leaves it. */
function ci(
  forge: ForgeName,
  fake: Pick<FakeForge, 'api'>,
  { base, head }: Pick<Repository, 'base' | 'head'>,
  fork = false,
): Env {
  const file = join(temporaryFolder(), 'event.json');
  const at = (sha: string, repo: string) => ({ sha, repo: { full_name: repo } });
  const pull_request = { number: 7, base: at(base, 'owner/name'), head: at(head, fork ? 'forker/name' : 'owner/name') };
  writeFileSync(file, JSON.stringify({ pull_request }));
  const all: Readonly<Record<ForgeName, Env>> = {
    github: {
      GITHUB_API_URL: fake.api,
      GITHUB_REPOSITORY: 'owner/name',
      GITHUB_EVENT_PATH: file,
      GITHUB_TOKEN: token,
    },
    gitlab: {
      CI_API_V4_URL: fake.api,
      CI_PROJECT_ID: fork ? '6' : '5',
      CI_MERGE_REQUEST_PROJECT_ID: '5',
      CI_MERGE_REQUEST_IID: '7',
      CI_MERGE_REQUEST_DIFF_BASE_SHA: base,
      CI_COMMIT_SHA: head,
      CI_JOB_TOKEN: 'job',
      GITLAB_TOKEN: token,
    },
    gitee: { GITEE_API_BASE: fake.api, GITEE_REPO: 'owner/name', GITEE_PULL_ID: '7', GITEE_TOKEN: token },
  };
  return all[forge];
}

const tokenOf = { github: 'GITHUB_TOKEN', gitlab: 'GITLAB_TOKEN', gitee: 'GITEE_TOKEN' };
const where = { github: 'GitHub owner/name #7', gitlab: 'GitLab 5 !7', gitee: 'Gitee owner/name !7' };

describe.skipIf(lacking)(`shenbao comment${lacking ? ` (skipped: ${lacking})` : ''}`, () => {
  describe.each(forgeNames)('on %s', (forge) => {
    const withRun = (
      use: (fake: FakeForge, repo: Repository, env: Env) => Promise<void>,
      pulls?: readonly FakePull[],
    ) => {
      const repo = repository();
      return withForge(forge, { pulls: pulls ?? [{ number: 7, base: repo.base, head: repo.head }] }, (fake) =>
        use(fake, repo, ci(forge, fake, repo)),
      );
    };

    test('comments once, and says where', () =>
      withRun(async (fake, { root }, env) => {
        expect(await run(root, forge, {}, env)).toEqual({
          status: 0,
          out: `写了评论：${where[forge]}。\n`,
          complaints: '',
        });
        const [first, ...others] = fake.comments;
        expect(others).toEqual([]);
        expect(first?.body.startsWith(`${marker}\n\n`)).toBe(true);
        expect(first?.body).toContain('项目');
        expect((await run(root, forge, {}, env)).out).toBe(`评论已经是这样，没有改动：${where[forge]}。\n`);
        expect(fake.comments).toHaveLength(1);
      }));

    test('brings the comment up to date with a new commit, and says that nothing is changed any more', () =>
      withRun(async (fake, { root, base, commit }, env) => {
        await run(root, forge, {}, env);
        const before = fake.comments[0]?.body;
        commit(
          'projects/2025/另一个项目.yaml',
          sampleWith(['605004', '605005'], ['项目名称: 区总工会工作经费', '项目名称: 另一个']),
        );
        const range = `${base}...HEAD`;
        expect((await run(root, forge, { range }, env)).out).toBe(`更新了评论：${where[forge]}。\n`);
        expect(fake.comments[0]?.body).not.toBe(before);
        const back = commit(sample, sampleWith());
        commit('README.md', 'x');
        await run(root, forge, { range: `${back}...HEAD` }, env);
        expect(fake.comments.map(({ body }) => body)).toEqual([`${marker}\n\n这个合并请求不再改动申报表。`]);
      }));

    test('writes nothing where no declaration changed', () =>
      withRun(async (fake, { root, commit, head }, env) => {
        commit('README.md', 'x');
        const { status, out } = await run(root, forge, { range: `${head}...HEAD` }, env);
        expect({ status, out }).toEqual({ status: 0, out: `没有改动申报表，不写评论：${where[forge]}。\n` });
        expect(fake.comments).toEqual([]);
      }));

    test('needs no CI where flags say it all', () =>
      withRun(async (fake, { root }, env) => {
        const repo = forge === 'gitlab' ? 'group/name' : 'owner/name';
        const api = Object.fromEntries(Object.entries(env).filter(([name]) => /API|TOKEN/.test(name)));
        expect((await run(root, forge, { repo, pr: '7' }, api)).status).toBe(0);
        expect(fake.comments).toHaveLength(1);
      }));

    test('--dry-run shows the comment and where it would go, without network or token', async () => {
      const repo = repository();
      const { [tokenOf[forge]]: _, ...env } = ci(forge, { api: 'http://127.0.0.1:9' }, repo);
      const { status, out, complaints } = await run(repo.root, forge, { dryRun: true, range: 'main...feature' }, env);
      expect({ status, complaints }).toEqual({ status: 0, complaints: `会写到 ${where[forge]}；现在什么都没有写。\n` });
      expect(out.startsWith(`${marker}\n\n`)).toBe(true);
      expect(out).toContain('项目');
      const nothing = await run(repo.root, forge, { dryRun: true, range: 'main...main' }, env);
      expect(nothing.out).toBe('');
      expect(nothing.complaints).toBe('没有改动申报表，不会写评论；以前写的会改成一句话。\n');
      const nowhere = await run(repo.root, forge, { dryRun: true, range: 'main...feature' }, {});
      expect(nowhere.complaints).toMatch(/^不在 .* 的合并请求里运行，还不知道写到哪里/);
      expect((await run(repo.root, forge, { dryRun: true }, {})).complaints).toBe(
        '--dry-run 不联网，不知道比较哪两个提交：用 --range BASE...HEAD 指定，例如 --range main...HEAD。\n',
      );
    });

    test.each([
      [
        'a token that is not accepted',
        401,
        /^\S+ 不认 \w+ 里的令牌（401）：写错了、过期了或者被撤销了，请换一个。它说：/,
      ],
      [
        'a pull request that is not there',
        404,
        /^\S+ 上找不到 \S+ [#!]7（404）：核对 --repo 和 --pr；也可能是令牌看不见它，/,
      ],
      ['a repository that was renamed', 301, /^\S+ 让我们到别处去（301），没有跟去/],
      ['a body that is not taken', 422, /^\S+ 不收（422）。它说：/],
    ])('says in one sentence what to do about %s', (_name, code, sentence) =>
      withRun(async (fake, { root }, env) => {
        fake.trouble(/^GET .*7$/, status(code, { message: `Bad ${token}` }, { location: 'http://elsewhere.example/' }));
        const { status: ended, out, complaints } = await run(root, forge, {}, env);
        expect({ ended, out }).toEqual({ ended: 2, out: '' });
        expect(complaints).toMatch(sentence);
        expect(complaints.trim().split('\n')).toHaveLength(1);
        expect(fake.comments).toEqual([]);
      }));

    test('says which right a token lacks', () =>
      withRun(async (fake, { root }, env) => {
        fake.trouble(/^POST .*(comments|notes)/, status(403, { message: 'Resource not accessible by integration' }));
        const { status: ended, complaints } = await run(root, forge, {}, env, 'en');
        expect(ended).toBe(2);
        const right = {
          github: 'write permissions: pull-requests: write in the workflow',
          gitlab: 'needs the role Reporter or higher and the scope api; CI_JOB_TOKEN cannot write comments',
          gitee: 'needs user_info, pull_requests and notes',
        };
        expect(complaints).toContain(right[forge]);
        expect(complaints).toMatch(
          /^\w+ does not let this token comment \(403\): .* It says: Resource not accessible by integration\n$/,
        );
      }));

    test('says that there is no answer, no JSON, too many requests', () =>
      withRun(async (fake, { root }, env) => {
        fake.trouble(/7$/, cut, cut, cut, cut);
        expect((await run(root, forge, {}, env)).complaints).toMatch(
          /^\S+ 没有回答（\w+），试了几次都不行；请看网络通不通/,
        );
        fake.trouble(/7$/, status(200, '<html>登录</html>'));
        expect((await run(root, forge, {}, env)).complaints).toMatch(/^\S+ 的回答不是 JSON，像是网页/);
        fake.trouble(/7$/, status(429, {}, { 'retry-after': '900' }));
        expect((await run(root, forge, {}, env)).complaints).toBe(
          `${where[forge].split(' ')[0]} 说请求太多，要等 900 秒；没有等，过后再运行一次。\n`,
        );
      }));

    test('says where a token comes from when there is none, or when it cannot be one', async () => {
      const repo = repository();
      const env = ci(forge, { api: 'http://127.0.0.1:9' }, repo);
      const without = await run(repo.root, forge, {}, { ...env, [tokenOf[forge]]: ' ' });
      expect(without).toMatchObject({ status: 2, out: '' });
      expect(without.complaints).toMatch(new RegExp(`^没有令牌，环境变量 ${tokenOf[forge]} 是空的：`));
      const broken = await run(repo.root, forge, {}, { ...env, [tokenOf[forge]]: `${token}\nx` });
      expect(broken.complaints).toBe(
        `环境变量 ${tokenOf[forge]} 里有令牌不会有的字符（空格、汉字、换行），请重新填写。\n`,
      );
    });

    test('takes a token with a line’s end around it', () =>
      withRun(async (fake, { root }, env) => {
        expect((await run(root, forge, {}, { ...env, [tokenOf[forge]]: `${token}\n` })).status).toBe(0);
        expect(fake.comments).toHaveLength(1);
      }));

    test('says what is missing outside of a CI', async () => {
      const { root } = repository();
      const { status: ended, complaints } = await run(root, forge, {}, { [tokenOf[forge]]: token });
      expect(ended).toBe(2);
      expect(complaints).toMatch(/^不知道评论写到哪里：.*用 --repo owner\/name 和 --pr 编号 指定。\n$/);
      expect((await run(root, forge, { pr: '7' }, { [tokenOf[forge]]: token })).status).toBe(2);
    });
  });

  test.each(['github', 'gitlab'] as const)('an old run on %s leaves it to the newest one', async (forge) => {
    const repo = repository();
    const moved = { number: 7, base: repo.base, head: 'b'.repeat(40) };
    await withForge(forge, { pulls: [moved] }, async (fake) => {
      expect(await run(repo.root, forge, {}, ci(forge, fake, repo))).toEqual({
        status: 0,
        out: `合并请求已经有了比 ${repo.head.slice(0, 7)} 新的提交，旧的不再评论；新的那次运行会写。\n`,
        complaints: '',
      });
      expect(fake.comments).toEqual([]);
    });
  });

  test('a commit that is not here is asked for, not taken for no change', async () => {
    const repo = repository();
    await withForge('gitee', { pulls: [{ number: 7, base: repo.base, head: 'b'.repeat(40) }] }, async (fake) => {
      const { status: ended, out, complaints } = await run(repo.root, 'gitee', {}, ci('gitee', fake, repo));
      expect({ ended, out }).toEqual({ ended: 2, out: '' });
      expect(complaints).toContain('b'.repeat(40));
      expect(fake.comments).toEqual([]);
    });
  });

  test('the run of a fork’s pull request is pointed at the workflow that may comment', async () => {
    const repo = repository();
    await withForge('github', { pulls: [{ number: 7, base: repo.base, head: repo.head }] }, async (fake) => {
      const env = ci('github', fake, repo, true);
      const sentence =
        '这个合并请求来自派生的仓库，GitHub 不给它能写评论的令牌；让默认分支上的 .github/workflows/shenbao-review.yml 来评论（shenbao init . --ci github 会写出它）。';
      expect(await run(repo.root, 'github', {}, { ...env, GITHUB_TOKEN: '' })).toMatchObject({
        status: 2,
        complaints: `${sentence}\n`,
      });
      // Where GitHub gives a token, it may only read.
      fake.trouble(/^POST .*comments/, status(403, { message: 'Resource not accessible by integration' }));
      expect((await run(repo.root, 'github', {}, env)).complaints).toBe(
        `${sentence}它说：Resource not accessible by integration\n`,
      );
    });
    const env = ci('gitlab', { api: 'http://127.0.0.1:9' }, repo, true);
    expect((await run(repo.root, 'gitlab', {}, { ...env, GITLAB_TOKEN: undefined })).complaints).toMatch(
      /^这个合并请求来自派生的项目，流水线在那里运行，没有原项目的 GITLAB_TOKEN；/,
    );
  });

  describe('after the run of a pull request (workflow_run)', () => {
    const runOf = (fake: FakeForge, head_sha: string): Env => {
      const file = join(temporaryFolder(), 'event.json');
      const head_repository = { owner: { login: 'forker' }, full_name: 'forker/name' };
      const workflow_run = {
        event: 'pull_request',
        head_branch: 'feature',
        head_sha,
        head_repository,
        pull_requests: [],
      };
      writeFileSync(file, JSON.stringify({ workflow_run }));
      return {
        GITHUB_API_URL: fake.api,
        GITHUB_REPOSITORY: 'owner/name',
        GITHUB_EVENT_PATH: file,
        GITHUB_TOKEN: token,
      };
    };

    test('the pull request of the branch is found, from a checkout of the default branch', async () => {
      const { root, base, head, git } = repository();
      git('switch', '-q', 'main');
      await withForge('github', { pulls: [{ number: 12, base, head, from: 'forker:feature' }] }, async (fake) => {
        expect((await run(root, 'github', {}, runOf(fake, head))).out).toBe('写了评论：GitHub owner/name #12。\n');
        expect(git('status', '--porcelain')).toBe('');
      });
    });

    test('all of them, where the branch is to go to several', async () => {
      const { root, base, head } = repository();
      const pulls = [12, 13].map((number) => ({ number, base, head, from: 'forker:feature' }));
      await withForge('github', { pulls }, async (fake) => {
        expect((await run(root, 'github', {}, runOf(fake, head))).out).toBe(
          '写了评论：GitHub owner/name #12。\n写了评论：GitHub owner/name #13。\n',
        );
      });
    });

    test('one that moved on, or is open no more, is left alone', async () => {
      const { root, base, head } = repository();
      const pulls = [{ number: 12, base, head: 'd'.repeat(40), from: 'forker:feature' }];
      await withForge('github', { pulls }, async (fake) => {
        expect(await run(root, 'github', {}, runOf(fake, head))).toMatchObject({
          status: 0,
          out: `合并请求已经有了比 ${head.slice(0, 7)} 新的提交，旧的不再评论；新的那次运行会写。\n`,
        });
        expect(fake.comments).toEqual([]);
      });
      await withForge('github', { pulls: [] }, async (fake) => {
        expect(await run(root, 'github', {}, runOf(fake, head))).toMatchObject({
          status: 0,
          out: '这个分支已经没有开着的合并请求，不写评论。\n',
        });
      });
    });

    test('a dry run says the branch, and needs to be told what to compare', async () => {
      const { root, head } = repository();
      const env = runOf({ api: 'http://127.0.0.1:9' } as FakeForge, head);
      const range = 'main...feature';
      expect((await run(root, 'github', { dryRun: true, range }, env)).complaints).toBe(
        '会写到 GitHub owner/name 里来自 forker:feature 的合并请求；现在什么都没有写。\n',
      );
      expect((await run(root, 'github', { dryRun: true }, env)).status).toBe(2);
    });
  });

  test('of several workspaces in one repository each has its comment', async () => {
    const repo = repository('单位/申报');
    await withForge('github', { pulls: [{ number: 7, base: repo.base, head: repo.head }] }, async (fake) => {
      await run(repo.root, 'github', {}, ci('github', fake, repo));
      expect(fake.comments[0]?.body).toMatch(/^<!-- shenbao review %E5%8D%95%E4%BD%8D\/%E7%94%B3%E6%8A%A5 -->\n\n/);
      expect(fake.comments[0]?.author).toEqual(bot);
    });
  });

  test('a flag that names another repository or pull request does not mix with what the CI says', async () => {
    const repo = repository();
    const pulls = [{ number: 8, base: repo.base, head: repo.head }];
    await withForge('github', { pulls, comments: [{ author: stranger, body: '好' }] }, async (fake) => {
      const env = ci('github', fake, { base: 'e'.repeat(40), head: 'f'.repeat(40) });
      expect((await run(repo.root, 'github', { pr: '8' }, env)).out).toBe('写了评论：GitHub owner/name #8。\n');
      const { complaints } = await run(repo.root, 'github', { repo: 'other/name' }, env);
      expect(complaints).toMatch(/^不知道评论写到哪里：/);
    });
  });

  test('ends with 130 when it is interrupted while it asks', async () => {
    const repo = repository();
    await withForge('github', { pulls: [{ number: 7, base: repo.base, head: repo.head }] }, async (fake) => {
      const interrupt = new AbortController();
      fake.trouble(/pulls/, (response, work) => {
        interrupt.abort();
        silence(response, work);
      });
      const surroundings = {
        cwd: repo.root,
        env: ci('github', fake, repo),
        stdout: { write: () => true },
        stderr: { write: () => true },
        signal: interrupt.signal,
        stdin: async () => new Uint8Array(),
      };
      expect(await comment('github', {}, surroundings, openTerminal(surroundings, 'zh'))).toBe(130);
    });
  });

  test.each([
    ['gitea', {}, 'comment 不能写“gitea”，可以写 github、gitlab、gitee。'],
    ['github', { pr: '#7' }, '--pr 不能写“#7”，要写合并请求的编号，例如 7。'],
    ['github', { range: 'main..HEAD' }, '--range 不能写“main..HEAD”，要写成 BASE...HEAD（三个点），例如 main...HEAD。'],
    [
      'github',
      { range: '--output=x...HEAD' },
      '--range 不能写“--output=x...HEAD”，要写成 BASE...HEAD（三个点），例如 main...HEAD。',
    ],
    ['github', { repo: '../../user' }, '仓库不能写“../../user”，要写成 owner/name。'],
    ['gitee', { repo: 'owner/..' }, '仓库不能写“owner/..”，要写成 owner/name。'],
    ['gitlab', { repo: 'name' }, '仓库不能写“name”，要写成 owner/name。'],
  ])('%s %j: %s', async (forge, flags, sentence) => {
    const { root } = repository();
    const { status: ended, complaints } = await run(root, forge, flags, {});
    expect({ ended, complaints: complaints.trim() }).toEqual({ ended: 2, complaints: sentence });
  });
});
