// What is said when a merge cannot be written: the words only.
import type { Words } from '../base/finding.js';

export const driverMessages = {
  busy: (path: string): Words => ({
    zh: `${path} 正被别的程序打开，合并的结果没有写成；关上它，取消这次合并（git merge --abort）再来一次。`,
    en: `${path} is open in another program, so the merge was not written; close it, abort (git merge --abort) and merge again.`,
  }),
} as const;
