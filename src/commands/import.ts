// `shenbao import`: reads documents into new declarations, or into those that exist, and says of each what was read and what was not.
import { UserError } from '../base/user-error.js';
import { visibleText } from '../base/visible-text.js';
import { findWorkspace } from '../workspace/find.js';
import { type Importer, type ImportOptions, openImporter } from '../workspace/import.js';
import { words } from './import-messages.js';
import { findingToText, outcomeToText, planToText } from './import-report.js';
import { words as general } from './messages.js';
import type { Surroundings, Terminal } from './terminal.js';

interface Flags {
  readonly out?: string;
  readonly update?: string | true;
  readonly year?: string;
  readonly form?: string;
  readonly dryRun?: boolean;
}

/** 2: something could not be read or written; 1: something was not understood. */
type Status = 0 | 1 | 2;

export async function importFiles(
  given: readonly string[],
  flags: Flags,
  { cwd, signal }: Surroundings,
  terminal: Terminal,
): Promise<number> {
  const { files, update } = readUpdate(given, flags);
  const { out = null, year = null, form = null, dryRun = false } = flags;
  if (out !== null && update) throw new UserError(general.together('--out', '--update'));
  const importer = await openImporter(findWorkspace(cwd), { cwd, out, update, year, form });
  let status: Status = 0;
  try {
    for (const file of files) {
      if (signal.aborted) return 130;
      status = worse(status, await importOrSayWhy(importer, file, dryRun, terminal));
    }
  } finally {
    await importer.close();
  }
  return status;
}

/** A file that is not there, or cannot be written, keeps no other from its turn. */
async function importOrSayWhy(importer: Importer, file: string, isDry: boolean, terminal: Terminal): Promise<Status> {
  try {
    return await importOne(importer, file, isDry, terminal);
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    terminal.complain(visibleText(terminal.say(error.words)));
    return 2;
  }
}

/** What changes in a declaration is told before it is written. */
async function importOne(importer: Importer, file: string, isDry: boolean, terminal: Terminal): Promise<Status> {
  const { refusal, lacking, plans } = await importer.plan(file);
  if (refusal) {
    terminal.complain(`${visibleText(file)}: ${visibleText(terminal.say(refusal))}`);
    return 2;
  }
  terminal.out(terminal.colours.bold(visibleText(file)));
  for (const finding of lacking) terminal.out(`  ${findingToText(finding, terminal)}`);
  let status: Status = lacking.length > 0 ? 1 : 0;
  for (const plan of plans) {
    terminal.out(await planToText(file, plan, terminal));
    if (!plan.refusal && !isDry) await importer.write(plan);
    terminal.out(outcomeToText(plan, isDry, terminal));
    if (isDry && plan.bytes && !plan.review) terminal.out(`\n${Buffer.from(plan.bytes).toString().trimEnd()}`);
    const { leftovers, findings } = plan.imported;
    status = worse(status, plan.refusal ? 2 : leftovers.some(({ by }) => by === null) || findings.length > 0 ? 1 : 0);
  }
  return status;
}

/** The parser takes what stands behind `--update` for its file, even a document. */
function readUpdate(
  given: readonly string[],
  { update }: Flags,
): { readonly files: readonly string[]; readonly update: ImportOptions['update'] } {
  const isTarget = typeof update === 'string' && /\.ya?ml$/i.test(update);
  const files = typeof update === 'string' && !isTarget ? [update, ...given] : given;
  if (files.length === 0) throw new UserError(words.noFiles);
  if (isTarget && files.length > 1) throw new UserError(words.oneDocument);
  return { files, update: update === undefined ? null : { file: isTarget ? update : null } };
}

function worse(one: Status, other: Status): Status {
  return one > other ? one : other;
}
