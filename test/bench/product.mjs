// What is measured of shenbao within this process: source → grid, grid → document, and both together.
import { checkSource, composeChecked, produce } from '../../dist/pipeline.js';
import { loadRenderer } from '../../dist/render/renderers.js';
import { openKits } from '../../dist/workspace/kits.js';
import { declarationText, repository } from './sample.mjs';

const kits = openKits(repository, (path) => path);
const settings = { year: '2025', epoch: null, digest: '0'.repeat(64), draft: false };
const meta = {
  title: '二级项目支出绩效目标申报表',
  author: null,
  code: null,
  date: new Date(Date.UTC(2025, 0, 1)),
  digest: settings.digest,
};

function faultless({ value, findings }) {
  if (value === null) throw new Error(`the benchmark's own declaration has findings: ${JSON.stringify(findings)}`);
  return value;
}

async function check(source) {
  const checked = await checkSource('projects/2025/a.yaml', Buffer.from(source), kits, settings.year);
  const found = checked.findings.filter(({ level }) => level !== 'hint');
  return faultless(found.length > 0 ? { value: null, findings: found } : checked);
}

/** A form as the contestants get it: the declaration's source, and the grid and theme that are printed. */
export async function composeForm(source) {
  return { source, ...faultless(await composeChecked(await check(source), settings)) };
}

export const formOf = (number) => composeForm(declarationText(number));

/** The document's bytes of a form that is composed already. */
export async function render(format, { grid, theme }) {
  const renderer = await loadRenderer(format);
  return faultless(await renderer.render(grid, theme, meta));
}

/** Reads, checks, composes and renders. */
export async function fromSource(format, source) {
  const [document] = faultless(await produce(await check(source), [format], settings));
  return document.bytes;
}
