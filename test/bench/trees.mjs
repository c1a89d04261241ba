// Makes workspaces of any number of declarations in the system's folder for temporary files, and removes them at the end.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { declarationText, repository } from './sample.mjs';

/** Where a declaration lies, relative to the workspace; a hundred folders, as a bureau has units. */
export const fileOf = (number) => `projects/2025/${number % 100}/项目${number}.yaml`;

export function openTrees(say) {
  const roots = new Map();
  return {
    /** The workspace with so many declarations; made once in a run, and shared by all who measure at that size. */
    of(count) {
      const known = roots.get(count);
      if (known) return known;
      say(`writing ${count.toLocaleString('en')} declarations`);
      const root = mkdtempSync(join(tmpdir(), 'shenbao-bench-'));
      roots.set(count, root);
      for (let number = 0; number < count; number++) {
        const path = join(root, fileOf(number));
        if (number < 100) mkdirSync(dirname(path), { recursive: true });
        writeFileSync(path, declarationText(number));
      }
      return root;
    },
    remove() {
      for (const root of roots.values()) rmSync(root, { recursive: true, force: true });
    },
  };
}

/** Removes all that the tool remembers of a workspace between runs, the documents apart. */
export function forgetCaches(root) {
  rmSync(join(root, '.shenbao'), { recursive: true, force: true });
  // What `check` found lies beside the tool, for all workspaces.
  rmSync(join(repository, 'node_modules/.cache/shenbao/findings'), { recursive: true, force: true });
}

/** Removes the documents too. */
export function forgetAll(root) {
  forgetCaches(root);
  rmSync(join(root, 'out'), { recursive: true, force: true });
}
