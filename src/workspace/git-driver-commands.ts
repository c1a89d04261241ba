// The commands that git is told to run: from any folder, by absolute paths, through the shell that comes with git on Windows too.
// A tool that is gone must not end git's diff or merge: then a document is shown as its object's name, and texts are merged by git.
import type { Language } from '../base/finding.js';
import { gitDriverMessages as messages } from './git-driver-messages.js';

/** Where the tool lies: absolute paths of node and of the bin. */
export interface Tool {
  readonly node: string;
  readonly main: string;
}

/** A setting of git: `isOurs` tells a value that an install wrote, of whatever tool, from somebody else's. */
export interface Setting {
  readonly key: string;
  readonly value: string;
  isOurs(value: string): boolean;
}

export function driverSettings(tool: Tool, language: Language): readonly Setting[] {
  const main = slashed(tool.main);
  const [node, bin, gone] = [slashed(tool.node), main, messages.gone(main)[language]].map(quote);
  const run = `${node} ${bin}${language === 'en' ? ' --lang en' : ''} git`;
  const guarded = (command: string, otherwise: string) =>
    `f() { if test -x ${node} && test -f ${bin}; then ${run} ${command}; else ${otherwise}; fi; }; f`;
  const merge = guarded('merge "$@"', `echo ${gone} >&2; git merge-file --marker-size="$4" "$2" "$1" "$3"`);
  return [
    // No cachetextconv: git keeps a text as long as this command is the same, and it is when the tool changes.
    {
      key: 'diff.shenbao.textconv',
      value: guarded('textconv "$1"', `echo ${gone}; git hash-object --no-filters -- "$1"`),
      isOurs: (value) => /^f\(\) \{ .* git textconv "\$1"; else .*\}; f$/s.test(value),
    },
    {
      key: 'merge.shenbao.name',
      value: 'shenbao: declarations, field by field',
      isOurs: (value) => value.startsWith('shenbao: '),
    },
    {
      key: 'merge.shenbao.driver',
      // git puts its own in for %; the names of the sides (%X, %Y) since 2.44, before that it leaves them as they stand.
      value: `${merge.replaceAll('%', '%%')} %O %A %B %L %P %X %Y`,
      isOurs: (value) => /^f\(\) \{ .* git merge "\$@"; else .*\}; f %O %A %B %L %P(?: %X %Y)?$/s.test(value),
    },
  ];
}

/** As git and its shell write paths on Windows. */
function slashed(path: string): string {
  return process.platform === 'win32' ? path.replaceAll('\\', '/') : path;
}

/** One word for a POSIX shell. */
function quote(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}
