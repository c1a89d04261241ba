// Writes schema/RULES.md from the rules themselves, their settings in rules.yaml and their examples.
import { codeBlock, codeSpan, escapeMarkdown } from '../../src/base/markdown.js';
import { filesOf } from '../../src/check/example.js';
import type { Style } from '../../src/commands/check-reports/report.js';
import { describeFinding } from '../../src/commands/describe-finding.js';
import { openRuleBook, type RuleEntry } from '../../src/commands/rule-book.js';
import { judge, openExample } from '../../src/commands/rule-example.js';
import { printSetting } from '../../src/commands/rule-settings.js';
import { describeLevels } from '../../src/commands/rules.js';
import { openTerminal } from '../../src/commands/terminal.js';

const sink = { write: () => true };
const style: Style = openTerminal(
  {
    cwd: '/',
    env: { NO_COLOR: '1' },
    stdout: sink,
    stderr: sink,
    signal: new AbortController().signal,
    stdin: async () => new Uint8Array(),
  },
  'zh',
);

const opening = `# 规则

<!-- Generated from the rules, never edited: npm run generate -->

\`shenbao check\` 查这些。级别、阈值和词表由各表单的 \`rules.yaml\` 定，本地要求不同就改它；工作区里 \`schema/表单/rules.yaml\` 写了的，以它为准。
不要某一条，写 \`规则名: off\`；只放过一处，在那里写 \`# shenbao-ignore 规则名 -- 理由\`。\`shenbao explain 规则名\` 在终端里说同样的话。

What \`shenbao check\` looks for. Levels, thresholds and lists are set in each form's \`rules.yaml\`; \`shenbao explain RULE --lang en\` says the
same in English.`;

/** `root` is the package. */
export function rulesPage(root: string): string {
  const book = openRuleBook(root);
  const groups = [...new Set(book.map(({ group }) => group.zh))];
  const list = book.map(
    (entry) => `| [${entry.head.name}](#${entry.head.name}) | ${levelOf(entry)} | ${escapeMarkdown(entry.about.zh)} |`,
  );
  const sections = groups.flatMap((group) => [
    `## ${escapeMarkdown(group)}`,
    ...book.filter((entry) => entry.group.zh === group).map((entry) => describe(root, entry)),
  ]);
  return `${[opening, ['| 规则 | 级别 | 为什么 |', '| --- | --- | --- |', ...list].join('\n'), ...sections].join('\n\n')}\n`;
}

function levelOf(entry: RuleEntry): string {
  return escapeMarkdown(describeLevels(entry, style));
}

function describe(root: string, entry: RuleEntry): string {
  const { head, about, source, setups } = entry;
  const settings = Object.keys(head.settings).map((name) => {
    const values = [
      ...new Set(setups.map((setup) => printSetting(setup.settings[name])).filter((value) => value !== '')),
    ];
    return `- 设定 ${codeSpan(name)}：${values.map(escapeMarkdown).join('；') || '（空）'}`;
  });
  const facts = [`- 级别：${levelOf(entry)}`, `- 来源：${escapeMarkdown(source.zh)}`, ...settings];
  const parts = [
    `### ${head.name}`,
    `${escapeMarkdown(about.zh)}。`,
    `*${escapeMarkdown(about.en)}.*`,
    facts.join('\n'),
  ];

  const example = openExample(
    root,
    head.name,
    setups.map(({ form }) => form),
  );
  if (!example) throw new Error(`${head.name} has no example`);
  const level = setups.find(({ form }) => form === example.form)?.level ?? 'off';
  const judged = judge(head, example, example.bad, level === 'off' ? head.level : level);
  const textOf = (file: string) => judged.find(({ path }) => path === file)?.text ?? null;
  const found = judged.flatMap(({ path, findings }) =>
    findings.map((one) => describeFinding(one, judged.length > 1 ? '' : path, { style, textOf, why: null })),
  );
  const good = filesOf(example.good).map(({ path, text }, _, all) => (all.length > 1 ? `# ${path}\n${text}` : text));
  parts.push('这样会查出来：', codeBlock(found.join('\n')));
  parts.push('这样写就对：', codeBlock(good.join('').trimEnd()).replace('text\n', 'yaml\n'));
  return parts.join('\n\n');
}
