// Word with revision marks: accepting all changes gives the document of the new form, rejecting all that of the old one.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Composed } from '../../src/compose/compose.js';
import type { ToAfter } from '../../src/review/align-grids.js';
import { mergeForms } from '../../src/review/merged-grid.js';
import { cases } from '../parity/declarations.js';
import { render } from '../render/docx/render-sample.js';
import { type Resolved, resolved } from '../render/docx/resolve-changes.js';
import { sampleText } from '../support/forms.js';
import { gansuText } from '../support/gansu.js';
import { missing } from '../support/programs.js';
import { edits } from './edits.js';
import { printForms } from './printed-forms.js';
import { anyForms } from './small-forms.js';

interface Forms {
  readonly before: Composed;
  readonly after: Composed;
  readonly toAfter: ToAfter;
}

const word = ({ grid, theme }: Composed) => render(grid, theme);

/** All documents are read in one run of the program. */
async function expectBoth(all: readonly Forms[]): Promise<void> {
  const documents: Uint8Array[] = [];
  for (const { before, after, toAfter } of all) {
    documents.push(await word(mergeForms(before, after, toAfter)), await word(before), await word(after));
  }
  const read = resolved(documents);
  for (let at = 0; at < read.length; at += 3) {
    const [both, before, after] = read.slice(at, at + 3) as [Resolved, Resolved, Resolved];
    expect(both.rejected).toEqual(before.accepted);
    expect(both.accepted).toEqual(after.accepted);
  }
}

describe.skipIf(missing('python'))(
  'a Word document with revision marks leaves the form after or the form before',
  () => {
    it.each([
      ['project-goal', sampleText],
      ['gansu-2023', gansuText],
    ])('of declarations edited at random: %s', async (_, text) => {
      const pairs = fc.array(fc.tuple(edits, edits), { minLength: 25, maxLength: 25 });
      await fc.assert(
        fc.asyncProperty(pairs, async (all) => {
          const forms: Forms[] = [];
          for (const [one, other] of all) forms.push(await printForms(one(text), other(text)));
          await expectBoth(forms);
        }),
        { numRuns: 2, endOnFailure: true },
      );
    });

    it('of declarations with extreme content, each against the next', async () => {
      const texts = [...cases.map(({ bytes }) => new TextDecoder().decode(bytes)), gansuText];
      const forms: Forms[] = [];
      for (const [at, text] of texts.entries())
        forms.push(await printForms(text, texts[(at + 1) % texts.length] ?? ''));
      await expectBoth(forms);
    });

    it('of forms at random', async () => {
      const forms = fc.array(anyForms, { minLength: 150, maxLength: 150 });
      await fc.assert(
        fc.asyncProperty(forms, (all) => expectBoth(all)),
        { numRuns: 2, endOnFailure: true },
      );
    });
  },
);
