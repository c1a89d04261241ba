// Finds brackets and quotes that lack their partner, or whose partner is of the other width: `(1.6万）`, `“互联网"`.
// List numbers (`1）`), half-open intervals (`[80,90)`) and apostrophes look like halves of a pair and are none.
import { findAll } from './scanning.js';

/** Offsets are UTF-16 units of the text. */
export interface PairFault {
  /** `lone`: without a partner. `width`: half-width beside a full-width partner. `turned`: 左 where 右 is meant, or the other way. */
  readonly name: 'lone' | 'width' | 'turned';
  readonly at: number;
  readonly sign: string;
  /** The missing partner, or what to write instead. */
  readonly wanted: string;
  /** Where the partner stands; null for `lone`. */
  readonly partner: number | null;
}

interface Kind {
  readonly open: string;
  readonly close: string;
  /** How the two look in half width; null where no half-width sign stands for them. */
  readonly twins: readonly [string, string] | null;
}

const round: Kind = { open: '（', close: '）', twins: ['(', ')'] };
const kinds: readonly Kind[] = [
  round,
  { open: '《', close: '》', twins: ['<', '>'] },
  { open: '〈', close: '〉', twins: ['<', '>'] },
  { open: '“', close: '”', twins: ['"', '"'] },
  { open: '‘', close: '’', twins: ["'", "'"] },
  { open: '「', close: '」', twins: null },
  { open: '『', close: '』', twins: null },
  { open: '〔', close: '〕', twins: null },
  { open: '【', close: '】', twins: null },
];

interface Mark {
  readonly at: number;
  readonly sign: string;
  readonly kind: Kind;
  readonly opens: boolean;
}

const signs = new Map<string, Omit<Mark, 'at'>>(
  [...kinds, { open: '(', close: ')', twins: round.twins }].flatMap(({ open, close }) => {
    const kind = kinds.find((one) => one.open === open) ?? round;
    return [
      [open, { sign: open, kind, opens: true }],
      [close, { sign: close, kind, opens: false }],
    ] as const;
  }),
);
const sign = /[（）()《》〈〉“”‘’「」『』〔〕【】]/g;

const opening = '（(《〈“‘「『〔【';
const closing = '）)》〉”’」』〕】';

/** How far a half-width twin may stand from its partner. */
const reach = 60;

/** A text with more signs than these in disorder is none: nothing is looked for behind them. */
const most = 50;

/** In the order of the text. Takes time in proportion to it. */
export function findPairFaults(text: string): readonly PairFault[] {
  if (isPaired(text)) return [];
  const faults: PairFault[] = [];
  const lone: Mark[] = [];
  const open: Mark[] = [];
  const opened = new Map<Kind, number>();
  const count = (kind: Kind, by: number) => void opened.set(kind, (opened.get(kind) ?? 0) + by);
  // List numbers within brackets take the closing sign of another: `（含1）设备；2）耗材）`.
  let taken = 0;
  let next = 1;

  for (const { 0: character, index: at } of findAll(sign, text)) {
    if (open.length + lone.length + faults.length >= most) break;
    const mark = { at, ...(signs.get(character) as Omit<Mark, 'at'>) };
    const { kind, opens } = mark;
    if (isApostrophe(mark, text) || isInterval(mark, text)) continue;
    if (opens) {
      open.push(mark);
      count(kind, 1);
      continue;
    }
    const number = kind === round ? listNumber(text, at, next) : null;
    if (number !== null) next = number + 1;
    if ((opened.get(kind) ?? 0) === 0) {
      if (number !== null) continue;
      if (kind === round && taken > 0) taken -= 1;
      else if (!(character === '’' && /[a-z0-9]/i.test(text.charAt(at - 1)))) lone.push(mark);
      continue;
    }
    for (let top = open.pop(); top; top = open.pop()) {
      count(top.kind, -1);
      if (top.kind !== kind) {
        lone.push(top);
        continue;
      }
      if (number !== null) taken += 1;
      else if (isHalf(top) !== isHalf(mark)) faults.push(ofWidth(top, mark));
      break;
    }
  }
  lone.push(...open);
  lone.sort((a, b) => a.at - b.at);
  return [...faults, ...explain(lone, text)].sort((a, b) => a.at - b.at);
}

/** Whether every sign has its partner, in the same width, so that nothing more need be asked. */
function isPaired(text: string): boolean {
  const open: string[] = [];
  for (const character of text.match(sign) ?? []) {
    const at = opening.indexOf(character);
    if (at >= 0) open.push(closing.charAt(at));
    else if (open.pop() !== character) return false;
  }
  return open.length === 0;
}

/** What became of each sign that has no partner. */
function explain(lone: readonly Mark[], text: string): readonly PairFault[] {
  const faults: PairFault[] = [];
  for (let index = 0; index < lone.length; index += 1) {
    const mark = lone[index] as Mark;
    const following = lone[index + 1];
    const twin = findTwin(mark, text);
    if (twin) faults.push(twin);
    else if (following && isTurned(mark, following, text)) {
      const { kind } = mark;
      const wrong = mark.opens ? following : mark;
      const right = mark.opens ? mark : following;
      const wanted = mark.opens ? kind.close : kind.open;
      faults.push({ name: 'turned', at: wrong.at, sign: wrong.sign, wanted, partner: right.at });
      index += 1;
    } else faults.push({ name: 'lone', at: mark.at, sign: mark.sign, wanted: partnerOf(mark), partner: null });
  }
  return faults;
}

function isHalf({ sign }: Mark): boolean {
  return sign === '(' || sign === ')';
}

function partnerOf({ sign, kind, opens }: Mark): string {
  if (sign === '(') return ')';
  if (sign === ')') return '(';
  return opens ? kind.close : kind.open;
}

function ofWidth(open: Mark, close: Mark): PairFault {
  const [half, other] = isHalf(open) ? [open, close] : [close, open];
  const wanted = half.opens ? half.kind.open : half.kind.close;
  return { name: 'width', at: half.at, sign: half.sign, wanted, partner: other.at };
}

/** The one half-width twin that stands where the partner should, e.g. of the “ in `“互联网"`. */
function findTwin({ at, kind, opens, sign }: Mark, text: string): PairFault | null {
  if (!kind.twins || kind === round) return null;
  const twin = opens ? kind.twins[1] : kind.twins[0];
  const passage = opens ? text.slice(at + 1, at + 1 + reach) : text.slice(Math.max(0, at - reach), at);
  const start = opens ? at + 1 : at - passage.length;
  const first = passage.indexOf(twin);
  if (first < 0 || passage.indexOf(twin, first + 1) >= 0 || passage.includes(sign)) return null;
  return { name: 'width', at: start + first, sign: twin, wanted: opens ? kind.close : kind.open, partner: at };
}

/** Two left quotes, the second where nothing can begin; two right quotes, the first where nothing can end. */
function isTurned(one: Mark, other: Mark, text: string): boolean {
  if (one.kind !== other.kind || one.opens !== other.opens || !/[“”‘’]/.test(one.sign)) return false;
  return one.opens
    ? /^(?:$|[\s，。；：、！？）》])/.test(text.slice(other.at + 1, other.at + 2))
    : /(?:^|[\s，。；：、！？（《])$/.test(text.slice(Math.max(0, one.at - 1), one.at));
}

function isApostrophe({ sign, at }: Mark, text: string): boolean {
  return sign === '’' && /[a-z]/i.test(text.charAt(at - 1)) && /[a-z]/i.test(text.charAt(at + 1));
}

/** One end of `[80,90)` or `（60，80]`. */
function isInterval({ kind, at, opens }: Mark, text: string): boolean {
  if (kind !== round || !/[-+0-9.%∞\s]/.test(text.charAt(opens ? at + 1 : at - 1))) return false;
  return opens
    ? /^\s?[-+0-9.%∞]{1,9}\s?[,，、~-]\s?[-+0-9.%∞]{1,9}\s?[\]］]/.test(text.slice(at + 1, at + 26))
    : /[[［]\s?[-+0-9.%∞]{1,9}\s?[,，、~-]\s?[-+0-9.%∞]{1,9}\s?$/.test(text.slice(Math.max(0, at - 26), at));
}

/** The number of a list's item that a closing bracket ends, at the start of a clause or as the next of its list; null for none. */
function listNumber(text: string, at: number, next: number): number | null {
  if (!/[0-9a-zA-Z一二三四五六七八九十①-⑳]/.test(text.charAt(at - 1))) return null;
  const before = text.slice(Math.max(0, at - 5), at);
  const found =
    /(^|[\s，。；：、！？）,;:)]|(?=[0-9])(?<![0-9（(]))([0-9]{1,2}|[a-zA-Z]|[一二三四五六七八九十]{1,3}|[①-⑳])$/.exec(
      before,
    );
  if (!found) return null;
  const number = /^[0-9]/.test(found[2] ?? '') ? Number(found[2]) : next;
  return found[1] !== '' || before === found[2] || number === next ? number : null;
}
