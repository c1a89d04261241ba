// Parts the lines of one row of a table into its columns. Nothing but spaces stands between them, and values hold spaces, too: what can be
// read as an indicator's value shows where the others end and begin.
import { percent } from '../../terms/indicator-number.js';
import { symbolAt } from '../../terms/indicator-signs.js';
import { readIndicatorValue } from '../../terms/indicator-value.js';
import { counters } from '../../terms/quantities.js';
import type { ListRow } from './form-map.js';
import { joinLines } from './lines-join.js';

/** `first` is what follows the labels on their line; none of the others is blank. */
export interface RowText {
  readonly above: readonly string[];
  readonly first: string;
  readonly below: readonly string[];
}

export interface RowColumns {
  /** A text for each column of values; empty where nothing stands there. */
  readonly texts: readonly string[];
  /** Whether another way to part them is as good. */
  readonly unsure: boolean;
}

/** Between columns for sure. */
const wideGap = /\t+|\s*\|\s*| {3,}|\u3000{2,}/;

const unit = new RegExp(`^(?:${percent}|[十百千]?[万亿]?元|个?(?:${counters}))(?:[/／]\\p{Script=Han}{1,2})?$`, 'u');

/** `width`: of the widest line of the last column. Null where the row cannot be parted. */
export function columnsOfRow(row: ListRow, { above, first, below }: RowText, width: number): RowColumns | null {
  const count = row.values.length;
  const tokens = first.split(/\s+/).filter((token) => token !== '');
  const lines = [...above, ...below];
  const { word } = row.list;
  const said = [...tokens, ...lines.map((line) => line.trim())];
  if (word !== null && said.length > 0 && said.every((one) => one === word)) return sure(row.values.map(() => word));
  if (said.length === 0) return sure(row.values.map(() => ''));

  const parted = first.trim().split(wideGap);
  if (parted.length === count)
    return sure([...parted.slice(0, -1), joinLines([...above, parted.at(-1) ?? '', ...below], width)]);

  const value = row.values.findIndex(({ printed }) =>
    printed.some((piece) => typeof piece !== 'string' && piece.field.kind === 'indicator-value'),
  );
  // One column before the value and at most one behind it: more cannot be told apart.
  if (value !== 1 || count > 3) return null;
  const withRest = count === 3;
  const join = (name: readonly string[], said: string, rest: readonly string[]): readonly string[] => {
    const texts = [joinLines(name, 0), said.trim()];
    return withRest ? [...texts, joinLines(rest, width)] : texts;
  };

  const at = valueAmong(tokens, 1);
  if (at) {
    const [name, said, rest] = [tokens.slice(0, at.from), tokens.slice(at.from, at.to), tokens.slice(at.to)];
    if (withRest) return sure(join([name.join(' ')], said.join(' '), [...above, rest.join(' '), ...below]));
    return {
      texts: join([...above, name.join(' '), ...below], [...said, ...rest].join(' '), []),
      unsure: rest.length > 0,
    };
  }
  const names = tokens.length > 0 ? [tokens.join(' ')] : [];
  for (const [index, line] of below.entries()) {
    const inLine = line.trim().split(/\s+/);
    const found = names.length + index > 0 ? valueAmong(inLine, 0) : null;
    if (!found || found.from > 0) continue;
    const rest = [...above, inLine.slice(found.to).join(' '), ...below.slice(index + 1)];
    const name = [...names, ...below.slice(0, index)];
    return { texts: join(name, inLine.slice(0, found.to).join(' '), rest), unsure: !withRest && rest.join('') !== '' };
  }
  return withoutNumber(tokens, above, below, withRest, join);
}

/** The value is a word such as 长期: told by how many pieces there are. */
function withoutNumber(
  tokens: readonly string[],
  above: readonly string[],
  below: readonly string[],
  withRest: boolean,
  join: (name: readonly string[], said: string, rest: readonly string[]) => readonly string[],
): RowColumns {
  if (!withRest) {
    const pieces = tokens.length > 1 ? tokens : [...tokens, ...below];
    const texts = join(pieces.slice(0, -1), pieces.at(-1) ?? '', []);
    const rest = tokens.length > 1 ? [...above, ...below] : above;
    return {
      texts: join([...(texts[0] ?? '').split('\n'), ...rest], texts[1] ?? '', []),
      unsure: pieces.length !== 2 || rest.length > 0,
    };
  }
  if (tokens.length > 1) {
    const [name = '', said = '', ...rest] = tokens;
    return { texts: join([name], said, [...above, rest.join(' '), ...below]), unsure: tokens.length > 3 };
  }
  const [name = '', said = '', ...rest] = [...tokens, ...below];
  return { texts: join([name], said, [...above, ...rest]), unsure: rest.length > 1 || above.length > 0 };
}

function sure(texts: readonly string[]): RowColumns {
  return { texts: texts.map((text) => text.trim()), unsure: false };
}

/** The words that are most surely a value, from the first one on that may be. */
function valueAmong(tokens: readonly string[], first: number): { readonly from: number; readonly to: number } | null {
  let from = -1;
  let most = 0;
  tokens.forEach((token, index) => {
    const likeness = index < first ? 0 : likenessOf(token);
    if (likeness <= most) return;
    most = likeness;
    from = index;
  });
  return from < 0 ? null : { from, to: endOfValue(tokens, from) };
}

function likenessOf(token: string): number {
  if (symbolAt(token, 0)) return 3;
  const { kind } = readIndicatorValue(token);
  return kind === 'quantity' || kind === 'date' || kind === 'ratio' ? 2 : 0;
}

/** With what belongs to it: `≥ 90 %`, `735 人次`, `2023.07 - 2024.01`. */
function endOfValue(tokens: readonly string[], from: number): number {
  let to = from + 1;
  for (; to < tokens.length; to += 1) {
    const [value, next = ''] = [tokens.slice(from, to).join(' '), tokens[to]];
    const open = /[-–—~～至到≥≤≧≦>＞<＜=＝═±]$/.test(value);
    const joins = /^[-–—~～至到]$/.test(next) || unit.test(next);
    if (!open && !(joins && /[0-9０-９万亿]$/.test(value))) break;
  }
  return to;
}
