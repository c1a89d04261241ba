// What one document costs against the number of items on the form, warm.
import { inTurn, row, time } from '../measure.mjs';
import { composeForm, render } from '../product.mjs';
import { declarationOfItems } from '../sample.mjs';

export const title = 'Items: one document against the items on the form, warm';

const formats = ['pdf', 'docx', 'xlsx', 'html'];
const sorts = ['indicators', 'basis'];
const warmUp = 3;

export async function measure({ sizes }) {
  const cases = sizes.items.flatMap((count) =>
    sorts.flatMap((sort) => formats.map((format) => ({ sort, count, format, samples: [] }))),
  );
  for (let round = 0; round < warmUp + sizes.itemRounds; round++) {
    for (const [at, { sort, count, format, samples }] of inTurn([...cases.entries()], round)) {
      // Another number for each case, so that no two are of the same text.
      const form = await composeForm(declarationOfItems(sort, count, round * cases.length + at));
      const { ms } = await time(() => render(format, form));
      if (round >= warmUp) samples.push(ms);
    }
  }
  return cases.map(({ sort, count, format, samples }) =>
    row({
      group: 'items',
      name: `${format}, ${count.toLocaleString('en')} ${sort === 'basis' ? 'basis items' : sort}`,
      samples,
    }),
  );
}
