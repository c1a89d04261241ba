// `shenbao build --stage`: prints what one step of the work makes of each declaration, as JSON.
import type { Finding, Outcome } from '../base/finding.js';
import { checkSource, composeChecked, type Kits, type Settings } from '../pipeline.js';
import { decode } from '../read/decode.js';
import { read } from '../read/read.js';
import { digestOfFile } from '../workspace/digest.js';
import { findDeclarations, select } from '../workspace/find.js';
import { openKits } from '../workspace/kits.js';
import { readSource } from '../workspace/read-source.js';
import { describeFindings, hasUnreadable } from './describe-findings.js';
import { readChoice } from './options.js';
import type { Surroundings, Terminal } from './terminal.js';

const stages = ['parsed', 'declaration', 'grid'] as const;

export async function printStage(
  name: string,
  root: string,
  paths: readonly string[],
  epoch: number | null,
  surroundings: Surroundings,
  terminal: Terminal,
): Promise<number> {
  const stage = readChoice('--stage', name, stages);
  const { declarations, refused } = select(root, findDeclarations(root), paths, surroundings.cwd);
  const kits = openKits(root, digestOfFile);
  const failed: { readonly findings: readonly Finding[] }[] = [...refused];
  const tell = (file: string, findings: readonly Finding[]) => {
    if (findings.length === 0) return;
    terminal.complain(`${describeFindings(root, file, findings, terminal)}\n`);
  };
  for (const { file, findings } of refused) tell(file, findings);
  for (const { file, year } of declarations) {
    const settings = { year, epoch, digest: '', draft: false };
    const source = readSource(root, file);
    const { value, findings } = source.value ? await reach[stage](file, source.value, kits, settings) : source;
    tell(file, findings);
    if (value === null) failed.push({ findings });
    else terminal.out(JSON.stringify({ file, [stage]: value }, null, 2));
  }
  if (hasUnreadable(failed)) return 2;
  return failed.length > 0 ? 1 : 0;
}

type Reach = (file: string, bytes: Uint8Array, kits: Kits, settings: Settings) => Promise<Outcome<unknown>>;

const reach = {
  async parsed(file, bytes) {
    const source = decode(file, bytes);
    if (!source.value) return source;
    const parsed = read(source.value);
    return { value: parsed.value?.value ?? null, findings: [...source.findings, ...parsed.findings] };
  },
  async declaration(file, bytes, kits, { year }) {
    const checked = await checkSource(file, bytes, kits, year);
    return { value: checked.value?.declaration ?? null, findings: checked.findings };
  },
  async grid(file, bytes, kits, settings) {
    const checked = await checkSource(file, bytes, kits, settings.year);
    if (!checked.value) return checked;
    const composed = await composeChecked(checked.value, settings);
    return { value: composed.value?.grid ?? null, findings: [...checked.findings, ...composed.findings] };
  },
} satisfies Record<(typeof stages)[number], Reach>;
