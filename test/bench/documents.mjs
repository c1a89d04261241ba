// Lets contestants make the same form as a document, in turns and warm, other text each round, and gives a row for each of them.
import { contentsOf } from './contents.mjs';
import { inTurn, row, time } from './measure.mjs';
import { composeForm, fromSource, render } from './product.mjs';
import { declarationText } from './sample.mjs';
import { verify } from './verify.mjs';

/** Texts of one round: one that the contestants share, and some of their own for those that might remember it from another's turn. */
const textsARound = 3;

/**
 * A contestant has a `name`, `prepare(form)` → its input, `make(input)` → bytes, and `lacks`: what its document does without.
 * Only `make` is timed. `text` is 1 or 2 for one that needs a text of its own. The floor is prepared from the file that shenbao
 * made in that round, and so comes after the others. The rows of shenbao are compared with each of them.
 */
export async function raceDocuments({ group, format, peers, floor }, { sizes, say }) {
  const ours = { name: 'shenbao', prepare: (form) => form, make: (form) => render(format, form), lacks: '' };
  const whole = {
    name: 'shenbao from YAML',
    text: 1,
    make: (source) => fromSource(format, source),
    lacks: 'reads, checks and composes as well',
  };
  const contestants = [ours, whole, ...peers];
  const all = floor ? [...contestants, floor] : contestants;
  const samples = Object.fromEntries(all.map(({ name }) => [name, []]));
  const bytes = {};
  const contend = async ({ name, make }, input, round) => {
    const { ms, result } = await time(() => make(input));
    bytes[name] = result;
    if (round >= sizes.warmUp) samples[name].push(ms);
  };

  for (let round = 0; round < sizes.warmUp + sizes.rounds; round++) {
    const sourceFor = ({ text = 0 }) => declarationText(textsARound * round + text);
    for (const contestant of inTurn(contestants, round)) {
      const source = sourceFor(contestant);
      const input = contestant === whole ? source : contestant.prepare(await composeForm(source));
      await contend(contestant, input, round);
    }
    if (floor) await contend(floor, floor.prepare(bytes.shenbao), round);
    for (const { forget } of peers) forget?.();
    if (round > 0) continue;
    for (const contestant of all) {
      const { grid } = await composeForm(sourceFor(contestant));
      await verify(`${group}, ${contestant.name}`, format, bytes[contestant.name], contentsOf(grid));
    }
    say(`${group}: the texts of the form are in all ${all.length} documents`);
  }

  const others = [...peers, ...(floor ? [floor] : [])].map(({ name }) => [name, samples[name]]);
  const isSame = floor && Buffer.compare(bytes.shenbao, bytes.floor) === 0;
  return all.map((contestant) =>
    row({
      group,
      name: contestant.name,
      samples: samples[contestant.name],
      against: contestant === ours || contestant === whole ? Object.fromEntries(others) : {},
      note: [
        `${bytes[contestant.name].length} bytes`,
        contestant.lacks,
        contestant === floor && isSame ? "the result is shenbao's file, byte for byte" : '',
      ]
        .filter(Boolean)
        .join('; '),
    }),
  );
}
