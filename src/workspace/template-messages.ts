// What is said of templates as a whole: the words only.
import { say } from '../base/finding.js';

export const templateMessages = {
  /** `path` leads to the first of `count` texts of this name. */
  unused(path: readonly string[], count: number) {
    const name = path.at(-1) ?? '';
    const where = path.slice(0, -1).join('.');
    const [zh, en] =
      count > 1
        ? [`“${name}”（${where} 等 ${count} 处）`, `“${name}” (${where} and ${count - 1} more)`]
        : [`“${path.join('.')}”`, `“${path.join('.')}”`];
    return say(
      `${zh}一次也没有印`,
      '该印的补上 {{键}}；本来就不印的，不用管',
      `${en} is never printed`,
      'Add {{key}} where it should be; leave it where it need not be printed',
    );
  },
} as const;
