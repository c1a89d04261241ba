// `shenbao rules`: lists the rules by what they are about, each with its level and why it matters. Works outside a workspace too.
import type { Level } from '../base/finding.js';
import { textWidth } from '../base/text-width.js';
import { UserError } from '../base/user-error.js';
import { findWorkspace } from '../workspace/find.js';
import { packageRoot } from '../workspace/package.js';
import { hang } from './describe-finding.js';
import { readChoice } from './options.js';
import { levelNames } from './report-messages.js';
import { openRuleBook, type RuleEntry } from './rule-book.js';
import { ruleWords } from './rule-messages.js';
import { settingToJson } from './rule-settings.js';
import type { Surroundings, Terminal } from './terminal.js';

interface Flags {
  readonly format?: string;
}

export async function rules(flags: Flags, { cwd }: Surroundings, terminal: Terminal): Promise<number> {
  const format = readChoice('--format', flags.format ?? 'text', ['text', 'json']);
  const book = openRuleBook(workspaceOrPackage(cwd));
  terminal.out(format === 'json' ? toJson(book, terminal) : toText(book, terminal));
  return 0;
}

/** Outside a workspace the package's own forms are there to look at. */
export function workspaceOrPackage(cwd: string): string {
  try {
    return findWorkspace(cwd);
  } catch (error) {
    if (error instanceof UserError) return packageRoot;
    throw error;
  }
}

function toText(book: readonly RuleEntry[], terminal: Terminal): string {
  const { colours, say } = terminal;
  const widest = Math.max(...book.map(({ head }) => head.name.length));
  const levelWidth = Math.max(
    ...(['error', 'warning', 'hint', 'off'] as const).map((level) => textWidth(say(levelNames[level]))),
  );
  const lines: string[] = [];
  let group = '';
  for (const entry of book) {
    if (say(entry.group) !== group) {
      group = say(entry.group);
      lines.push(...(lines.length > 0 ? [''] : []), colours.bold(group));
    }
    const levels = new Set(entry.setups.map(({ level }) => level));
    const [only = entry.head.level] = levels;
    const level = say(levelNames[only]);
    const start = `  ${entry.head.name.padEnd(widest)}  ${level}${' '.repeat(levelWidth - textWidth(level))}  `;
    lines.push(hang(start, say(entry.about), terminal));
    if (levels.size > 1) lines.push(hang(' '.repeat(textWidth(start)), describeLevels(entry, terminal), terminal));
  }
  return [...lines, '', say(ruleWords.count(book.length))].join('\n');
}

/** `错误`, or `错误（甲表）、警告（乙表）` where forms differ. */
export function describeLevels({ setups, head }: RuleEntry, { say }: Pick<Terminal, 'say'>): string {
  const levels = new Map<Level | 'off', string[]>();
  for (const { level, form } of setups) levels.set(level, [...(levels.get(level) ?? []), form.title]);
  if (levels.size < 2) return say(levelNames[setups[0]?.level ?? head.level]);
  return [...levels]
    .map(([level, forms]) => say(ruleWords.on(say(levelNames[level]), forms.join(say({ zh: '、', en: ', ' })))))
    .join(say({ zh: '，', en: ', ' }));
}

/** As schema/reports/rules.schema.json describes it. */
function toJson(book: readonly RuleEntry[], { say }: Terminal): string {
  const entries = book.map(({ head, group, about, source, setups }) => ({
    name: head.name,
    group: say(group),
    about: say(about),
    source: say(source),
    forms: setups.map(({ form, level, settings }) => ({
      form: form.name,
      title: form.title,
      level,
      settings: settingToJson(settings),
    })),
  }));
  return JSON.stringify({ rules: entries }, null, 2);
}
