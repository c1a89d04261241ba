// Two hundred declarations and fifty commits in real git: of every commit the review says exactly the edit that made it.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { checkAll } from '../../src/workspace/check-all.js';
import { review } from '../../src/workspace/review.js';
import { toLine } from '../review/facts.js';
import { missing } from '../support/programs.js';
import { commitAll, initRepository, put } from '../support/repository.js';
import { declaration, temporaryFolder } from './support.js';

const lacking = missing('git');

/** Numbers that look like chance and are the same every time (Park and Miller). */
function dice(): (sides: number) => number {
  let state = 20251122;
  return (sides) => {
    state = (state * 48271) % 2147483647;
    return state % sides;
  };
}

interface Tree {
  readonly root: string;
  /** Of the declarations, in any order. */
  readonly files: string[];
  read(file: string): string;
}

/** What an edit says of itself: a line for the file where it came, went or moved, and one for each change. */
type Edit = (tree: Tree, file: string, roll: (sides: number) => number, step: number) => readonly string[];

function replace(tree: Tree, file: string, from: string | RegExp, to: string): void {
  const text = tree.read(file);
  const changed = text.replace(from, () => to);
  if (changed === text) throw new Error(`${file} does not say ${from}`);
  put(tree.root, file, changed);
}

/** The items of the reckoning, each with the lines that it takes. */
function itemsIn(text: string): { readonly items: string[]; readonly around: readonly [string, string] } {
  const [, head = '', list = '', tail = ''] =
    /^([\s\S]*?\n测算依据:\n)([\s\S]*?)(\n\n?年度目标:[\s\S]*)$/.exec(text) ?? [];
  return { items: list.split(/\n(?= {2}- )/), around: [head, tail] };
}

function putItems(tree: Tree, file: string, items: readonly string[], [head, tail]: readonly [string, string]): void {
  put(tree.root, file, head + items.join('\n') + tail);
}

function nameOf(item: string): string {
  return (
    /^ {2}- (?:事项: ([^\n]*)|([^（(：:；;，。\n]*))/
      .exec(item)
      ?.slice(1)
      .find((name) => name) ?? ''
  );
}

const edits: Readonly<Record<string, Edit>> = {
  'the amount is raised': (tree, file, _, step) => {
    const before = /\n本年度项目金额: ([0-9,.]+)/.exec(tree.read(file))?.[1] ?? '';
    const after = (3_000_000 + step * 1000).toLocaleString('en-US', { minimumFractionDigits: 2 });
    replace(tree, file, `本年度项目金额: ${before}`, `本年度项目金额: ${after}`);
    return [`changed 本年度项目金额: ${before} → ${after}`];
  },
  'an indicator is loosened': (tree, file) => {
    const [, before = '', number = ''] = /指标值: (≥([0-9]+)场次)/.exec(tree.read(file)) ?? [];
    const after = `≥${Number(number) - 1}场次`;
    replace(tree, file, before, after);
    return [`changed 产出指标 › 数量指标“开展活动数量” › 指标值: ${before} → ${after} (loosened)`];
  },
  'an item is inserted': (tree, file, roll, step) => {
    const { items, around } = itemsIn(tree.read(file));
    const at = roll(items.length + 1);
    const name = `新事项${step}`;
    putItems(tree, file, items.toSpliced(at, 0, `  - 事项: ${name}\n    金额: ${step + 1}万`), around);
    return [`added 测算依据第 ${at + 1} 项“${name}”: ${name}（${step + 1}万）`];
  },
  'an item is removed': (tree, file, roll) => {
    const { items, around } = itemsIn(tree.read(file));
    const at = roll(items.length);
    putItems(tree, file, items.toSpliced(at, 1), around);
    return [`removed 测算依据第 ${at + 1} 项“${nameOf(items[at] ?? '')}”`];
  },
  'an item is moved to the end': (tree, file, roll) => {
    const { items, around } = itemsIn(tree.read(file));
    const at = roll(items.length - 2);
    const [item = ''] = items.splice(at, 1);
    putItems(tree, file, [...items, item], around);
    return [`moved 测算依据第 ${items.length + 1} 项“${nameOf(item)}”: ${at + 1} → ${items.length + 1}`];
  },
  'an item is renamed': (tree, file) => {
    const name = /事项: (职工服务中心运营[^\n]*)/.exec(tree.read(file))?.[1] ?? '';
    replace(tree, file, `事项: ${name}\n`, `事项: ${name}项目\n`);
    const at = itemsIn(tree.read(file)).items.findIndex((item) => nameOf(item) === `${name}项目`);
    return [`renamed 测算依据第 ${at + 1} 项“${name}项目”: ${name} → ${name}项目`];
  },
  'an indicator takes the place of 不适用': (tree, file, _, step) => {
    replace(tree, file, '生态效益指标: 不适用', `生态效益指标:\n      - 名称: 减排${step}\n        指标值: ≥${step}吨`);
    return [`changed 效益指标 › 生态效益指标: 不适用 → 减排${step}　≥${step}吨 (tightened)`];
  },
  'a policy is added': (tree, file, _, step) => {
    replace(tree, file, '\n\n测算依据:', `\n  - 某发〔2025〕${step + 1}号《通知》\n\n测算依据:`);
    const count = /政策依据:\n([\s\S]*?)\n\n测算依据:/.exec(tree.read(file))?.[1]?.split('\n').length;
    return [`added 政策依据第 ${count} 项: 某发〔2025〕${step + 1}号《通知》`];
  },
  'nothing but the writing changes': (tree, file, _, step) => {
    const text = tree.read(file);
    put(
      tree.root,
      file,
      `# 第 ${step} 次整理\n${text.replace(/^(是否新增项目): "?否"?$/m, step % 2 ? '$1: 否' : '$1: "否"')}\n`,
    );
    return [];
  },
  'the file is renamed': (tree, file, _, step) => {
    const to = file.replace(/[^/]*$/, `改名${step}.yaml`);
    put(tree.root, to, tree.read(file));
    put(tree.root, file, null);
    tree.files.splice(tree.files.indexOf(file), 1, to);
    return [`renamed ${file} → ${to}`];
  },
  'a project is added': (tree, _, __, step) => {
    const file = `projects/2025/新/项目${step}.yaml`;
    put(tree.root, file, declaration(`新项目${step}`));
    tree.files.push(file);
    return [`added ${file}`];
  },
  'a project is taken away': (tree, file) => {
    put(tree.root, file, null);
    tree.files.splice(tree.files.indexOf(file), 1);
    return [`removed ${file}`];
  },
};

/** What the review of two commits says, in the form that edits tell of themselves. */
async function told(root: string, before: string, after: string): Promise<readonly string[]> {
  const found = await review({ words: [before, after], cwd: root, mainBranch: null });
  return found.declarations.flatMap(({ file, from, status, changes }) => [
    ...(status === 'renamed' ? [`renamed ${from} → ${file}`] : status === 'changed' ? [] : [`${status} ${file}`]),
    ...changes.map((change) => `${toLine(change)}${change.direction === null ? '' : ` (${change.direction})`}`),
  ]);
}

describe.skipIf(lacking)(`every commit's review${lacking ? ` (skipped: ${lacking})` : ''}`, () => {
  test('says the edit that made it', { timeout: 300_000 }, async () => {
    const root = temporaryFolder();
    const files = Array.from({ length: 200 }, (_, at) => `projects/${2024 + (at % 2)}/单位${at % 7}/项目 ${at}.yaml`);
    initRepository(root, Object.fromEntries(files.map((file, at) => [file, declaration(`项目${at}`)])));
    const tree: Tree = { root, files: [...files], read: (file) => readFileSync(join(root, file), 'utf8') };
    const roll = dice();
    const kinds = Object.values(edits);
    const commits = ['HEAD'];
    const expected: (readonly string[])[] = [];
    commits[0] = commitAll(root);
    for (let step = 0; step < 50; step++) {
      const edit = kinds[step % kinds.length] as Edit;
      // Each on a declaration that no edit has touched yet, so that every edit finds what it looks for.
      const untouched = tree.files.filter((file) => files.includes(file) && existsSync(join(root, file)));
      const file = untouched[(step * 3 + roll(3)) % untouched.length] as string;
      expected.push(edit(tree, file, roll, step));
      commits.push(commitAll(root, String(step)));
    }
    // What is found in files that stay is kept, and need not be found again for each commit.
    await checkAll(root);
    for (const [step, lines] of expected.entries()) {
      const said = await told(root, commits[step] ?? '', commits[step + 1] ?? '');
      // Of what was removed the whole item is told as well; the edit names it alone.
      const short = said.map((line) => (line.startsWith('removed 测算') ? line.replace(/: [\s\S]*$/, '') : line));
      expect(short, `commit ${step}`).toEqual(lines);
    }
    const all = await review({ words: [commits[0] ?? '', 'HEAD'], cwd: root, mainBranch: null });
    expect(all.declarations.length).toBeGreaterThan(35);
  });
});
