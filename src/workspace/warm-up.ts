// Renders declarations for nothing while the user is still reading, so that the first edit finds libraries and fonts loaded and the code
// compiled: cold, it would take a second.
import { setImmediate as turn } from 'node:timers/promises';
import { UserError } from '../base/user-error.js';
import { checkSource, produce } from '../pipeline.js';
import { loadRenderer } from '../render/renderers.js';
import type { BuildOptions } from './build.js';
import { openJob } from './job.js';
import { readSource } from './read-source.js';

/** After this many documents of a format, the engine has compiled what is worth it. */
const rounds = 8;

/** Writes nothing and tells of nothing; ends between two rounds as soon as `busy` says so. */
export async function warmUp(root: string, options: BuildOptions, busy: () => boolean): Promise<void> {
  try {
    const { epoch, formats, chosen, kits } = openJob(root, options);
    for (const format of formats) await loadRenderer(format);
    for (let round = 0; round < rounds && !busy(); round++) {
      const declaration = chosen.declarations[round % chosen.declarations.length];
      const bytes = declaration && readSource(root, declaration.file).value;
      const checked = bytes && (await checkSource(declaration.file, bytes, kits, declaration.year)).value;
      if (checked) await produce(checked, formats, { year: declaration.year, epoch, digest: '', draft: false });
      await turn();
    }
  } catch (error) {
    // Whatever is wrong with the workspace, the build has said.
    if (!(error instanceof UserError)) throw error;
  }
}
