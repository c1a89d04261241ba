// What is said about rules.yaml: the words only.
import { type Said, say } from '../base/finding.js';
import type { Value } from '../read/parsed.js';
import { describe, listOf } from './naming.js';

export function notRules(): Said {
  return say(
    '规则文件要由“规则名: 级别”一行一行写成',
    '例如“goals-differ: off”；级别是 error、warning、hint 或 off',
    'A file of rules is lines of “rule: level”',
    'For example “goals-differ: off”; the levels are error, warning, hint and off',
  );
}

export function unknownRule(name: string, meant: string | null): Said {
  return say(
    `没有叫“${name}”的规则`,
    meant === null ? '规则的名称照“shenbao rules”列出的写' : `是不是“${meant}”`,
    `There is no rule “${name}”`,
    meant === null ? 'Write a name that `shenbao rules` lists' : `Perhaps “${meant}” is meant`,
  );
}

export function notLevel(value: Value): Said {
  const given = describe(value);
  return say(
    `级别写的是${given.zh}`,
    '级别只有 error（错误）、warning（警告）、hint（提示）和 off（不查）',
    `The level is ${given.en}`,
    'The levels are error, warning, hint and off',
  );
}

export function unknownSetting(key: string, known: readonly string[]): Said {
  const names = listOf(known);
  return say(
    `这条规则没有“${key}”这一项`,
    `可以写${names.zh}`,
    `This rule has no setting “${key}”`,
    `It has ${names.en}`,
  );
}
