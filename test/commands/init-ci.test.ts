// The CI files that init writes, run as they stand: their shell lines by the compiled tool in real git repositories, their comments over
// real HTTP. What runners and actions do is played here as their manuals have it.
import { execFileSync, spawn } from 'node:child_process';
import { chmodSync, cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, delimiter, dirname, join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { type FakeForge, status, token, withForge } from '../support/fake-forge.js';
import { missing } from '../support/programs.js';
import { sampleWith } from '../support/workspace.js';
import { compiledTool, declaration, temporaryFolder } from '../workspace/support.js';

const lacking = missing('git');
const marker = '<!-- shenbao review -->';

interface Step {
  readonly uses?: string;
  readonly run?: string;
  readonly if?: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly with?: Readonly<Record<string, string | number | boolean>>;
}

interface Workflow {
  readonly name: string;
  readonly on: Readonly<Record<string, unknown>>;
  readonly permissions: Readonly<Record<string, string>>;
  readonly concurrency: { readonly group: string; readonly 'cancel-in-progress': boolean | string };
  readonly jobs: Readonly<Record<string, { readonly if?: string; readonly steps: readonly Step[] }>>;
}

interface GitLabJob {
  readonly rules?: readonly { readonly if: string }[];
  readonly script: readonly string[];
  readonly variables?: Readonly<Record<string, string>>;
  readonly resource_group?: string;
  readonly cache?: readonly { readonly key: unknown; readonly paths: readonly string[] }[];
  readonly artifacts?: { readonly paths?: readonly string[] };
}

const template = (name: string) => parse(readFileSync(`templates/workspace/ci/${name}`, 'utf8'), { strict: true });
const checks = template('github.yml') as Workflow;
const reviews = template('github-review.yml') as Workflow;
const gitLab = template('gitlab.yml') as Readonly<Record<'check' | 'build' | 'review', GitLabJob>> & {
  readonly default: { readonly before_script: readonly string[] };
};
const [giteeStep] = template('gitee.yml').stages[0].steps as [{ readonly commands: readonly string[] }];

const stepsOf = (workflow: Workflow) => Object.values(workflow.jobs).flatMap(({ steps }) => steps);
/** `${{ … }}` as GitHub writes it. */
const expression = (text: string) => `\${{ ${text} }}`;

/** `npx shenbao` runs the compiled tool; `npm ci` has been done; Node is there already. */
let path = '';

beforeAll(() => {
  const bin = temporaryFolder();
  const shim = (name: string, text: string) => {
    writeFileSync(join(bin, name), `#!/bin/sh\n${text}\n`);
    chmodSync(join(bin, name), 0o755);
  };
  const main = join(compiledTool(), 'dist/main.js');
  shim('npx', `[ "$1" = shenbao ] || exit 97; shift; exec "${process.execPath}" "${main}" "$@"`);
  shim('npm', '[ "$1" = ci ] || exit 98');
  mkdirSync(join(bin, 'archive/node-v22/bin'), { recursive: true });
  shim('wget', `tar -cz -C "${join(bin, 'archive')}" node-v22`);
  path = `${bin}${delimiter}${process.env.PATH}`;
});

interface Ran {
  readonly status: number | null;
  readonly said: string;
}

type Env = Readonly<Record<string, string>>;

const gitEnv = {
  GIT_CONFIG_GLOBAL: '/dev/null',
  GIT_CONFIG_NOSYSTEM: '1',
  GIT_AUTHOR_NAME: 'a',
  GIT_AUTHOR_EMAIL: 'a@b',
  GIT_COMMITTER_NAME: 'a',
  GIT_COMMITTER_EMAIL: 'a@b',
};

/** Lines in one shell that stops at the first that fails, as all three services run them. The services here must stay awake meanwhile. */
function shell(cwd: string, lines: string, env: Env = {}): Promise<Ran> {
  return new Promise((done) => {
    const child = spawn('bash', ['-e', '-o', 'pipefail', '-c', lines], {
      cwd,
      env: { ...process.env, ...gitEnv, CI: 'true', ...env, PATH: path },
    });
    let said = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (said += chunk.toString()));
    child.on('close', (status) => done({ status, said }));
  });
}

function git(cwd: string, ...args: readonly string[]): string {
  return execFileSync('git', ['-C', cwd, ...args], { env: { ...process.env, ...gitEnv }, encoding: 'utf8' }).trim();
}

function put(root: string, file: string, text: string): void {
  mkdirSync(dirname(join(root, file)), { recursive: true });
  writeFileSync(join(root, file), text);
}

const sample = 'projects/2025/项目.yaml';

interface Origin {
  /** What is cloned; as on the services, any commit that can be reached may be asked for. */
  readonly url: string;
  /** Commit ids. */
  readonly base: string;
  readonly head: string;
}

/** A repository on a server: main, and a pull request from somebody’s own copy of it, which only refs/pull/7/head leads to. */
function origin(): Origin {
  const url = join(temporaryFolder(), 'name.git');
  git('.', 'init', '-q', '--bare', '-b', 'main', url);
  git(url, 'config', 'uploadpack.allowReachableSHA1InWant', 'true');
  const work = temporaryFolder();
  git(work, 'init', '-q', '-b', 'main');
  const commit = (file: string, text: string) => {
    put(work, file, text);
    git(work, 'add', '-A');
    git(work, 'commit', '-q', '-m', 'x');
    return git(work, 'rev-parse', 'HEAD');
  };
  const base = commit(sample, sampleWith());
  git(work, 'push', '-q', url, 'main');
  const head = commit(sample, sampleWith(['实施期限: 5', '实施期限: 3']));
  git(work, 'push', '-q', url, 'HEAD:refs/pull/7/head');
  return { url, base, head };
}

function clone({ url }: Origin): string {
  const root = join(temporaryFolder(), 'checkout');
  git('.', 'clone', '-q', `file://${url}`, root);
  return root;
}

/** A checkout with these files committed. */
function checkout(files: Readonly<Record<string, string>>): string {
  const root = temporaryFolder();
  git(root, 'init', '-q', '-b', 'main');
  for (const [file, text] of Object.entries(files)) put(root, file, text);
  git(root, 'add', '-A');
  git(root, 'commit', '-q', '-m', 'x');
  return root;
}

const files = { 'projects/2025/甲.yaml': declaration('甲'), 'projects/2025/乙.yaml': declaration('乙') };
const withFault = { ...files, 'projects/2025/坏.yaml': '表单: x\n' };

describe.skipIf(lacking)(`the CI files of a workspace${lacking ? ` (skipped: ${lacking})` : ''}`, () => {
  describe('on GitHub', () => {
    interface Job extends Ran {
      readonly artifacts: ReadonlyMap<string, readonly string[]>;
      readonly summary: string;
    }

    /** Plays the steps; `cache` is what was kept from an earlier run, and is changed. */
    async function play(workflow: Workflow, root: string, cache: Map<string, string>, env: Env = {}): Promise<Job> {
      const artifacts = new Map<string, readonly string[]>();
      const page = join(temporaryFolder(), 'summary.md');
      let ended: Ran = { status: 0, said: '' };
      for (const step of stepsOf(workflow)) {
        const isFailed = ended.status !== 0;
        const isDue =
          step.if === expression('!cancelled()') || (step.if === expression('failure()') ? isFailed : !isFailed);
        if (!isDue) continue;
        const given = Object.fromEntries(Object.entries(step.with ?? {}).map(([name, value]) => [name, String(value)]));
        const paths = (given.path ?? '').split('\n').filter((one) => one !== '');
        if (step.run !== undefined) {
          const filled = Object.fromEntries(
            Object.entries(step.env ?? {}).map(([name, value]) => [name, fill(value, env)]),
          );
          const { status, said } = await shell(root, step.run, { ...env, ...filled, GITHUB_STEP_SUMMARY: page });
          ended = { status: ended.status || status, said: ended.said + said };
        } else if (step.uses === 'actions/cache/restore@v4') {
          for (const one of paths) {
            const kept = cache.get(one);
            if (kept) cpSync(kept, join(root, one), { recursive: true });
          }
        } else if (step.uses === 'actions/cache/save@v4') {
          for (const one of paths.filter((each) => existsSync(join(root, each)))) {
            const copy = join(temporaryFolder(), 'copy');
            cpSync(join(root, one), copy, { recursive: true });
            cache.set(one, copy);
          }
        } else if (step.uses === 'actions/upload-artifact@v4') {
          const found = paths.filter((one) => existsSync(join(root, one)));
          const names = found.flatMap((one) =>
            execFileSync('find', [join(root, one), '-type', 'f'], { encoding: 'utf8' })
              .trim()
              .split('\n'),
          );
          artifacts.set(
            given.name ?? '',
            names
              .map((one) => basename(one))
              .filter((one) => !one.startsWith('.'))
              .sort(),
          );
        } else {
          expect(step.uses).toMatch(/^actions\/(checkout|setup-node)@v4$/);
        }
      }
      return { ...ended, artifacts, summary: existsSync(page) ? readFileSync(page, 'utf8') : '' };
    }

    /** The expressions of the review's steps. */
    function fill(value: string, env: Env): string {
      const known = { 'github.token': token, 'github.event.workflow_run.head_sha': env.HEAD ?? '' };
      return Object.entries(known).reduce((text, [name, one]) => text.replaceAll(expression(name), one), value);
    }

    test('errors are annotated, the rest is built, and the next run takes it from the cache', async () => {
      const cache = new Map<string, string>();
      const first = await play(checks, checkout(withFault), cache);
      expect(first.status).toBe(1);
      expect(first.said).toMatch(/^::error file=projects\/2025\/坏\.yaml,line=1,/m);
      expect(first.said).toContain('生成 2 份，没有变动的 0 份。');
      expect(first.summary).toMatch(/^### 申报表检查\n[\s\S]*#### `projects\/2025\/坏\.yaml` · 错误/);
      const documents = ['乙', '甲'].flatMap((name) =>
        ['docx', 'html', 'pdf', 'xlsx'].map((ending) => `${name}.${ending}`),
      );
      expect(first.artifacts.get('documents')).toEqual(documents);
      const second = await play(checks, checkout(files), cache);
      expect(second.status).toBe(0);
      expect(second.said).toContain('生成 0 份，没有变动的 2 份。');
      expect(second.artifacts.get('documents')).toEqual(documents);
      expect(second.summary).toBe('');
    });

    test('an out/ that is committed is held against the declarations, not built', async () => {
      const root = checkout(files);
      expect((await shell(root, 'npx shenbao build')).status).toBe(0);
      git(root, 'add', '-f', 'out');
      git(root, 'commit', '-q', '-m', 'x');
      expect(await play(checks, root, new Map())).toMatchObject({ status: 0, artifacts: new Map([['documents', []]]) });
      put(root, 'projects/2025/甲.yaml', declaration('甲', '又'));
      const stale = await play(checks, root, new Map());
      expect(stale.status).toBe(1);
      expect(stale.said).toContain('4 个文件不是最新的：');
    });

    const inReview = (use: (fake: FakeForge, at: Origin, env: Env) => Promise<void>) => {
      const at = origin();
      return withForge(
        'github',
        { pulls: [{ number: 7, base: at.base, head: at.head, from: 'forker:main' }] },
        (fake) => {
          const file = join(temporaryFolder(), 'event.json');
          const head_repository = { full_name: 'forker/name', owner: { login: 'forker' } };
          const workflow_run = {
            event: 'pull_request',
            head_branch: 'main',
            head_sha: at.head,
            head_repository,
            pull_requests: [],
          };
          writeFileSync(file, JSON.stringify({ workflow_run }));
          const env = {
            GITHUB_API_URL: fake.api,
            GITHUB_REPOSITORY: 'owner/name',
            GITHUB_EVENT_PATH: file,
            HEAD: at.head,
          };
          return use(fake, at, env);
        },
      );
    };

    test('the review of a fork’s pull request is written from the default branch, once', () =>
      inReview(async (fake, at, env) => {
        const root = clone(at);
        const ran = await play(reviews, root, new Map(), env);
        expect(ran).toMatchObject({ status: 0, said: '写了评论：GitHub owner/name #7。\n' });
        expect(fake.comments.map(({ body }) => body.startsWith(`${marker}\n\n`))).toEqual([true]);
        // The commits came as objects: what lies here to be run is the default branch still.
        expect(git(root, 'rev-parse', 'HEAD')).toBe(at.base);
        expect(git(root, 'status', '--porcelain')).toBe('');
        expect(readFileSync(join(root, sample), 'utf8')).toBe(sampleWith());
        expect((await play(reviews, clone(at), new Map(), env)).said).toMatch(/^评论已经是这样，没有改动：/);
        expect(fake.comments).toHaveLength(1);
      }));

    test('a commit that is gone already does not fail the run: the newest one comments', () =>
      inReview(async (fake, at, env) => {
        const [gone] = ['9'.repeat(40)];
        const event = JSON.parse(readFileSync(env.GITHUB_EVENT_PATH ?? '', 'utf8'));
        event.workflow_run.head_sha = gone;
        writeFileSync(env.GITHUB_EVENT_PATH ?? '', JSON.stringify(event));
        const ran = await play(reviews, clone(at), new Map(), { ...env, HEAD: gone ?? '' });
        expect(ran.status).toBe(0);
        expect(ran.said).toContain('合并请求已经有了比 9999999 新的提交');
        expect(fake.comments).toEqual([]);
      }));

    test('the run of the pull request may only read; the one that comments has no more than it needs', () => {
      expect(checks.permissions).toEqual({ contents: 'read' });
      expect(reviews.permissions).toEqual({ contents: 'read', 'pull-requests': 'write' });
      expect(reviews.on).toEqual({ workflow_run: { workflows: [checks.name], types: ['completed'] } });
      expect(Object.keys(checks.on)).toEqual(['push', 'pull_request']);
      expect(JSON.stringify(checks)).not.toMatch(/token|comment/i);
      expect(reviews.concurrency['cancel-in-progress']).toBe(false);
      const [checkedOut] = stepsOf(reviews);
      expect(checkedOut).toEqual({ uses: 'actions/checkout@v4', with: { 'fetch-depth': 0 } });
      expect(reviews.jobs.comment?.if).toContain("github.event.workflow_run.event == 'pull_request'");
    });

    test('what a stranger can name (a branch, a title) never becomes part of a script', () => {
      const lines = [...stepsOf(checks), ...stepsOf(reviews)].flatMap(({ run }) => run ?? []);
      expect(lines.length).toBeGreaterThan(6);
      expect(lines.filter((line) => line.includes('${{'))).toEqual([]);
    });

    test.each([
      ['shenbao.yml', 'github.yml'],
      ['shenbao-review.yml', 'github-review.yml'],
    ])('this repository’s own %s is the same, with the tool as it stands here', (own, source) => {
      const text = readFileSync(`templates/workspace/ci/${source}`, 'utf8')
        .replace(/npm ci( --ignore-scripts)?$/m, '$& && npm run compile')
        .replaceAll('npx shenbao', 'node dist/main.js');
      expect(parse(readFileSync(`.github/workflows/${own}`, 'utf8'))).toEqual(parse(text));
    });
  });

  describe('on GitLab', () => {
    const script = (job: GitLabJob) => [...gitLab.default.before_script, ...job.script].join('\n');

    test('the check leaves its report and fails; the rest is built, and the next pipeline takes it from the cache', async () => {
      const root = checkout(withFault);
      expect(await shell(root, script(gitLab.check))).toMatchObject({ status: 1 });
      expect(JSON.parse(readFileSync(join(root, 'gl-code-quality-report.json'), 'utf8'))).not.toEqual([]);
      expect((await shell(root, script(gitLab.build))).said).toContain('生成 2 份，没有变动的 0 份。');
      expect(gitLab.build.artifacts?.paths).toEqual(['documents/']);
      expect(gitLab.build.cache?.map(({ paths }) => paths)).toEqual([['.npm/'], ['documents/']]);
      const next = checkout(files);
      cpSync(join(root, 'documents'), join(next, 'documents'), { recursive: true });
      expect(await shell(next, script(gitLab.build))).toMatchObject({
        status: 0,
        said: '生成 0 份，没有变动的 2 份。\n',
      });
    });

    test('an out/ that is committed is held against the declarations', async () => {
      const root = checkout(files);
      await shell(root, 'npx shenbao build');
      git(root, 'add', '-f', 'out');
      expect((await shell(root, script(gitLab.build))).said).toContain('2 份申报表的文件都是最新的。');
      rmSync(join(root, 'out/2025/甲.pdf'));
      expect((await shell(root, script(gitLab.build))).status).toBe(1);
    });

    test('the review is written with a token, and left out without one', async () => {
      const at = origin();
      await withForge('gitlab', { pulls: [{ number: 7, base: at.base, head: at.head }] }, async (fake) => {
        const root = clone(at);
        git(root, 'fetch', '-q', 'origin', at.head);
        const env = {
          CI_API_V4_URL: fake.api,
          CI_PROJECT_ID: '5',
          CI_MERGE_REQUEST_PROJECT_ID: '5',
          CI_MERGE_REQUEST_IID: '7',
          CI_MERGE_REQUEST_DIFF_BASE_SHA: at.base,
          CI_COMMIT_SHA: at.head,
        };
        const without = await shell(root, script(gitLab.review), env);
        expect(without).toMatchObject({ status: 0 });
        expect(without.said).toMatch(/^没有 GITLAB_TOKEN，不写评论；/);
        expect(fake.requests).toEqual([]);
        const ran = await shell(root, script(gitLab.review), { ...env, GITLAB_TOKEN: token });
        expect(ran).toEqual({ status: 0, said: '写了评论：GitLab 5 !7。\n' });
        fake.trouble(/merge_requests\/7$/, status(401, { message: '401 Unauthorized' }));
        expect(await shell(root, script(gitLab.review), { ...env, GITLAB_TOKEN: token })).toMatchObject({ status: 2 });
      });
    });

    test('the review runs for merge requests alone, with the whole history, one after the other', () => {
      expect(gitLab.review).toMatchObject({
        rules: [{ if: '$CI_PIPELINE_SOURCE == "merge_request_event"' }],
        variables: { GIT_DEPTH: '0' },
        resource_group: 'shenbao-review-$CI_MERGE_REQUEST_IID',
      });
    });
  });

  describe('on Gitee', () => {
    const lines = giteeStep.commands.join('\n');

    test('every command is one line', () => {
      expect(giteeStep.commands.filter((line) => line.trimEnd().includes('\n'))).toEqual([]);
    });

    test('a push is checked and built; errors fail it after everything was done', async () => {
      const good = await shell(checkout(files), lines);
      expect(good.status).toBe(0);
      expect(good.said).not.toContain('SHENBAO_TOKEN');
      const root = checkout(withFault);
      const bad = await shell(root, lines);
      expect(bad.status).toBe(1);
      expect(existsSync(join(root, 'out/2025/甲.pdf'))).toBe(true);
    });

    test('a pull request gets its comment; without a token, or where that fails, the check goes on', async () => {
      const at = origin();
      await withForge('gitee', { pulls: [{ number: 7, base: at.base, head: at.head }] }, async (fake) => {
        const env = { GITEE_API_BASE: fake.api, GITEE_REPO: 'owner/name', GITEE_BRANCH: 'main', GITEE_PULL_ID: '7' };
        const without = await shell(clone(at), lines, env);
        expect(without.status).toBe(0);
        expect(without.said).toContain('没有 SHENBAO_TOKEN，不写合并请求的评论；');
        const ran = await shell(clone(at), lines, { ...env, SHENBAO_TOKEN: token });
        expect(ran.status).toBe(0);
        expect(ran.said).toContain('写了评论：Gitee owner/name !7。\n');
        expect(ran.said).not.toContain(token);
        expect(fake.comments).toHaveLength(1);
        const refused = await shell(clone(at), lines, { ...env, SHENBAO_TOKEN: 'wrong' });
        expect(refused.status).toBe(0);
        expect(refused.said).toMatch(
          /Gitee 不认 GITEE_TOKEN 里的令牌（401）.*\n评论没有写成，原因见上一行；不影响检查的结果。/,
        );
      });
    });
  });
});
