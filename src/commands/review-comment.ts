// The review of two commits as Markdown for a comment under a pull request.
import { review } from '../workspace/review.js';
import { printMarkdown } from './diff-reports/markdown.js';
import type { Terminal } from './terminal.js';

export interface ReviewComment {
  /** At most 60,000 characters; null where no declaration changed. */
  readonly markdown: string | null;
  /** 2: a declaration cannot be read, which the Markdown says. */
  readonly status: 0 | 2;
}

/** `range` is `BASE...HEAD`, commits or branches of the repository around `root`. Throws a UserError where one is not there. */
export async function reviewComment(root: string, range: string, terminal: Terminal): Promise<ReviewComment> {
  const found = await review({ words: [range], cwd: root, mainBranch: null });
  if (found.declarations.length + found.unreadable.length === 0) return { markdown: null, status: 0 };
  const markdown = printMarkdown({ review: found, exceeded: [], namesSides: false, maxIncrease: null }, terminal);
  return { markdown, status: found.unreadable.length > 0 ? 2 : 0 };
}
