// The words of `comment`: help and what came of it.
import type { Words } from '../base/finding.js';
import { visibleText } from '../base/visible-text.js';
import type { ForgeName, Place } from '../workspace/forges/forge.js';
import { forgeTitles, mark } from '../workspace/forges/messages.js';
import type { Posted } from '../workspace/forges/post-comment.js';

export const help = {
  comment: {
    zh: '把合并请求改了什么写成一条评论，有了新的提交就地更新',
    en: 'say in one comment what a pull request changes, and keep it up to date',
  },
  usageOfComment: { zh: '[选项] github|gitlab|gitee', en: '[options] github|gitlab|gitee' },
  forge: { zh: '平台', en: 'service' },
  commentForge: { zh: '写到哪里：github、gitlab 或 gitee', en: 'where it goes: github, gitlab or gitee' },
  commentPull: {
    zh: '合并请求的编号；默认是这次持续集成的',
    en: 'number of the pull request; that of the CI run by default',
  },
  commentRepo: {
    zh: '仓库，owner/name；默认是这次持续集成的',
    en: 'the repository, owner/name; that of the CI run by default',
  },
  commentRange: {
    zh: '比较什么，BASE...HEAD；默认是合并请求的两端',
    en: 'what to compare, BASE...HEAD; the pull request’s two sides by default',
  },
  commentDryRun: {
    zh: '只显示评论，不联网，不要令牌',
    en: 'show the comment only, without network or token',
  },
} as const satisfies Record<string, Words>;

interface Where {
  readonly forge: ForgeName;
  readonly repository: string;
  readonly pull: number;
}

function nameOf({ forge, repository, pull }: Where): string {
  return `${forgeTitles[forge]} ${visibleText(repository)} ${mark(forge)}${pull}`;
}

const outcomes: Readonly<Record<Posted, (where: string) => Words>> = {
  created: (where) => ({ zh: `写了评论：${where}。`, en: `Commented: ${where}.` }),
  updated: (where) => ({ zh: `更新了评论：${where}。`, en: `Updated the comment: ${where}.` }),
  same: (where) => ({ zh: `评论已经是这样，没有改动：${where}。`, en: `The comment says so already: ${where}.` }),
  silent: (where) => ({
    zh: `没有改动申报表，不写评论：${where}。`,
    en: `No declaration changed, so there is no comment: ${where}.`,
  }),
};

export const words = {
  posted: (outcome: Posted, where: Where): Words => outcomes[outcome](nameOf(where)),
  /** Stands in the comment. */
  nothingAnyMore: {
    zh: '这个合并请求不再改动申报表。',
    en: 'This pull request changes no declaration any more.',
  },
  nothingChanged: {
    zh: '没有改动申报表，不会写评论；以前写的会改成一句话。',
    en: 'No declaration changed: there would be no comment; an earlier one would become a line.',
  },
  wouldGo: (forge: ForgeName, { repository, pull, branch }: Place): Words => {
    const service = forgeTitles[forge];
    if (repository !== null && pull !== null) {
      const where = nameOf({ forge, repository, pull });
      return {
        zh: `会写到 ${where}；现在什么都没有写。`,
        en: `This would go to ${where}; nothing was posted.`,
      };
    }
    if (repository !== null && branch !== null) {
      const from = visibleText(`${branch.owner}:${branch.name}`);
      return {
        zh: `会写到 ${service} ${visibleText(repository)} 里来自 ${from} 的合并请求；现在什么都没有写。`,
        en: `This would go to the pull request from ${from} in ${service} ${visibleText(repository)}; nothing was posted.`,
      };
    }
    return {
      zh: `不在 ${service} 的合并请求里运行，还不知道写到哪里：用 --repo 和 --pr 指定；现在什么都没有写。`,
      en: `Not run by ${service} for a pull request: --repo and --pr would say where this goes; nothing was posted.`,
    };
  },
  nowhere: (forge: ForgeName): Words => ({
    zh: `不知道评论写到哪里：这不是 ${forgeTitles[forge]} 的合并请求在运行。用 --repo owner/name 和 --pr 编号 指定。`,
    en: `There is no telling where the comment goes: this is no run of ${forgeTitles[forge]} for a pull request. Say it with --repo owner/name and --pr N.`,
  }),
  noRange: {
    zh: '--dry-run 不联网，不知道比较哪两个提交：用 --range BASE...HEAD 指定，例如 --range main...HEAD。',
    en: '--dry-run asks nobody, so it needs to be told what to compare: --range BASE...HEAD, for example --range main...HEAD.',
  },
  wrongRange: (value: string): Words => ({
    zh: `--range 不能写“${visibleText(value)}”，要写成 BASE...HEAD（三个点），例如 main...HEAD。`,
    en: `--range cannot be “${visibleText(value)}”; write BASE...HEAD (three dots), for example main...HEAD.`,
  }),
  wrongPull: (value: string): Words => ({
    zh: `--pr 不能写“${visibleText(value)}”，要写合并请求的编号，例如 7。`,
    en: `--pr cannot be “${visibleText(value)}”; write the number of the pull request, for example 7.`,
  }),
  wrongRepository: (value: string): Words => ({
    zh: `仓库不能写“${visibleText(value)}”，要写成 owner/name。`,
    en: `The repository cannot be “${visibleText(value)}”; write owner/name.`,
  }),
  moved: (head: string): Words => ({
    zh: `合并请求已经有了比 ${head.slice(0, 7)} 新的提交，旧的不再评论；新的那次运行会写。`,
    en: `The pull request has moved on from ${head.slice(0, 7)}: the run of its newest commit comments.`,
  }),
  closed: {
    zh: '这个分支已经没有开着的合并请求，不写评论。',
    en: 'That branch has no open pull request any more, so there is no comment.',
  },
} as const;
