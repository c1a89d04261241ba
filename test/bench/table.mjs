// Prints the report as tables for people: a group's rows with medians, spreads and ratios, then the targets.

export function printReport({ machine, quick, seconds, groups, rows, targets, missed }) {
  const lines = [
    `${machine.cpu}, ${machine.cores} cores, ${machine.memory}, ${machine.system}, node ${machine.node}`,
    `${quick ? 'A smoke run (--quick): its figures mean little. ' : ''}Median, p10–p90, number of runs; ratios are medians of the ratios of runs taken in turns. ${seconds} s in all.`,
  ];
  for (const { name, title } of groups) {
    lines.push('', `${title}  [${name}]`, ...rowsOf(rows.filter(({ group }) => group === name)));
  }
  lines.push('', 'Targets', ...columns(targets.map(targetCells), [false, false, true, false]));
  lines.push('', missed.length === 0 ? 'No target that was judged was missed.' : `Missed: ${missed.join('; ')}`);
  return lines.join('\n');
}

function rowsOf(rows) {
  const cells = rows.map(({ name, unit, median, p10, p90, runs, against, note }) => [
    name,
    `${number(median)} ${unit}`,
    `${number(p10)}–${number(p90)}`,
    `×${runs}`,
    [...Object.entries(against).map(([other, { ratio }]) => `${ratio.toFixed(2)} × ${other}`), note]
      .filter(Boolean)
      .join('; '),
  ]);
  return columns(cells, [false, true, true, true, false]);
}

function targetCells({ name, target, measured, met }) {
  return [
    name,
    target,
    measured === null ? '–' : number(measured),
    met === null ? 'not judged' : met ? 'met' : 'MISSED',
  ];
}

/** Lines of cells padded to the width of their column; `right` says which stand at its right edge. */
function columns(rows, right) {
  const widths = right.map((_, at) => Math.max(0, ...rows.map((cells) => cells[at].length)));
  return rows.map((cells) =>
    cells
      .map((cell, at) => (right[at] ? cell.padStart(widths[at]) : cell.padEnd(widths[at])))
      .join('  ')
      .trimEnd(),
  );
}

function number(value) {
  const digits = value >= 100 ? 0 : value >= 10 ? 1 : 2;
  return value.toLocaleString('en', { minimumFractionDigits: digits, maximumFractionDigits: digits });
}
