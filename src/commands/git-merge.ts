// `shenbao git merge`: what git runs to merge three versions of a declaration. Git reads the status: 0 merged, 1 conflicts in the file,
// above 128 nothing was done and git stops; any other it would take for conflicts, with ours in the file and theirs nowhere.
import type { Words } from '../base/finding.js';
import { UserError } from '../base/user-error.js';
import { visibleText } from '../base/visible-text.js';
import type { Clash } from '../review/merge/clash.js';
import { quote } from '../terms/messages.js';
import { type Driven, type DriverRefusal, driveMerge } from '../workspace/merge-driver.js';
import { noForm, reasons, unreadable, words } from './git-merge-messages.js';
import { words as general } from './messages.js';
import type { Surroundings, Terminal } from './terminal.js';

const notMerged = 129;
/** More conflicts than this are counted. */
const mostTold = 20;

/** `given`: git's `%O %A %B %L %P %X %Y`; those behind the third may be left out. */
export async function gitMerge(given: readonly string[], { cwd }: Surroundings, terminal: Terminal): Promise<number> {
  const [base, ours, theirs, size = '', path = '', oursName, theirsName] = given;
  try {
    if (base === undefined || ours === undefined || theirs === undefined) throw new UserError(words.needsThree);
    const marks = {
      size: /^[1-9]\d{0,2}$/.test(size) ? Number(size) : 7,
      ours: nameOf(oursName, 'ours'),
      theirs: nameOf(theirsName, 'theirs'),
    };
    const driven = await driveMerge({ cwd, base, ours, theirs, path: path || null, marks });
    tell(driven, path || ours, terminal);
    return driven.hasConflicts ? 1 : 0;
  } catch (error) {
    if (error instanceof UserError) terminal.complain(terminal.say(error.words));
    else tellBug(error, terminal);
    return notMerged;
  }
}

/** A git before 2.44 hands `%X` on as it stands. */
function nameOf(given: string | undefined, otherwise: string): string {
  return given === undefined || /^(?:%[XY])?$/.test(given) ? otherwise : given.replace(/[\r\n]+/g, ' ');
}

function tell({ merge, refusal }: Driven, file: string, terminal: Terminal): void {
  const complain = (said: Words) => terminal.complain(visibleText(terminal.say(said)));
  if (refusal) tellRefusal(refusal, file, complain, terminal);
  if (!merge || merge.clashes.length + merge.broken.length === 0) return;
  complain(words.conflictsIn(file));
  const sayings: readonly Words[] = [
    ...merge.clashes.map(describeClash),
    ...merge.broken.map(({ message }) => words.broken(message)),
  ];
  for (const saying of sayings.slice(0, mostTold)) complain(saying);
  if (sayings.length > mostTold) complain(words.more(sayings.length - mostTold));
}

function describeClash({ label, said, ours, theirs }: Clash): Words {
  if (ours === '') return words.goneFromOurs(label);
  if (theirs === '') return words.goneFromTheirs(label);
  const [here, there] = [said.ours && quote(said.ours), said.theirs && quote(said.theirs)];
  // Two long texts that begin alike tell nothing.
  return words.changedBoth(label, here === there ? { ours: null, theirs: null } : { ours: here, theirs: there });
}

/** Of what is no declaration nothing is said: it was merged as any other file is. */
function tellRefusal(refusal: DriverRefusal, file: string, complain: (said: Words) => void, terminal: Terminal): void {
  if (refusal.why === 'no-declaration') return;
  if (refusal.why === 'binary') {
    complain(words.binary(file));
    return;
  }
  complain(words.asText(file, reasonOf(refusal)));
  if (refusal.why === 'bug') tellBug(refusal.error, terminal);
}

function tellBug(error: unknown, terminal: Terminal): void {
  terminal.complain(terminal.say(general.bug));
  terminal.complain(error instanceof Error ? (error.stack ?? error.message) : String(error));
}

function reasonOf(refusal: Exclude<DriverRefusal, { why: 'binary' | 'no-declaration' }>): Words {
  if (refusal.why === 'unreadable') return unreadable(refusal.side, refusal.finding);
  return refusal.why === 'no-form' ? noForm(refusal.words) : reasons[refusal.why];
}
