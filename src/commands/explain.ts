// `shenbao explain RULE`: what a rule defends, why, as it is set here, and what it says of its bad example. Works outside a workspace too.
import { nearest } from '../base/nearest.js';
import { UserError } from '../base/user-error.js';
import { visibleText } from '../base/visible-text.js';
import { filesOf } from '../check/example.js';
import { ruleHeads } from '../check/rule-set.js';
import { describeFinding, hang } from './describe-finding.js';
import { openRuleBook, type RuleEntry } from './rule-book.js';
import { judge, openExample, type ShownExample } from './rule-example.js';
import { familyOf, ruleWords } from './rule-messages.js';
import { printSetting } from './rule-settings.js';
import { describeLevels, workspaceOrPackage } from './rules.js';
import type { Surroundings, Terminal } from './terminal.js';

export async function explain(name: string, { cwd }: Surroundings, terminal: Terminal): Promise<number> {
  const family = familyOf(name);
  if (family) {
    terminal.out(hang(`${visibleText(name)}  `, terminal.say(family), terminal));
    return 0;
  }
  const names = ruleHeads.map((head) => head.name);
  if (!names.includes(name)) throw new UserError(ruleWords.unknown(visibleText(name), nearest(name, names)));
  const root = workspaceOrPackage(cwd);
  const entry = openRuleBook(root).find(({ head }) => head.name === name);
  if (!entry) throw new Error(`${name} stands in no group`);
  const forms = entry.setups.map(({ form }) => form);
  const example = openExample(root, name, forms);
  const parts = [
    describeRule(entry, terminal),
    ...(example ? describeExample(entry, example, terminal) : []),
    [
      terminal.say(
        ruleWords.switchOff(
          name,
          forms.map((form) => form.name),
        ),
      ),
      terminal.say(ruleWords.silence(name)),
    ].join('\n'),
  ];
  terminal.out(parts.join('\n\n'));
  return 0;
}

function describeRule(entry: RuleEntry, terminal: Terminal): string {
  const { say, colours } = terminal;
  const { head, setups } = entry;
  const lines = [
    colours.bold(head.name),
    hang(say(ruleWords.why), say(entry.about), terminal),
    hang(say(ruleWords.source), say(entry.source), terminal),
    hang(say(ruleWords.level), describeLevels(entry, terminal), terminal),
  ];
  for (const setting of Object.keys(head.settings)) {
    const values = setups
      .filter(({ level }) => level !== 'off')
      .map((setup) => ({ setup, value: printSetting(setup.settings[setting]) }));
    const differ = new Set(values.map(({ value }) => value)).size > 1;
    for (const { setup, value } of differ ? values : values.slice(0, 1)) {
      const shown = value === '' ? say(ruleWords.nothing) : value;
      lines.push(
        hang(say(ruleWords.setting(setting)), differ ? say(ruleWords.on(shown, setup.form.title)) : shown, terminal),
      );
    }
  }
  return lines.join('\n');
}

function describeExample(entry: RuleEntry, example: ShownExample, terminal: Terminal): readonly string[] {
  const { say } = terminal;
  const present = entry.setups.find(({ form }) => form === example.form)?.level ?? 'off';
  const level = present === 'off' ? entry.head.level : present;
  const judged = judge(entry.head, example, example.bad, level);
  const textOf = (file: string) => judged.find(({ path }) => path === file)?.text ?? null;
  const found = judged.flatMap(({ path, findings }) => {
    const file = judged.length > 1 ? '' : path;
    return findings.map((finding) => describeFinding(finding, file, { style: terminal, textOf, why: null }));
  });
  const good = filesOf(example.good).map(
    ({ path, text }, _, all) => `${all.length > 1 ? `  # ${path}\n` : ''}${indented(text)}`,
  );
  return [[say(ruleWords.bad), ...found].join('\n'), [say(ruleWords.good), ...good].join('\n')];
}

function indented(text: string): string {
  return text
    .trimEnd()
    .split('\n')
    .map((line) => `  ${visibleText(line)}`.trimEnd())
    .join('\n');
}
