// Turns a file's text into plain values and their places, with everything that is wrong or suspicious about the text.
// Never throws and never takes long, whatever the text: the tests hold it to that.
import type { Outcome } from '../base/finding.js';
import { type PlaceAt, placesOf } from '../base/place.js';
import { checkCharacters, withoutRefused } from './characters.js';
import { checkTextAsPairs } from './colons.js';
import { largestFile } from './decode.js';
import { fileMessages } from './file-messages.js';
import type { IgnoreMark } from './ignore-comments.js';
import { checkIndents } from './indents.js';
import { messages } from './messages.js';
import type { Parsed, Source } from './parsed.js';
import { checkParserErrors, isLost } from './parser-errors.js';
import { type SourceRange, sourceRangesOf } from './pieces.js';
import { isPlain } from './plain.js';
import { checkRefused } from './refused.js';
import { type Remarks, remarksOf } from './remarks.js';
import { parseSyntax, type YamlDocument } from './syntax.js';
import { checkTraps } from './traps.js';
import { piecesOfEntry, type ScalarEntry, type Tree, treeOf } from './tree.js';

/** The value is null when a finding is an error. All findings of the file come at once, as far as the parser could go on. */
export function read(source: Source): Outcome<Parsed> {
  const placeAt = placesOf(source.path, source.text);
  const remarks = remarksOf(placeAt);
  const found = treeWithRemarks(source.text, remarks);
  const value = found && !remarks.hasErrors() ? parsedOf(source, found, placeAt) : null;
  return { value, findings: remarks.findings() };
}

interface Found {
  readonly tree: Tree;
  readonly ignores: readonly IgnoreMark[];
}

function treeWithRemarks(text: string, remarks: Remarks): Found | null {
  if (text.length > largestFile) {
    remarks.add('yaml/too-large', 'error', () => ({ ...fileMessages.tooLarge(text.length), start: 0, end: 0 }));
    return null;
  }
  const plain = isPlain(text);
  const clean = plain ? text : withoutRefused(text, remarks);
  const syntax = parseSyntax(clean, remarks);
  if (!syntax) return null;

  const [first] = syntax.documents;
  const tree = treeOf(first?.contents ?? null, clean);
  const lost = syntax.errors.find(isLost)?.pos[0] ?? clean.length;
  checkRefused(syntax, tree, clean, remarks);
  if (!plain) checkIndents(tree, clean, lost, remarks);
  checkTopLevel(first, tree, remarks);
  checkTraps(tree, syntax.marks, clean, remarks);
  if (!plain) checkCharacters(tree, text, remarks);
  const [second] = syntax.documents.slice(1);
  const own = second ? syntax.errors.filter((error) => error.pos[0] < second.range[0]) : syntax.errors;
  checkParserErrors(own, tree, clean, remarks);
  const [unsaid] = remarks.hasErrors() ? [] : syntax.errors;
  if (unsaid) {
    const [start, end] = unsaid.pos;
    remarks.add('yaml/syntax', 'error', () => ({ ...messages.syntax, start, end }));
  }
  return { tree, ignores: syntax.ignores };
}

function checkTopLevel(document: YamlDocument | undefined, tree: Tree, remarks: Remarks): void {
  if (typeof tree.value === 'object' && !Array.isArray(tree.value)) return;
  const [scalar] = tree.scalars;
  const range = tree.others.at(-1) ?? scalar ?? { start: 0, end: 0 };
  if (!document?.contents || (tree.value === '' && !scalar?.token)) {
    remarks.add('yaml/empty', 'error', () => ({ ...fileMessages.empty, start: 0, end: 0 }));
  } else {
    remarks.add('yaml/not-a-mapping', 'error', () => ({
      ...fileMessages.notAMapping,
      start: range.start,
      end: range.end,
    }));
    if (scalar?.pointer === '' && scalar.token?.type === 'scalar')
      checkTextAsPairs(scalar.token.source, scalar.start, remarks);
  }
}

function parsedOf(source: Source, { tree, ignores }: Found, placeAt: PlaceAt): Parsed {
  // Most files are read without a question for a place.
  const scalars = once(() => new Map(tree.scalars.map((scalar) => [scalar.pointer, scalar])));
  const others = once(() => new Map(tree.others.map((other) => [other.pointer, other])));
  const keys = once(() => new Map(tree.keys.map((key) => [key.pointer, key])));

  let asked: { readonly pointer: string | null; readonly rangeOf: SourceRange } = {
    pointer: null,
    rangeOf: () => null,
  };

  const placeOf: Parsed['placeOf'] = (pointer, part = 'value') => {
    const key = part === 'key' ? keys().get(pointer) : undefined;
    const range = key ?? scalars().get(pointer) ?? others().get(pointer);
    if (range) return placeAt(range.start, range.end);
    const parent = pointer.slice(0, Math.max(0, pointer.lastIndexOf('/')));
    // Of what is missing, the name of the place where it is missing says more than all that is there.
    return parent === '' ? placeAt(others().get('')?.start ?? 0, 0) : placeOf(parent, 'key');
  };

  return {
    source,
    value: tree.value,
    ignores: ignores.map(({ text, start, target }) => ({ text, start, line: placeAt(target, target).line })),
    placeOf,
    placeWithin(pointer, from, to) {
      // Who asks for one place within a text asks for many.
      if (pointer !== asked.pointer) asked = { pointer, rangeOf: rangesIn(scalars().get(pointer)) };
      const range = asked.rangeOf(from, to);
      return range ? placeAt(range.start, range.end) : placeOf(pointer);
    },
  };
}

function rangesIn(scalar: ScalarEntry | undefined): SourceRange {
  const pieces = scalar && piecesOfEntry(scalar);
  return pieces ? sourceRangesOf(pieces) : () => null;
}

function once<T>(make: () => T): () => T {
  let made: { readonly it: T } | undefined;
  return () => {
    made ??= { it: make() };
    return made.it;
  };
}
