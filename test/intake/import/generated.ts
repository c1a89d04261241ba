// Declarations at random, for any form: what its schema allows, in texts that try to look like something else.
import fc from 'fast-check';
import type { Declaration } from '../../../src/check/declaration.js';
import type { Field, Form } from '../../../src/check/form.js';
import type { FormMap } from '../../../src/intake/import/form-map.js';
import type { Value } from '../../../src/read/parsed.js';
import { hostile } from '../../parity/declarations.js';

/** Signs that a reader warns of are left out, and so are those that no declaration may hold. */
const unseen = /[\p{C}\u00a0\u2007\u202f\t]/u;

const words = [
  ...hostile,
  '甲乙丙',
  '职工',
  ' ',
  '  ',
  '　',
  '，',
  '。',
  '：',
  '；',
  '（12万）',
  '（12万）：',
  '1500元/人×80人',
  '2025年',
  '≥95%',
  '𬱖',
  '1.总的',
  '1、',
  '（1）',
  '- ',
  '| ',
  ' #',
  ': ',
  '备注：',
];

const line = fc.oneof(
  fc.array(fc.constantFrom(...words), { minLength: 1, maxLength: 6 }).map((parts) => parts.join('')),
  fc.string({ unit: 'binary', minLength: 1, maxLength: 20 }),
);
const isWritten = (text: string) => text.trim() !== '' && !unseen.test(text);

/** One line, or several, of which the others may be empty, or begin with a number. */
const text = fc.oneof(
  { weight: 4, arbitrary: line.filter(isWritten) },
  {
    weight: 1,
    arbitrary: fc
      .array(fc.oneof(line.filter(isWritten), fc.constantFrom('', '1.还是这一条', '9.5万元', '2025.12', '12.5%以上')), {
        minLength: 1,
        maxLength: 4,
      })
      .chain((others) => line.filter(isWritten).map((first) => [first, ...others, '末行'].join('\n'))),
  },
);

const digits = fc.bigInt({ min: 0n, max: 10n ** 13n - 1n });

/** Every word of the form: a text may be any of them. */
function wordsOf({ parts, form }: FormMap): readonly string[] {
  return [
    form.title,
    ...parts.flatMap((part): readonly string[] => {
      if (part.kind === 'labelled') return [part.label];
      if (part.kind === 'remark') return [part.text];
      return [
        ...part.heads.filter((head) => head !== null),
        ...part.rows.flatMap((row) => row.labels.map((one) => one.text)),
      ];
    }),
  ];
}

export function declarations(map: FormMap): fc.Arbitrary<Declaration> {
  const ownWords = fc.constantFrom(...wordsOf(map));
  const numbered = new Set(
    map.parts.flatMap((part) =>
      part.kind === 'labelled'
        ? part.values
            .flat()
            .flatMap((piece) => (typeof piece !== 'string' && piece.items?.first !== null ? piece.pointer : []))
        : [],
    ),
  );
  const anyText = fc.oneof({ weight: 6, arbitrary: text }, { weight: 1, arbitrary: ownWords });

  const textOf = (field: Field, form: Form): fc.Arbitrary<string> => {
    if (field.role === 'form') return fc.constant(form.title);
    if (field.choices) return fc.constantFrom(...field.choices);
    switch (field.kind) {
      case 'year':
        return fc.constant('2025');
      case 'code':
        return fc.stringMatching(/^[0-9A-Z]{1,30}$/);
      case 'years':
        return fc.integer({ min: 1, max: 99 }).map(String);
      case 'amount':
        return digits.map(
          (value) =>
            `${value / 100n}.${String(value % 100n).padStart(2, '0')}${field.print?.unit === '万元' ? '元' : ''}`,
        );
      case 'date':
        return fc.integer({ min: 1, max: 28 }).map((day) => `2025-02-${String(day).padStart(2, '0')}`);
      default:
        return anyText;
    }
  };

  const arbitraryOf = (field: Field, pointer: string): fc.Arbitrary<Value> => {
    if (field.kind === 'basis-item') return fc.oneof(anyText, itemOf(field));
    if (field.shape === 'mapping') return mappingOf(field, pointer);
    if (field.shape === 'text') return textOf(field, map.form);
    const { items, word } = field;
    if (!items) throw new Error(`${pointer} is a list of nothing`);
    const isRows = items.shape === 'mapping' && !items.orText;
    // Lines that are not numbered are items each.
    const item = isRows || numbered.has(pointer) ? arbitraryOf(items, `${pointer}/0`) : line.filter(isWritten);
    const list = fc.array(item, { maxLength: 4 }).filter((given) => !isTakenForMore(given, word));
    return word === null ? list : fc.oneof({ weight: 3, arbitrary: list }, { weight: 1, arbitrary: fc.constant(word) });
  };

  const mappingOf = (field: Field, pointer: string): fc.Arbitrary<Declaration> => {
    const model = Object.fromEntries(
      field.properties.map((child) => [child.key, arbitraryOf(child, `${pointer}/${child.key}`)]),
    );
    const requiredKeys = field.properties.filter(({ required }) => required).map(({ key }) => key);
    return fc.record(model, { requiredKeys }).map((value) => inOrder(value as Declaration, field));
  };

  const itemOf = (field: Field): fc.Arbitrary<Value> => {
    const key = (role: string) => field.properties.find((property) => property.role === role)?.key ?? '';
    const amount = fc
      .tuple(fc.integer({ min: 1, max: 9999 }), fc.constantFrom('万', '元', '万元'))
      .map((parts) => parts.join(''));
    return fc
      .record({
        subject: anyText,
        amount,
        product: fc.option(fc.constant(['1500元/人', '80人'] as const)),
        details: fc.option(
          fc.array(
            fc.oneof(
              anyText,
              amount.map((one) => `绿植（${one}）`),
            ),
            { minLength: 1, maxLength: 3 },
          ),
        ),
        note: fc.option(anyText),
      })
      .map(
        (item): Value => ({
          [key('item-subject')]: item.subject,
          [key('item-amount')]: item.amount,
          ...(item.product && { [key('item-unit-price')]: item.product[0], [key('item-quantity')]: item.product[1] }),
          ...(item.details && { [key('item-details')]: item.details }),
          ...(item.note !== null && { [key('item-note')]: item.note }),
        }),
      );
  };

  return mappingOf(map.form.root, '');
}

/** What prints like something else: rows that say the list's word, and numbers with a space behind all of them. */
function isTakenForMore(list: readonly Value[], word: string | null): boolean {
  const first = (item: Value): Value | undefined => (typeof item === 'object' ? Object.values(item)[0] : item);
  const isSetIn = (item: Value) => String(first(item)).startsWith(' ');
  return (list.length > 1 && list.every(isSetIn)) || (word !== null && list.some((item) => first(item) === word));
}

function inOrder(value: Declaration, field: Field): Declaration {
  return Object.fromEntries(
    field.properties.flatMap(({ key }) => (value[key] === undefined ? [] : [[key, value[key]]])),
  );
}
