// The README's examples for CI, run as they stand: their shell lines by the compiled tool, their artifacts and caches as copied folders.
// What the actions and the runner do is played here as their manuals have it, hidden files and all.
import { spawnSync } from 'node:child_process';
import { chmodSync, cpSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, delimiter, join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { compiledTool, contents, declaration, temporaryFolder, workspace } from './workspace/support.js';

interface Step {
  readonly uses?: string;
  readonly run?: string;
  readonly if?: string;
  readonly with?: Readonly<Record<string, string | number | boolean>>;
}

interface GitHubJob {
  readonly needs?: string;
  readonly if?: string;
  readonly strategy?: { readonly 'fail-fast': boolean; readonly matrix: { readonly shard: readonly number[] } };
  readonly steps: readonly Step[];
}

interface GitLabJob {
  readonly stage: string;
  readonly parallel?: number;
  readonly needs?: readonly string[];
  readonly when?: string;
  readonly cache: {
    readonly key: string;
    readonly paths: readonly string[];
    readonly policy: string;
    readonly when?: string;
  };
  readonly script: readonly string[];
  readonly artifacts: { readonly when: string; readonly paths: readonly string[] };
}

const examples = [...readFileSync('README.md', 'utf8').matchAll(/^```yaml\n([\s\S]*?)^```$/gm)].map(([, text = '']) =>
  parse(text),
);
const [gitHub, gitLab] = examples.filter((one) => one.jobs || one.default) as [
  { readonly jobs: { readonly shard: GitHubJob; readonly merge: GitHubJob } },
  {
    readonly default: { readonly before_script: readonly string[] };
    readonly shard: GitLabJob;
    readonly merge: GitLabJob;
  },
];

/** `${{ … }}` as GitHub writes it. */
const expression = (text: string) => `\${{ ${text} }}`;

const files = {
  ...Object.fromEntries(
    Array.from({ length: 8 }, (_, index) => [
      `projects/${2024 + (index % 2)}/单位${index % 3}/项目${index}.yaml`,
      declaration(`项目${index}`, '，补充说明'.repeat(index)),
    ]),
  ),
  'projects/2025/坏.yaml': '表单: x\n',
};

/** `npx shenbao` runs the compiled tool; `npm ci` has been done. */
let path = '';

beforeAll(() => {
  const bin = temporaryFolder();
  const shim = (name: string, text: string) => {
    writeFileSync(join(bin, name), `#!/bin/sh\n${text}\n`);
    chmodSync(join(bin, name), 0o755);
  };
  const main = join(compiledTool(), 'dist/main.js');
  shim('npx', `[ "$1" = shenbao ] || exit 97; shift; exec "${process.execPath}" "${main}" "$@"`);
  shim('npm', '[ "$*" = ci ] || exit 98');
  path = `${bin}${delimiter}${process.env.PATH}`;
});

interface Ran {
  readonly status: number | null;
  readonly said: string;
}

/** One or more lines in one shell that stops at the first that fails, as both services do. */
function shell(cwd: string, lines: string, env: Readonly<Record<string, string>> = {}): Ran {
  const { status, stdout, stderr } = spawnSync('bash', ['-e', '-c', lines], {
    cwd,
    env: { ...process.env, ...env, PATH: path },
    encoding: 'utf8',
  });
  return { status, said: stdout + stderr };
}

/** Folders by name: artifacts of one run, caches of all. */
type Store = Map<string, string>;

function keep(store: Store, name: string, folder: string, hidden: boolean): void {
  if (!existsSync(folder)) return;
  const copy = join(temporaryFolder(), 'copy');
  cpSync(folder, copy, { recursive: true, filter: (one) => hidden || !basename(one).startsWith('.') });
  store.set(name, copy);
}

function bring(store: Store, name: string, folder: string): void {
  const kept = store.get(name);
  if (kept !== undefined) cpSync(kept, folder, { recursive: true });
}

/** The tree that the whole build gives; the manifest is compared where hidden files travel. */
function whole(sources: typeof files): Readonly<Record<string, string>> {
  const root = workspace(sources);
  expect(shell(root, 'npx shenbao build').status).toBe(1);
  return contents(join(root, 'out'));
}

describe('on GitHub', () => {
  const { shard, merge } = gitHub.jobs;

  /** Runs a job's steps on a fresh checkout. */
  function runJob(
    job: GitHubJob,
    index: number,
    run: number,
    artifacts: Store,
    caches: Store,
  ): Ran & { readonly root: string } {
    const root = workspace(files);
    const fill = (text: unknown) =>
      String(text)
        .replaceAll(expression('matrix.shard'), String(index))
        .replaceAll(expression('github.run_id'), String(run))
        .replaceAll(expression('github.run_attempt'), '1');
    let ran: Ran = { status: 0, said: '' };
    for (const step of job.steps) {
      if (ran.status !== 0 && step.if !== expression('!cancelled()')) continue;
      const given = Object.fromEntries(Object.entries(step.with ?? {}).map(([name, value]) => [name, fill(value)]));
      const { path: at = '', name = '', key = '', pattern = '' } = given;
      if (step.run !== undefined) {
        const { status, said } = shell(root, fill(step.run));
        ran = { status: ran.status || status, said: ran.said + said };
      } else if (step.uses === 'actions/upload-artifact@v4') {
        keep(artifacts, name, join(root, at), given['include-hidden-files'] === 'true');
      } else if (step.uses === 'actions/download-artifact@v4') {
        const wanted = [...artifacts.keys()].filter((one) => one.startsWith(pattern.replace(/\*$/, '')));
        for (const one of wanted) bring(artifacts, one, join(root, at, one));
      } else if (step.uses === 'actions/cache/save@v4') {
        keep(caches, `${at} ${key}`, join(root, at), true);
      } else if (step.uses === 'actions/cache/restore@v4') {
        // The newest cache of the same path whose key begins so.
        const found = [...caches.keys()].filter((one) => one.startsWith(`${at} ${given['restore-keys']}`)).at(-1);
        if (found !== undefined) bring(caches, found, join(root, at));
      } else {
        expect(step.uses).toMatch(/^actions\/(checkout|setup-node)@v4$/);
      }
    }
    return { ...ran, root };
  }

  test('the matrix and the merge fit together', () => {
    expect(shard.strategy).toEqual({ 'fail-fast': false, matrix: { shard: [1, 2, 3, 4] } });
    expect(shard.steps.map(({ run }) => run)).toContain(
      `npx shenbao build --shard ${expression('matrix.shard')}/4 --cache documents`,
    );
    expect(merge).toMatchObject({ needs: 'shard', if: expression('!cancelled()') });
    const upload = shard.steps.find(({ uses }) => uses?.startsWith('actions/upload-artifact'));
    expect(upload).toMatchObject({
      if: expression('!cancelled()'),
      with: { name: `shard-${expression('matrix.shard')}`, path: 'out/', 'include-hidden-files': true },
    });
    const steps = [...shard.steps, ...merge.steps];
    const cached = steps.filter(({ uses }) => uses?.startsWith('actions/cache/')).map((step) => step.with?.path);
    expect(cached).toEqual(['documents', 'documents']);
  });

  test('a run gives what the whole build gives, and the next run takes all of it from the cache', () => {
    const caches: Store = new Map();
    const expected = whole(files);
    for (const run of [1, 2]) {
      const artifacts: Store = new Map();
      const shards = shard.strategy?.matrix.shard.map((index) => runJob(shard, index, run, artifacts, caches)) ?? [];
      expect(shards.map(({ status }) => status).sort()).toEqual([0, 0, 0, 1]);
      const hits = shards.map(({ said }) => Number(/其中 (\d) 份取自缓存/.exec(said)?.[1]));
      expect(hits.reduce((sum, one) => sum + one)).toBe(run === 1 ? 0 : 8);

      const merged = runJob(merge, 0, run, artifacts, caches);
      expect(merged.status).toBe(1);
      expect(merged.said).toContain('1 个文件有错');
      expect(contents(join(merged.root, 'documents'))).toEqual(expected);
      const { '.manifest.json': _, ...documents } = expected;
      expect(contents(artifacts.get('documents') as string)).toEqual(documents);
    }
  });
});

describe('on GitLab', () => {
  const { shard, merge } = gitLab;

  /** Runs a job on a fresh checkout, its artifacts and caches at the paths that they were taken from. */
  function runJob(job: GitLabJob, env: Record<string, string>, needed: Store, artifacts: Store, caches: Store) {
    const root = workspace(files);
    for (const [at, folder] of needed) cpSync(folder, join(root, at.replace(/ .*/, '')), { recursive: true });
    const { key, paths, policy } = job.cache;
    if (policy.startsWith('pull')) for (const at of paths) bring(caches, `${at} ${key}`, join(root, at));
    const ran = shell(root, [...gitLab.default.before_script, ...job.script].join('\n'), env);
    if (policy.endsWith('push') && (ran.status === 0 || job.cache.when === 'always')) {
      for (const at of paths) keep(caches, `${at} ${key}`, join(root, at), true);
    }
    if (ran.status === 0 || job.artifacts.when === 'always') {
      for (const at of job.artifacts.paths) keep(artifacts, `${at} ${env.CI_NODE_INDEX ?? ''}`, join(root, at), true);
    }
    return { ...ran, root };
  }

  test('the parallel jobs and the merge fit together', () => {
    expect(shard.parallel).toBe(4);
    expect(merge).toMatchObject({ needs: ['shard'], when: 'always' });
    expect([shard.stage, merge.stage]).toEqual(['build', 'deploy']);
    expect(shard.artifacts).toMatchObject({ when: 'always', paths: ['shards/'] });
    expect([shard.cache.policy, merge.cache.policy]).toEqual(['pull', 'push']);
    expect({ key: shard.cache.key, paths: shard.cache.paths }).toEqual({
      key: merge.cache.key,
      paths: merge.cache.paths,
    });
  });

  test('a pipeline gives what the whole build gives, and the next one takes all of it from the cache', () => {
    const caches: Store = new Map();
    const expected = whole(files);
    const total = shard.parallel ?? 0;
    for (const hits of [0, 8]) {
      const artifacts: Store = new Map();
      const none: Store = new Map();
      const shards = Array.from({ length: total }, (_, at) => {
        const env = { CI_NODE_INDEX: String(at + 1), CI_NODE_TOTAL: String(total) };
        return runJob(shard, env, none, artifacts, caches);
      });
      expect(shards.map(({ status }) => status).sort()).toEqual([0, 0, 0, 1]);
      const found = shards.map(({ said }) => Number(/其中 (\d) 份取自缓存/.exec(said)?.[1]));
      expect(found.reduce((sum, one) => sum + one)).toBe(hits);
      const merged = runJob(merge, {}, artifacts, new Map(), caches);
      expect(merged.status).toBe(1);
      expect(contents(join(merged.root, 'documents'))).toEqual(expected);
    }
  });
});

describe('a check', () => {
  test('on GitHub annotates the files, and its summary follows when it failed', () => {
    const [annotations, summary, ...others] = examples.find((one) => Array.isArray(one)) as readonly Step[];
    expect(others).toEqual([]);
    const root = workspace(files);
    const first = shell(root, annotations?.run ?? '');
    expect(first.status).toBe(1);
    expect(first.said).toMatch(/^::error file=projects\/2025\/坏\.yaml,line=1,/m);
    expect(summary?.if).toBe(expression('failure()'));
    const page = join(root, 'summary.md');
    expect(shell(root, summary?.run ?? '', { GITHUB_STEP_SUMMARY: page }).status).toBe(1);
    expect(readFileSync(page, 'utf8')).toMatch(/^### 申报表检查\n[\s\S]*#### `projects\/2025\/坏\.yaml` · 错误/);
  });

  test('on GitLab leaves the report that the artifact names, and fails', () => {
    const { check } = examples.find((one) => one.check) as {
      readonly check: Pick<GitLabJob, 'script'> & {
        readonly before_script: readonly string[];
        readonly artifacts: { readonly when: string; readonly reports: { readonly codequality: string } };
      };
    };
    const root = workspace(files);
    expect(shell(root, [...check.before_script, ...check.script].join('\n')).status).toBe(1);
    expect(check.artifacts.when).toBe('always');
    const report = JSON.parse(readFileSync(join(root, check.artifacts.reports.codequality), 'utf8'));
    expect(report).toContainEqual(
      expect.objectContaining({
        severity: 'major',
        location: { path: 'projects/2025/坏.yaml', lines: { begin: 1, end: 1 } },
      }),
    );
  });
});
