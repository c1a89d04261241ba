// `shenbao template check`: says what is wrong with form.hbs, theme.yaml and workbook.xlsx, and which fields they never print.
import { visibleText } from '../base/visible-text.js';
import { checkTemplates } from '../workspace/check-templates.js';
import { countLevels } from './check-reports/report.js';
import { describeFindings, findingToJson } from './describe-findings.js';
import { readChoice } from './options.js';
import { workspaceOrPackage } from './rules.js';
import { words } from './template-messages.js';
import type { Surroundings, Terminal } from './terminal.js';

interface Flags {
  readonly format?: string;
}

/** `form`: a title or a folder's name. Works outside a workspace too, on the package's own forms. */
export async function templateCheck(
  form: string | undefined,
  flags: Flags,
  { cwd }: Surroundings,
  terminal: Terminal,
): Promise<number> {
  const format = readChoice('--format', flags.format ?? 'text', ['text', 'json']);
  const root = workspaceOrPackage(cwd);
  const checked = await checkTemplates(root, form ?? null);
  const findings = checked.flatMap((one) => one.findings);
  const summary = { files: checked.length, ...countLevels(findings) };
  if (format === 'json') {
    const all = checked.flatMap(({ file, findings }) => findings.map((one) => findingToJson(file, one, terminal)));
    const files = checked.map(({ file }) => file);
    terminal.out(JSON.stringify({ files, findings: all, summary }, null, 2));
  } else {
    for (const { file, findings } of checked) {
      if (findings.length > 0) terminal.out(`${describeFindings(root, file, findings, terminal)}\n`);
    }
    const clean = checked.filter((one) => one.findings.length === 0).map(({ file }) => visibleText(file));
    if (clean.length > 0) terminal.out(terminal.say(words.clean(clean)));
    terminal.out(terminal.say(words.checked(summary)));
  }
  return summary.errors > 0 ? 1 : 0;
}
