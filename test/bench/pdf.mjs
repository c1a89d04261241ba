// Times the PDF of the sample's form against Typst's native compiler: same layout, same font, other text each round.
// Both are warm and take turns within one run; what counts is the ratio of the medians. Run by `npm run bench`.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { resolve } from 'node:path';
import { cellText } from '../../dist/compose/grid.js';
import { columnWidths } from '../../dist/compose/theme.js';
import { checkSource, composeChecked } from '../../dist/pipeline.js';
import { pdf } from '../../dist/render/pdf/pdf.js';
import { openKits } from '../../dist/workspace/kits.js';

const { NodeCompiler } = createRequire(import.meta.url)('@myriaddreamin/typst-ts-node-compiler');

const rounds = Number(process.argv[2] ?? 60);
const warmUp = 15;
const root = resolve(import.meta.dirname, '../..');
const file = 'projects/2025/区总工会工作经费.yaml';
const sample = readFileSync(`${root}/${file}`);
const kits = openKits(root, (path) => path);
const settings = { year: '2025', epoch: null, digest: '0'.repeat(64) };

/** The characters of GB 2312 level 1, the common ones. */
const common = Array.from({ length: 3755 }, (_, index) =>
  new TextDecoder('gb18030').decode(Uint8Array.of(0xb0 + Math.floor(index / 94), 0xa1 + (index % 94))),
);

/** The grid with every Chinese character of its values replaced by another one, differently each round: nothing to remember. */
function reworded(grid, round) {
  const offset = (round * 97) % common.length;
  const other = (text) =>
    text.replace(/\p{Script=Han}/gu, (character) => {
      const code = character.codePointAt(0);
      return common[(code * 31 + offset) % common.length];
    });
  const cell = (one) =>
    one.field === null
      ? one
      : { ...one, paragraphs: one.paragraphs.map((runs) => runs.map((run) => ({ ...run, text: other(run.text) }))) };
  const tables = grid.tables.map((table) => ({
    ...table,
    rows: table.rows.map((row) => ({ cells: row.cells.map(cell) })),
  }));
  return { ...grid, tables };
}

const fonts = ['400Regular/NotoSerifSC_400Regular.ttf', '700Bold/NotoSerifSC_700Bold.ttf'].map(
  (name) => `${root}/node_modules/@expo-google-fonts/noto-serif-sc/${name}`,
);
const typst = NodeCompiler.create({
  workspace: root,
  fontArgs: [{ fontBlobs: fonts.map((path) => readFileSync(path)) }],
});

/** The same grid as Typst's tables: merges, heads that repeat, fills, alignment, page numbers. */
function toTypst(grid, theme) {
  const quote = (text) => `"${text.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`;
  const cell = (one) => {
    const style = theme.styles[one.style];
    const lines = cellText(one)
      .split('\n')
      .map((line) => `#${quote(line)}`)
      .join(' \\ ');
    const options = [
      `colspan: ${one.colspan}`,
      `align: ${style.align} + ${style.valign === 'top' ? 'top' : 'horizon'}`,
      ...(style.fill ? [`fill: rgb("${style.fill}")`] : []),
      ...(style.border ? [] : ['stroke: none']),
    ];
    return `table.cell(${options.join(', ')})[${lines}]`;
  };
  const tables = grid.tables.map((table) => {
    const columns = columnWidths(theme, table.columns).map((width) => `${width}pt`);
    const rows = table.rows.map((row) => row.cells.map(cell).join(', '));
    const head = rows.slice(0, table.headRows);
    const body = rows.slice(table.headRows);
    return `#table(columns: (${columns.join(', ')},), ${head.length ? `table.header(${head.join(', ')}), ` : ''}${body.join(', ')})`;
  });
  return `#set page(paper: "a4", flipped: true, margin: 15mm, footer: context align(center, text(9pt)[第 #counter(page).display() 页 共 #counter(page).final().first() 页]))
#set document(title: ${quote(grid.title)})
#set text(font: "Noto Serif SC", size: 10.5pt, lang: "zh", region: "cn")
#set par(leading: 0.4em, spacing: 0pt)
#set table(inset: (x: 2mm, y: 1.1mm), stroke: 0.5pt)
#set block(spacing: 0pt)
#align(center, text(18pt, weight: "bold")[#${quote(grid.title)}])
${tables.join('\n')}`;
}

async function compose() {
  const checked = await checkSource(file, sample, kits);
  return composeChecked(checked.value, settings).value;
}

const meta = {
  title: '二级项目支出绩效目标申报表',
  author: null,
  code: null,
  date: new Date(Date.UTC(2025, 0, 1)),
  digest: '0'.repeat(64),
};
const times = { shenbao: [], 'shenbao from YAML': [], typst: [] };
const sizes = {};

async function time(name, round, work) {
  const started = performance.now();
  const bytes = await work();
  if (round >= warmUp) times[name].push(performance.now() - started);
  sizes[name] = bytes.length;
}

const { grid: seed, theme } = await compose();
for (let round = 0; round < warmUp + rounds; round++) {
  const grid = reworded(seed, round);
  const source = toTypst(grid, theme);
  const ours = () => time('shenbao', round, async () => (await pdf.render(grid, theme, meta)).value);
  const whole = () =>
    time('shenbao from YAML', round, async () => {
      await compose();
      return (await pdf.render(grid, theme, meta)).value;
    });
  const theirs = () => time('typst', round, () => typst.pdf({ mainFileContent: source }));
  for (const turn of round % 2 ? [ours, theirs, whole] : [whole, theirs, ours]) await turn();
  typst.evictCache(10);
}

const median = (values) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];
const base = median(times.typst);
console.log(`PDF of the sample's form, ${rounds} rounds, warm, interleaved; node ${process.version}`);
console.log('shenbao: tagged PDF/A-2a with bookmarks; typst: its defaults, no PDF/A, no bookmarks\n');
for (const [name, values] of Object.entries(times)) {
  const at = median(values);
  console.log(
    `${name.padEnd(18)} ${at.toFixed(1).padStart(6)} ms   ${(at / base).toFixed(2)} × typst   ${sizes[name]} bytes`,
  );
}
