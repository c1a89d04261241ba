// PDF/A-3a, of a PDF without its source PDF/A-2a, by veraPDF, the one verifier that no machine is asked to have: VERAPDF names its launcher or the jar of greenfield-apps.
import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Grid } from '../../../src/compose/grid.js';
import { inFolder } from '../../support/programs.js';
import { cell, sampleGrid, sampleTheme } from '../../support/sample-grid.js';
import { sampleOrigin } from '../../support/sample-origin.js';
import { meta, rendered } from './read-back.js';

const verapdf = process.env.VERAPDF ?? '';

const long: Grid = {
  title: '申报表 & <试>',
  titleStyle: 'title',
  tables: [
    {
      columns: ['first', 'third'],
      headRows: 1,
      rows: [
        { cells: [cell('指标', 'head', { header: true, colspan: 2 })] },
        { cells: [cell('产出', 'category', { rowspan: 40 }), cell('葛\ufe00\n\n工⼯', 'text')] },
        ...Array.from({ length: 39 }, (_, index) => ({ cells: [cell(`${index}、不适用`, 'text')] })),
        {
          cells: [
            cell('', 'text'),
            cell('', 'text', {
              paragraphs: [
                [
                  { text: '旧', mark: 'deleted' },
                  { text: '新', mark: 'inserted' },
                ],
              ],
            }),
          ],
        },
      ],
    },
  ],
};

describe.skipIf(verapdf === '')('veraPDF', () => {
  it.each([
    ['3a', 'the seed', sampleGrid(), meta],
    ['3a', 'rows over pages, marks and empty cells', long, meta],
    ['3a', 'an empty source', long, { ...meta, origin: { ...sampleOrigin, source: new Uint8Array() } }],
    ['2a', 'no source', long, { ...meta, origin: null }],
  ])('confirms PDF/A-%s: %s', async (flavour, _, grid, about) => {
    const bytes = await rendered(grid, sampleTheme(), about);
    await inFolder((folder) => {
      const path = join(folder, 'document.pdf');
      writeFileSync(path, bytes);
      const [command, args] = verapdf.endsWith('.jar')
        ? ['java', ['-cp', verapdf, 'org.verapdf.apps.GreenfieldCliWrapper']]
        : [verapdf, []];
      const { stdout } = spawnSync(command, [...args, '--flavour', flavour, '--format', 'text', '-v', path]);
      expect(stdout.toString()).toMatch(/^PASS /);
    });
  });
});
