// Mends one file's text by the cures of its findings, round after round until none is left that helps. Writes nothing.
// A cure is believed only when a second check agrees: the finding is gone and no error is new.
import { type Finding, isError } from '../base/finding.js';
import { type Cured, curesOf, withCures } from '../check/cures.js';
import { checkSource, type Kits } from '../pipeline.js';
import { decode } from '../read/decode.js';

export interface Mended {
  /** The file's bytes as they should be; the same object where nothing was to be mended. */
  readonly bytes: Uint8Array;
  /** How many cures went in. */
  readonly cures: number;
}

/** Mending one fault of reading may bring others to light, one after the other. */
const mostRounds = 50;

const mark = '\ufeff';

/** `year` is that of the file's folder. */
export async function mend(path: string, bytes: Uint8Array, kits: Kits, year: string | null): Promise<Mended> {
  const source = decode(path, bytes).value;
  if (!source) return { bytes, cures: 0 };
  // Offsets count from behind a byte order mark, which stays.
  const head = Buffer.from(bytes.subarray(0, 3)).toString() === mark ? mark : '';
  const check = async (text: string) => (await checkSource(path, Buffer.from(head + text), kits, year)).findings;

  let { text } = source;
  let findings = await check(text);
  let cures = 0;
  const useless = new Set<string>();
  for (let round = 0; round < mostRounds; round++) {
    const chosen = curesOf(
      path,
      findings.filter((finding) => !useless.has(keyOf(finding))),
    );
    if (chosen.length === 0) break;
    const step = await takeMost(text, findings, chosen, check);
    if (!step) {
      useless.add(keyOf(chosen[0] as Cured));
      continue;
    }
    text = step.text;
    findings = step.findings;
    cures += step.cures;
  }
  return cures === 0 ? { bytes, cures } : { bytes: Buffer.from(head + text), cures };
}

interface Step {
  readonly text: string;
  readonly findings: readonly Finding[];
  readonly cures: number;
}

type Check = (text: string) => Promise<readonly Finding[]>;

/** As many from the first on as do what they promise together; null where not even the first does. */
async function takeMost(
  text: string,
  before: readonly Finding[],
  chosen: readonly Cured[],
  check: Check,
): Promise<Step | null> {
  for (let count = chosen.length; count > 0; count = Math.floor(count / 2)) {
    const part = chosen.slice(0, count);
    const mended = withCures(text, part);
    const after = await check(mended);
    if (holds(before, after, part)) return { text: mended, findings: after, cures: count };
  }
  return null;
}

function holds(before: readonly Finding[], after: readonly Finding[], chosen: readonly Cured[]): boolean {
  const [was, is] = [countsOf(before), countsOf(after)];
  const gone = chosen.every((finding) => (is.get(keyOf(finding)) ?? 0) < (was.get(keyOf(finding)) ?? 0));
  // A text that could not be read may hide any number of errors.
  if (!gone || chosen.some(({ rule }) => rule.startsWith('yaml/'))) return gone;
  return after.every((finding) => !isError(finding) || was.has(keyOf(finding)));
}

function countsOf(findings: readonly Finding[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const finding of findings) counts.set(keyOf(finding), (counts.get(keyOf(finding)) ?? 0) + 1);
  return counts;
}

/** Names a finding whatever line it stands on. */
function keyOf({ rule, pointer, message }: Finding): string {
  return `${rule} ${pointer} ${message.zh}`;
}
