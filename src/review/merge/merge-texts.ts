// Merges the texts of three versions of a declaration by identity. What comes out has been read again: it says what it should say, for
// each way to decide what clashes, or there is no result at all.
import { isDeepStrictEqual } from 'node:util';
import type { Field } from '../../check/form.js';
import type { Parsed, Value } from '../../read/parsed.js';
import { read } from '../../read/read.js';
import { noLabel } from '../labels.js';
import { decidedFor, type Piece } from './clash.js';
import { layoutOf } from './layout.js';
import { mergeBlock } from './merge-block.js';
import { styleOf } from './print-entry.js';

/** Three versions, all ending with the line break that `lineBreak` is. `base`: null where the two have no ancestor. */
export interface Versions {
  readonly base: Parsed | null;
  readonly ours: Parsed;
  readonly theirs: Parsed;
}

/** `root`: what the form says of a declaration. Null where a version, or the result, is written in a way that is not understood. */
export function mergeTexts({ base, ours, theirs }: Versions, root: Field, lineBreak: string): readonly Piece[] | null {
  const [was, here, there] = [base && layoutOf(base), layoutOf(ours), layoutOf(theirs)];
  if (!here || !there || (base && !was)) return null;
  const site = { field: root, list: null, inItem: false, label: noLabel, style: styleOf(here), lineBreak };
  const { pieces, value } = mergeBlock(was, here, there, site);
  const { path } = ours.source;
  const holds = (side: 'ours' | 'theirs') => reads(path, decidedFor(side, pieces), value[side]);
  return holds('ours') && holds('theirs') ? pieces : null;
}

function reads(path: string, text: string, value: Value | undefined): boolean {
  return isDeepStrictEqual(read({ path, text }).value?.value, value);
}
