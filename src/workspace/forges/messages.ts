// What is said when a comment cannot be brought to a service: which variable, which right, which number to look at.
import type { Words } from '../../base/finding.js';
import { UserError } from '../../base/user-error.js';
import { type Fault, ForgeFault, type Strangeness } from './faults.js';
import type { ForgeName } from './forge.js';

export const forgeTitles: Readonly<Record<ForgeName, string>> = { github: 'GitHub', gitlab: 'GitLab', gitee: 'Gitee' };

/** What was asked for, for the sentence. */
interface Asked {
  readonly forge: ForgeName;
  readonly repository: string;
  readonly pull: number | null;
  readonly fromFork: boolean;
}

const variables: Readonly<Record<ForgeName, string>> = {
  github: 'GITHUB_TOKEN',
  gitlab: 'GITLAB_TOKEN',
  gitee: 'GITEE_TOKEN',
};

const rights: Readonly<Record<ForgeName, Words>> = {
  github: {
    zh: '在工作流里写 permissions: pull-requests: write；自己的令牌要有 Pull requests 的读写权限',
    en: 'write permissions: pull-requests: write in the workflow; a token of your own needs read and write access to pull requests',
  },
  gitlab: {
    zh: '项目访问令牌要有 Reporter 以上的角色和 api 范围；CI_JOB_TOKEN 不能写评论',
    en: 'a project access token needs the role Reporter or higher and the scope api; CI_JOB_TOKEN cannot write comments',
  },
  gitee: {
    zh: '私人令牌要勾选 user_info、pull_requests 和 notes，它的主人要能在这个仓库里评论',
    en: 'a personal token needs user_info, pull_requests and notes, and its owner the right to comment in this repository',
  },
};

const ways: Readonly<Record<ForgeName, Words>> = {
  github: {
    zh: `在工作流的这一步写 env: GITHUB_TOKEN: \${{ github.token }}，并且给它 permissions: pull-requests: write`,
    en: `give this step env: GITHUB_TOKEN: \${{ github.token }} and its workflow permissions: pull-requests: write`,
  },
  gitlab: {
    zh: '在 设置 → 访问令牌 里建一个（角色 Reporter，范围 api），放进 设置 → CI/CD → 变量，名称 GITLAB_TOKEN，隐藏、不勾“受保护”；CI_JOB_TOKEN 不能写评论',
    en: 'make a project access token (role Reporter, scope api) and keep it in Settings → CI/CD → Variables as GITLAB_TOKEN, masked and not protected; CI_JOB_TOKEN cannot write comments',
  },
  gitee: {
    zh: '在 设置 → 私人令牌 里建一个（user_info、pull_requests、notes）；Gitee Go 不许自己的变量以 GITEE_ 开头，所以在那里存成 SHENBAO_TOKEN，用 GITEE_TOKEN="$SHENBAO_TOKEN" 交给这个命令',
    en: 'make a personal token (user_info, pull_requests, notes); Gitee Go keeps names that begin with GITEE_ to itself, so keep it there as SHENBAO_TOKEN and hand it on as GITEE_TOKEN="$SHENBAO_TOKEN"',
  },
};

const forks: Readonly<Record<ForgeName, Words | null>> = {
  github: {
    zh: '这个合并请求来自派生的仓库，GitHub 不给它能写评论的令牌；让默认分支上的 .github/workflows/shenbao-review.yml 来评论（shenbao init . --ci github 会写出它）。',
    en: 'This pull request comes from a fork, which GitHub gives no token that may comment; let .github/workflows/shenbao-review.yml of the default branch do it (shenbao init . --ci github writes it).',
  },
  gitlab: {
    zh: '这个合并请求来自派生的项目，流水线在那里运行，没有原项目的 GITLAB_TOKEN；请原项目的成员在合并请求里运行流水线。',
    en: 'This merge request comes from a fork, whose pipeline runs there without the GITLAB_TOKEN of this project; have a member of this project run the pipeline.',
  },
  gitee: null,
};

export const forgeMessages = {
  wrongApi: (variable: string): Words => ({
    zh: `环境变量 ${variable} 不是能用的地址：要以 https:// 开头，不带用户名和密码。`,
    en: `The environment variable ${variable} is no address that can be used: it begins with https:// and holds no name or password.`,
  }),
  noToken: ({ forge, fromFork }: Pick<Asked, 'forge' | 'fromFork'>): Words =>
    (fromFork ? forks[forge] : null) ?? {
      zh: `没有令牌，环境变量 ${variables[forge]} 是空的：${ways[forge].zh}。`,
      en: `There is no token, the environment variable ${variables[forge]} is empty: ${ways[forge].en}.`,
    },
  wrongToken: (forge: ForgeName): Words => ({
    zh: `环境变量 ${variables[forge]} 里有令牌不会有的字符（空格、汉字、换行），请重新填写。`,
    en: `The environment variable ${variables[forge]} holds characters that no token has (spaces, line breaks); set it again.`,
  }),
};

/** A UserError for a ForgeFault; anything else as it is. */
export function toUserError(error: unknown, asked: Asked): unknown {
  return error instanceof ForgeFault ? new UserError(explain(error.fault, asked), { cause: error }) : error;
}

function explain(fault: Fault, asked: Asked): Words {
  const name = forgeTitles[asked.forge];
  if (fault.kind === 'limited') {
    return {
      zh: `${name} 说请求太多，要等 ${fault.seconds} 秒；没有等，过后再运行一次。`,
      en: `${name} says there were too many requests and asks to wait ${fault.seconds} s; run this again later.`,
    };
  }
  if (fault.kind === 'unanswered') {
    return {
      zh: `${name} 没有回答（${fault.why}），试了几次都不行；请看网络通不通、API 的地址对不对，过后再运行一次。`,
      en: `${name} did not answer (${fault.why}), after several attempts; look at the network and the API’s address, and run this again later.`,
    };
  }
  if (fault.kind === 'strange') return strangenesses[fault.what](name);
  return withSaid(refusal(fault.status, name, asked), fault.said);
}

const strangenesses: Readonly<Record<Strangeness, (name: string) => Words>> = {
  'not-json': (name) => ({
    zh: `${name} 的回答不是 JSON，像是网页（登录页或者代理）；请核对 API 的地址。`,
    en: `The answer of ${name} is not JSON but some page (a login or a proxy); check the API’s address.`,
  }),
  'too-large': (name) => ({
    zh: `${name} 的回答太大，没有读完；请核对 API 的地址。`,
    en: `The answer of ${name} is too large and was not read to its end; check the API’s address.`,
  }),
  shape: (name) => ({
    zh: `${name} 的回答不是所要的内容；请核对 API 的地址和仓库。`,
    en: `The answer of ${name} is not what was asked for; check the API’s address and the repository.`,
  }),
  'too-many-comments': (name) => ({
    zh: `${name} 上这个合并请求的评论太多，没有读完；没有写评论。`,
    en: `This pull request has more comments on ${name} than are read; nothing was posted.`,
  }),
};

function refusal(status: number, name: string, { forge, repository, pull, fromFork }: Asked): Words {
  if (status === 401) {
    return {
      zh: `${name} 不认 ${variables[forge]} 里的令牌（401）：写错了、过期了或者被撤销了，请换一个。`,
      en: `${name} does not accept the token in ${variables[forge]} (401): it is wrong, expired or revoked; replace it.`,
    };
  }
  if (status === 403) {
    const right = {
      zh: `${name} 不许这个令牌评论（403）：${rights[forge].zh}。`,
      en: `${name} does not let this token comment (403): ${rights[forge].en}.`,
    };
    return (fromFork ? forks[forge] : null) ?? right;
  }
  if (status === 404) {
    const what = pull === null ? repository : `${repository} ${mark(forge)}${pull}`;
    return {
      zh: `${name} 上找不到 ${what}（404）：核对 --repo 和 --pr；也可能是令牌看不见它，${rights[forge].zh}。`,
      en: `${name} does not know ${what} (404): check --repo and --pr; or the token cannot see it: ${rights[forge].en}.`,
    };
  }
  if (status >= 300 && status < 400) {
    return {
      zh: `${name} 让我们到别处去（${status}），没有跟去：仓库改了名，用 --repo 写现在的名字；或者 API 的地址不对。`,
      en: `${name} sends us elsewhere (${status}), which was not followed: give the repository’s present name with --repo, or check the API’s address.`,
    };
  }
  return {
    zh: `${name} 不收（${status}）。`,
    en: `${name} refuses (${status}).`,
  };
}

/** As people write the number of a pull request there. */
export function mark(forge: ForgeName): string {
  return forge === 'github' ? '#' : '!';
}

function withSaid({ zh, en }: Words, said: string): Words {
  return said === '' ? { zh, en } : { zh: `${zh}它说：${said}`, en: `${en} It says: ${said}` };
}
