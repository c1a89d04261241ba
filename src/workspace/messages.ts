// What the workspace's floor says: of names, files, builds and outputs.
import type { Words } from '../base/finding.js';

interface Said {
  readonly message: Words;
  readonly advice: Words;
}

const words = (zh: string, en: string): Words => ({ zh, en });
const said = (message: Words, advice: Words): Said => ({ message, advice });

/** Findings about names under projects/. */
export const nameFaults = {
  reserved: (name: string) =>
    said(
      words(
        `“${name}”是 Windows 保留的名称，生成的文件在 Windows 上打不开。`,
        `“${name}” is a name reserved on Windows.`,
      ),
      words('换一个名称。', 'Choose another name.'),
    ),
  characters: (name: string, found: string) =>
    said(
      words(`“${name}”里有文件名不能用的字符 ${found}。`, `“${name}” holds ${found}, which a file name may not hold.`),
      words('去掉这个字符。', 'Remove it.'),
    ),
  trailing: (name: string) =>
    said(
      words(
        `文件夹“${name}”的名称以句点或空格结尾，Windows 会把它去掉。`,
        `The folder “${name}” ends with a full stop or a space, which Windows drops.`,
      ),
      words('去掉结尾的句点或空格。', 'Remove it.'),
    ),
  sameOutput: (other: string) =>
    said(
      words(
        `与 ${other} 会生成同一个文件（不分大小写，也不分扩展名 .yaml 与 .yml）。`,
        `It would be built into the same file as ${other} (case and .yaml or .yml make no difference).`,
      ),
      words('给其中一个改名。', 'Rename one of them.'),
    ),
  link: () =>
    said(
      words('这个链接指向工作区以外，不读取。', 'This link leads out of the workspace and is not followed.'),
      words('把文件放进 projects/，不要用链接。', 'Put the file itself under projects/.'),
    ),
};

const readingFailures: Readonly<Record<string, Words>> = {
  EACCES: words('没有读它的权限', 'no permission'),
  EPERM: words('没有读它的权限', 'no permission'),
  ENOENT: words('它已经不在了', 'it is gone'),
  EBUSY: words('别的程序正占着它', 'another program holds it'),
  ELOOP: words('它的链接绕成了圈', 'its links lead in a circle'),
  ENAMETOOLONG: words('名字太长', 'its name is too long'),
  ERR_FS_FILE_TOO_LARGE: words('它有 2 GB 以上，不会是申报表', 'it has more than 2 GB and cannot be a declaration'),
};

export const messages = {
  noWorkspace: (from: string) =>
    words(
      `在 ${from} 及其上级文件夹里都没有找到 projects/ 文件夹。请进入放申报表的工作区；要新建一个，运行 shenbao init 文件夹名。`,
      `There is no projects/ folder in ${from} or above it. Go to a workspace, or make one with shenbao init DIR.`,
    ),
  noPath: (path: string) => words(`找不到 ${path}。`, `There is no ${path}.`),
  notFile: (path: string) =>
    words(`${path} 是文件夹，不是文件。请换成文件。`, `${path} is a folder, not a file. Give a file instead.`),
  notPlainFile: (path: string) =>
    words(
      `${path} 是管道或者设备，不是普通的文件。请先把内容存成文件。`,
      `${path} is a pipe or a device, no plain file. Save what it gives as a file first.`,
    ),
  outsideProjects: (path: string) =>
    words(
      `${path} 不在工作区的 projects/ 里。请写那里的文件或者文件夹。`,
      `${path} is not under the workspace’s projects/. Name a file or folder in there.`,
    ),
  notDeclaration: (path: string) =>
    words(
      `${path} 不是申报表：申报表是不以句点开头的 .yaml 或 .yml 文件。`,
      `${path} is no declaration: those are .yaml or .yml files whose names do not begin with a full stop.`,
    ),
  outInside: (out: string) =>
    words(
      `不能把文件生成到 ${out}：那里放的是源文件。请用 --out 另指定一个文件夹。`,
      `Documents cannot be built into ${out}, which holds sources. Choose another folder with --out.`,
    ),
  cacheAmongSources: (cache: string) =>
    words(
      `不能把 ${cache} 当作缓存：那里放的是源文件。--cache 要写以前生成文件的文件夹。`,
      `${cache} cannot be the cache, it holds sources. --cache takes the folder of an earlier build’s documents.`,
    ),
  cacheIsOut: (cache: string) =>
    words(
      `不能把 ${cache} 当作缓存：这次的文件就要生成到那里。把以前生成的放到另一个文件夹，再用 --cache 指明。`,
      `${cache} cannot be the cache, this build prints into it. Put the earlier documents into another folder and name that.`,
    ),
  badShard: (index: number, count: number) =>
    words(
      `--shard ${index}/${count} 不对：写成 i/n，i 从 1 到 n。`,
      `--shard ${index}/${count} is wrong: write i/n with i from 1 to n.`,
    ),
  largeKitFile: (path: string) =>
    words(
      `${path} 太大，不像表样的文件，没有读。请核对它。`,
      `${path} is too large for a part of a form, and was not read. Check it.`,
    ),
  unreadable: (path: string, code: string) => {
    const why = readingFailures[code] ?? words(`系统说 ${code}`, `the system says ${code}`);
    return words(`读不了 ${path}：${why.zh}。`, `Cannot read ${path}: ${why.en}.`);
  },
  noSpace: (path: string) =>
    words(
      `磁盘满了，${path} 没有写成。已生成的文件都完好。`,
      `The disk is full; ${path} was not written. What is built is whole.`,
    ),
  readOnly: (path: string) =>
    words(`${path} 所在的磁盘是只读的，写不进去。`, `${path} lies on a read-only file system.`),
  notFolder: (path: string) =>
    words(
      `写不了 ${path}：它的上级路径里有一个同名的文件，不是文件夹。`,
      `Cannot write ${path}: a file stands where one of its folders should be.`,
    ),
  isFolder: (path: string) =>
    words(`写不了 ${path}：那里已有一个同名的文件夹。`, `Cannot write ${path}: a folder stands there.`),
  noPermission: (path: string) => words(`没有权限写 ${path}。`, `No permission to write ${path}.`),
  nameTooLong: (path: string) =>
    words(`${path} 的文件名太长，系统不允许。`, `The name of ${path} is too long for this system.`),
  brokenManifest: (path: string) =>
    words(
      `${path} 已损坏，当作没有，按需重新生成。`,
      `${path} is broken and taken as absent; what is needed is built again.`,
    ),
  brokenJson: (file: string, line: number, column: number) =>
    words(`${file} 第 ${line} 行第 ${column} 列：JSON 语法不对。`, `${file}:${line}:${column}: this is not JSON.`),
  failed: words('申报表有错误，没有重新生成', 'the declaration has errors and was not built'),
  orphaned: (file: string) => words(`${file} 已经没有了`, `${file} is gone`),
  notSchema: (file: string) =>
    words(
      `${file} 不是表样：要是一个带 title 的 JSON Schema。`,
      `${file} is no form schema: it must be a JSON Schema with a title.`,
    ),
  sameTitle: (title: string, first: string, second: string) =>
    words(
      `${first} 和 ${second} 的 title 都是“${title}”，不知道该用哪个。请改掉其中一个。`,
      `${first} and ${second} have the same title “${title}”. Change one of them.`,
    ),
};

/** Findings about a form's files. */
export const kitFaults = {
  invalidSchema: (why: Words) => said(why, words('先改好 schema，再检查申报表。', 'Mend the schema first.')),
  noTemplate: (title: string, file: string) =>
    said(
      words(`“${title}”没有模板：找不到 ${file}。`, `“${title}” has no template: there is no ${file}.`),
      words('在 templates/ 下放上 form.hbs 和 theme.yaml。', 'Put form.hbs and theme.yaml under templates/.'),
    ),
};

interface ShardName {
  readonly index: number;
  readonly count: number;
}

const nameOf = ({ index, count }: ShardName) => `${index}/${count}`;

/** Why shards cannot be merged, and what to do. */
export const mergeFaults = {
  noFolders: words(
    '请写上各组生成文件的文件夹，例如 shenbao merge shards/*。',
    'Name the folders that the shards were built into, for example shenbao merge shards/*.',
  ),
  noShards: (folder: string) =>
    words(
      `${folder} 里没有分组生成的记录（.manifest-i-of-n.json）。请写上 build --shard 生成文件的文件夹；从 CI 取回时，以句点开头的文件也要（GitHub 上写 include-hidden-files: true）。`,
      `${folder} holds no shard’s record (.manifest-i-of-n.json). Name folders that build --shard printed into; as CI artifacts they need their hidden files too (on GitHub include-hidden-files: true).`,
    ),
  otherCount: (first: string, count: number, second: string, other: number) =>
    words(
      `${first} 是分 ${count} 组生成的，${second} 是分 ${other} 组生成的，合不到一起。只写同一次生成的文件夹，旧的删去。`,
      `${first} was built in ${count} shards, ${second} in ${other}. Name the folders of one build only, and delete old ones.`,
    ),
  missing: (indices: readonly number[], count: number) =>
    words(
      `缺第 ${indices.join('、')} 组（共 ${count} 组）。把放它的文件夹也写上；还没有生成的，先运行 shenbao build --shard ${indices[0]}/${count}。`,
      `Of ${count} shards ${indices.join(', ')} ${indices.length === 1 ? 'is' : 'are'} missing. Name the folder as well, or run shenbao build --shard ${indices[0]}/${count} first.`,
    ),
  doubled: (shard: ShardName, folders: readonly string[]) =>
    words(
      `第 ${nameOf(shard)} 组有 ${folders.length} 份：${folders.join('、')}。只留一份。`,
      `There are ${folders.length} of shard ${nameOf(shard)}: ${folders.join(', ')}. Leave only one.`,
    ),
  unfinished: (shard: ShardName, folder: string) =>
    words(
      `${folder} 里的第 ${nameOf(shard)} 组没有做完。重新运行 shenbao build --shard ${nameOf(shard)}，再合并。`,
      `Shard ${nameOf(shard)} in ${folder} was not finished. Run shenbao build --shard ${nameOf(shard)} again, then merge.`,
    ),
  broken: (shard: ShardName, path: string) =>
    words(
      `${path} 已损坏，或者不是这一版申报工具写的。重新取回，或重新运行 shenbao build --shard ${nameOf(shard)}，再合并。`,
      `${path} is broken or was written by another version of the tool. Fetch it again or run shenbao build --shard ${nameOf(shard)} again, then merge.`,
    ),
  askedOtherwise: (one: ShardName, other: ShardName) =>
    words(
      `第 ${nameOf(one)} 组和第 ${nameOf(other)} 组要生成的不一样（路径或 --to 不同）。各组用同样的选项重新生成，再合并。`,
      `Shards ${nameOf(one)} and ${nameOf(other)} were asked for different things (paths or --to). Build all with the same options, then merge.`,
    ),
  otherState: (shard: ShardName, file: string | null) =>
    words(
      `第 ${nameOf(shard)} 组不是由现在这些文件生成的${file ? `（例如 ${file}）` : ''}：提交、申报工具的版本或 SOURCE_DATE_EPOCH 不同。在同一个提交上重新运行 shenbao build --shard ${nameOf(shard)}，再合并。`,
      `Shard ${nameOf(shard)} was not built from the files that are here${file ? ` (${file}, for one)` : ''}: another commit, another version of the tool or another SOURCE_DATE_EPOCH. Run shenbao build --shard ${nameOf(shard)} on this commit, then merge.`,
    ),
  damaged: (shard: ShardName, path: string) =>
    words(
      `${path} 与第 ${nameOf(shard)} 组的生成记录不符：缺了、损坏了，或者有人改过。重新取回，或重新运行 shenbao build --shard ${nameOf(shard)}，再合并。`,
      `${path} is not what shard ${nameOf(shard)} recorded: missing, damaged or edited. Fetch it again or run shenbao build --shard ${nameOf(shard)} again, then merge.`,
    ),
};

/** Why an output is built again. */
export type Reason =
  | 'new'
  | 'source'
  | 'form'
  | 'schema'
  | 'rules'
  | 'template'
  | 'theme'
  | 'workbook'
  | 'fonts'
  | 'tool'
  | 'epoch'
  | 'draft'
  | 'missing'
  | 'unrecorded'
  | 'edited'
  | 'forced';

const reasonWords: Readonly<Record<Reason, Words>> = {
  new: words('还没有生成过', 'never built'),
  source: words('申报表有改动', 'declaration changed'),
  form: words('表单换了', 'form changed'),
  schema: words('表样（schema）有改动', 'schema changed'),
  rules: words('规则（rules.yaml）有改动', 'rules changed'),
  template: words('模板有改动', 'template changed'),
  theme: words('版式（theme.yaml）有改动', 'theme changed'),
  workbook: words('要填写的工作簿（workbook.xlsx）有改动', 'workbook.xlsx changed'),
  fonts: words('字体有改动', 'fonts changed'),
  tool: words('申报工具的版本变了', 'tool version changed'),
  epoch: words('文件日期的设定变了', 'date setting changed'),
  draft: words('是草稿', 'a draft'),
  missing: words('生成的文件不在了', 'output missing'),
  unrecorded: words('没有生成记录', 'no record of it'),
  edited: words(
    '生成的文件与记录不符（被改过，或上次没有做完）',
    'output edited by hand or left by an unfinished build',
  ),
  forced: words('要求全部重新生成', 'forced'),
};

export function isReason(value: unknown): value is Reason {
  return typeof value === 'string' && Object.hasOwn(reasonWords, value);
}

/** `模板有改动、版式（theme.yaml）有改动`. */
export function describeReasons(reasons: readonly Reason[]): Words {
  return {
    zh: reasons.map((reason) => reasonWords[reason].zh).join('、'),
    en: reasons.map((reason) => reasonWords[reason].en).join(', '),
  };
}
