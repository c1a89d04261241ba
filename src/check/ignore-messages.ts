// What is said about comments that ask to pass a finding over: the words only.
import { type Said, say } from '../base/finding.js';
import { quote } from '../terms/messages.js';

export function noReason(): Said {
  return say(
    '没有写略过的理由，所以没有略过',
    '在后面写“-- 理由”，例如“-- 已与财政局核对”',
    'No reason is given, so nothing is passed over',
    'Write “-- reason” behind it, for example “-- settled with the finance bureau”',
  );
}

export function noNames(): Said {
  return say(
    '没有写要略过哪条规则',
    '写成“# shenbao-ignore 规则名 -- 理由”，规则名照检查结果里写的抄',
    'It does not say which rule to pass over',
    'Write “# shenbao-ignore rule -- reason” with the name that the finding gives',
  );
}

export function unknownName(name: string, meant: string | null): Said {
  return say(
    `没有叫“${quote(name)}”的规则`,
    meant === null ? '规则名照检查结果里写的抄' : `是不是“${meant}”`,
    `There is no rule “${quote(name)}”`,
    meant === null ? 'Copy the name that the finding gives' : `Perhaps “${meant}” is meant`,
  );
}

export function never(name: string): Said {
  return say(
    `“${quote(name)}”不能略过：能略过的只有规则，以及 yaml/ 的警告和提示`,
    '改正问题本身，删去这条注释',
    `“${quote(name)}” cannot be passed over: only rules, and warnings and hints of yaml/ can`,
    'Mend what it is about, and remove this comment',
  );
}

export function unused(name: string): Said {
  return say(
    `这里没有“${name}”要略过的问题`,
    '问题已经改好的，删去这条注释；写错了地方的，移到问题所在的那一行',
    `There is nothing of “${name}” to pass over here`,
    'Remove this comment if it was mended, or move it to the line of what it is about',
  );
}
