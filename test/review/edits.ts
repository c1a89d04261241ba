// Edits of a declaration as people make them, at random: texts rewritten, items and rows inserted, removed and moved, lists given up for a word.
import fc from 'fast-check';
import { parse } from 'yaml';
import { type Tree, toYaml } from '../parity/yaml-text.js';

type Path = readonly (string | number)[];
type Mapping = { readonly [key: string]: Tree };

const isList = (tree: Tree): tree is readonly Tree[] => Array.isArray(tree);
const isMapping = (tree: Tree): tree is Mapping => typeof tree === 'object' && !isList(tree);

const pathsTo = (tree: Tree, wanted: (tree: Tree, path: Path) => boolean, path: Path = []): readonly Path[] => [
  ...(wanted(tree, path) ? [path] : []),
  ...(isList(tree) ? tree : isMapping(tree) ? Object.values(tree) : []).flatMap((child, at) =>
    pathsTo(child, wanted, [...path, isMapping(tree) ? (Object.keys(tree)[at] ?? '') : at]),
  ),
];

function at(tree: Tree, path: Path): Tree {
  return path.reduce<Tree>((node, step) => (node as Mapping)[step] as Tree, tree);
}

function put(tree: Tree, [step, ...rest]: Path, value: Tree): Tree {
  if (step === undefined) return value;
  if (isList(tree)) return tree.map((child, place) => (place === step ? put(child, rest, value) : child));
  const own = tree as Mapping;
  return { ...own, [step]: put(own[step] as Tree, rest, value) };
}

const word = fc.constantFrom(
  '活动',
  '的',
  '，',
  '。',
  '3.',
  '2025年',
  '≥95%',
  '\n',
  '甲',
  '职工',
  ' ',
  '（12万）',
  '<b>',
  '2.乙',
);
const phrase = fc.array(word, { minLength: 1, maxLength: 12 }).map((words) => `丙${words.join('')}丁`);

interface Edit {
  readonly kind: 'rewrite' | 'replace' | 'insert' | 'remove' | 'move' | 'give up' | 'empty';
  readonly where: number;
  readonly which: number;
  readonly to: number;
  readonly text: string;
}

const edit = fc.record<Edit>({
  kind: fc.constantFrom('rewrite', 'replace', 'insert', 'remove', 'move', 'give up', 'empty'),
  where: fc.nat(1000),
  which: fc.nat(1000),
  to: fc.nat(1000),
  text: phrase,
});

/** Texts that are neither numbers nor chosen from a list: those may say anything. */
const isFree = (tree: Tree, path: Path) =>
  typeof tree === 'string' &&
  tree.length > 3 &&
  !/^[\d.,万元-]+$/.test(tree) &&
  !/表单|类|是否|金额|性质|用途/.test(String(path[0]));

function apply(tree: Tree, { kind, where, which, to, text }: Edit): Tree {
  const pick = (paths: readonly Path[]) => paths[where % Math.max(1, paths.length)];
  if (kind === 'rewrite' || kind === 'replace') {
    const path = pick(pathsTo(tree, isFree));
    if (!path) return tree;
    const old = String(at(tree, path));
    const from = which % (old.length + 1);
    return put(tree, path, kind === 'replace' ? text : old.slice(0, from) + text + old.slice(from + (to % 5)));
  }
  const path = pick(pathsTo(tree, (each) => isList(each) && each.length > 0));
  if (!path) return tree;
  const items = at(tree, path) as readonly Tree[];
  const index = which % items.length;
  const item = items[index] as Tree;
  const rest = items.filter((_, place) => place !== index);
  const place = to % (rest.length + 1);
  const renamed = isMapping(item) ? { ...item, [Object.keys(item)[0] as string]: text } : text;
  const rows = isMapping(item) && path.length > 1;
  switch (kind) {
    case 'insert':
      return put(tree, path, [...items.slice(0, place), renamed, ...items.slice(place)]);
    case 'remove':
      return put(tree, path, rest);
    case 'move':
      return put(tree, path, [...rest.slice(0, place), item, ...rest.slice(place)]);
    case 'give up':
      return rows ? put(tree, path, '不适用') : tree;
    default:
      return put(tree, path, []);
  }
}

/** Turns the text of a declaration into that of an edited one. */
export const edits: fc.Arbitrary<(text: string) => string> = fc
  .array(edit, { maxLength: 8 })
  .map((all) => (text) => toYaml(all.reduce(apply, parse(text, { schema: 'failsafe' }) as Tree) as Mapping));
