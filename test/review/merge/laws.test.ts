// What holds of every merge, on the sample edited by two clerks who indent and quote in ways of their own.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CST, Lexer } from 'yaml';
import type { Declaration } from '../../../src/check/declaration.js';
import type { Value } from '../../../src/read/parsed.js';
import { compare } from '../../../src/review/compare.js';
import { cleanText, parse, projectGoal } from '../../support/forms.js';
import { areApart, editsOf, kinds, makeAll } from './edits.js';
import { merge } from './support.js';
import { type Branch, commentsIn, entriesIn, isBranch, print, toBranch } from './tree.js';

const sample = parse(cleanText).value as Declaration;
/** Short lists, so that edits meet. */
const short = (value: Value | undefined) => (Array.isArray(value) ? value.slice(0, 5) : (value ?? ''));
const base = commented(toBranch({ ...sample, 政策依据: short(sample.政策依据), 测算依据: short(sample.测算依据) }));

/** Comments wherever one may stand. */
function commented(root: Branch): Branch {
  root.entries[0]?.above.push('表头', '', '表头的第二段');
  for (const [index, entry] of entriesIn(root).entries()) {
    if (index % 7 === 3) entry.above.push('', `第 ${index} 条`);
    if (index % 5 === 0 && !isBranch(entry.node)) entry.behind = `第 ${index} 条的末尾`;
    if (index % 3 === 0 && isBranch(entry.node) && entry.key !== '') entry.node.below.push(`第 ${index} 条的下面`);
  }
  return root;
}

const words = fc.constantFrom(
  '甲活动',
  '乙培训',
  '12万',
  '≥95%',
  'a: b',
  '"引"',
  '注 # 意',
  '第一行\n第二行，很长很长很长很长很长很长很长',
);
const recipe = fc.record({ kind: fc.constantFrom(...kinds), which: fc.nat(500), where: fc.nat(40), words });
/** Both sides never write the same words, unless they mean the same. */
const edits = (side: string) =>
  fc.array(recipe, { minLength: 1, maxLength: 6 }).map((all) =>
    editsOf(
      base,
      all.map((one) => ({ ...one, words: one.words + side })),
    ),
  );
const styleWith = (lists: readonly number[]) =>
  fc.record({
    step: fc.constantFrom(2, 4),
    list: fc.constantFrom(...lists),
    quote: fc.constantFrom('plain' as const, 'double' as const, 'block' as const),
    rows: fc.constantFrom('behind' as const, 'below' as const, 'braces' as const),
  });
const anyStyle = styleWith([0, 2, 4]);
const anyStyles = fc.tuple(anyStyle, anyStyle, anyStyle);
/** Below a list whose dashes stand under its key's first letter nobody can tell what a comment belongs to: either all are so, or none. */
const styles = fc.oneof(
  anyStyle.map((one) => [one, one, one] as const),
  fc.tuple(styleWith([2, 4]), styleWith([2, 4]), styleWith([2, 4])),
);

const stateOf = (text: string) => ({ declaration: parse(text).value as Declaration, form: projectGoal });
const changes = (before: string, after: string, ...passedOver: readonly string[]) =>
  compare(stateOf(before), stateOf(after)).changes.filter(({ kind }) => !passedOver.includes(kind));

function commentsOf(text: string): readonly string[] {
  let isText = false;
  const found: string[] = [];
  for (const lexeme of new Lexer().lex(text)) {
    const type: string | null = isText ? null : CST.tokenType(lexeme);
    isText = type === 'scalar';
    if (type === 'comment') found.push(lexeme.slice(2).trimEnd());
  }
  return found.sort();
}

const runs = { numRuns: 100 };

describe('laws', () => {
  it('where theirs changed nothing, the result is ours, byte for byte', async () => {
    await fc.assert(
      fc.asyncProperty(edits('甲'), anyStyles, async (made, [its, our]) => {
        const [o, a] = [print(base, its), print(makeAll(base, made), our)];
        expect(await merge(o, a, o, 'without rules')).toEqual({ text: a, clashes: [], broken: [] });
      }),
      runs,
    );
  });

  it('where ours changed nothing, the result says what theirs says, byte for byte where both write alike', async () => {
    await fc.assert(
      fc.asyncProperty(edits('乙'), styles, async (made, [its, our, their]) => {
        const [o, a, b] = [print(base, its), print(base, our), print(makeAll(base, made), their)];
        const { text, clashes } = await merge(o, a, b, 'without rules');
        expect(clashes).toEqual([]);
        expect(changes(b, text)).toEqual([]);
        if (its === our && our === their) expect(text).toBe(b);
        expect(commentsOf(text)).toEqual(commentsOf(b));
      }),
      runs,
    );
  });

  it('what both changed apart from each other is all there, with the comments of both', async () => {
    await fc.assert(
      fc.asyncProperty(edits('甲'), edits('乙'), styles, async (ours, theirs, [its, our, their]) => {
        fc.pre(areApart(ours, theirs));
        const [o, a, b] = [print(base, its), print(makeAll(base, ours), our), print(makeAll(base, theirs), their)];
        const both = makeAll(base, [...ours, ...theirs]);
        const { text, clashes } = await merge(o, a, b, 'without rules');
        expect(clashes).toEqual([]);
        expect(changes(print(both, our), text, 'moved')).toEqual([]);
        expect(commentsOf(text)).toEqual([...commentsIn(both)].sort());
      }),
      runs,
    );
  });

  it('it does not matter which side is ours, but for the order of a list, and no comment is lost', async () => {
    await fc.assert(
      fc.asyncProperty(edits('甲'), edits('乙'), styles, async (ours, theirs, [its, our, their]) => {
        const [o, a, b] = [print(base, its), print(makeAll(base, ours), our), print(makeAll(base, theirs), their)];
        const [one, other] = [await merge(o, a, b, 'without rules'), await merge(o, b, a, 'without rules')];
        expect(other.clashes.length).toBe(one.clashes.length);
        fc.pre(one.clashes.length === 0);
        expect(changes(one.text, other.text, 'moved')).toEqual([]);
        const [was, here, there, is] = [o, a, b, one.text].map(commentsOf) as [string[], string[], string[], string[]];
        const count = (all: readonly string[], comment: string) => all.filter((each) => each === comment).length;
        const lost = [...here, ...there].filter(
          (each) => count(is, each) < count(here, each) + count(there, each) - count(was, each),
        );
        expect(lost).toEqual([]);
      }),
      runs,
    );
  });

  it('what clashes can be decided for ours line by line, and then reads', async () => {
    await fc.assert(
      fc.asyncProperty(edits('甲'), edits('乙'), anyStyles, async (ours, theirs, [its, our, their]) => {
        const [o, a, b] = [print(base, its), print(makeAll(base, ours), our), print(makeAll(base, theirs), their)];
        const { text } = await merge(o, a, b, 'without rules');
        const decided = text.replace(/^<{7} ours\n([\s\S]*?)^={7}\n[\s\S]*?^>{7} theirs\n/gm, '$1');
        expect(parse(decided).value).toBeTruthy();
      }),
      runs,
    );
  });
});
