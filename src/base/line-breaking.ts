// Breaks a text into lines by the rules of Chinese typesetting (禁则).
// Every place between two code points has a rank; an overfull line is broken at the last place of the best rank it has.

/** How good a break is, worst first: off a combining mark, against 禁则, inside a word or number, anywhere else. */
const offMark = 0;
const forbidden = 1;
const insideWord = 2;
const free = 3;

const noStart = '，。、；：！？）》〉】〕」』”’％%…—·～,.;:!?)]}．｝］~‐-–－々ー‰°\u200b\u00a0';
const noEnd = '（《〈【〔「『“‘([{［｛\u00a0';
const signs = '≤≥≦≧<>=±+-~≈≠＜＞＝＋－～═№¥￥$＄€#';
const joiners = '\u200c\u200d\u2060\ufeff';

/** What follows a number and stays with it: its magnitude and one unit, `万元`, ` 人次`, `元/人`, `（%）`. */
const unit =
  / ?[十百千万亿]{0,4}(?:平方公里|平方米|立方米|工作日|公里|公斤|公顷|小时|分钟|课时|学时|厘米|毫米|千米|千克|[\p{sc=Han}℃㎎-㏕]次?|（[%％‰]）)(?:[/／]\p{sc=Han})?/uy;

const MARK = 1;
const START = 2;
const END = 4;
const WORD = 8;
const DIGIT = 16;
const SIGN = 32;
const SPACE = 64;
const KNOWN = 128;

/** Classes of the basic plane, filled as characters are met. */
const classes = new Uint8Array(0x10000);

function classify(codePoint: number): number {
  const character = String.fromCodePoint(codePoint);
  let found = KNOWN;
  if (codePoint === 0x20) found |= SPACE;
  if (joiners.includes(character) || (codePoint >= 0x300 && /\p{M}/u.test(character))) found |= MARK;
  if (noStart.includes(character)) found |= START;
  if (noEnd.includes(character)) found |= END;
  if (signs.includes(character)) found |= SIGN;
  if (/[0-9０-９]/u.test(character)) found |= DIGIT | WORD;
  // Alphabetic scripts lie below the general punctuation; from there on Chinese typesetting breaks anywhere.
  if (codePoint > 0x20 && codePoint < 0x2000 && codePoint !== 0xb7) found |= WORD;
  return found;
}

function classOf(codePoint: number): number {
  if (codePoint > 0xffff) return codePoint >= 0xe0000 ? classify(codePoint) : KNOWN;
  const known = classes[codePoint];
  if (known) return known;
  const found = classify(codePoint);
  classes[codePoint] = found;
  return found;
}

/** The rank of a break before a character of class `next`; `solid` is the class of the last one that is no space. */
function rankBetween(solid: number, previous: number, next: number, joined: boolean): number {
  if (next & MARK || joined) return offMark;
  if (next & START || solid & END) return forbidden;
  if (previous & WORD && next & WORD) return insideWord;
  if (previous & SIGN && next & (DIGIT | SIGN)) return insideWord;
  return free;
}

/**
 * The lines of `text`, which holds no line breaks, each no wider than `width`; an empty text is one empty line.
 * `width` and what `advance` returns for a code point are in the same unit.
 *
 * Joined, the lines are the text without the spaces (U+0020) that stood at the end of a line: those take no room, and
 * no line but the first begins with one. Where nothing else is possible a word is split, then 禁则 is broken, then a combining mark is
 * parted from its base; a single code point wider than the line stands alone. Takes time in proportion to the text.
 */
export function breakLines(text: string, width: number, advance: (codePoint: number) => number): readonly string[] {
  const limit = width * (1 + 1e-6);
  const lines: string[] = [];
  // By rank: the last place where the line may break, and how far the text reaches there.
  const place = [0, 0, 0, 0];
  const reach = [0, 0, 0, 0];
  let start = 0;
  let startReach = 0;
  let end = 0;
  let numberEnd = 0;
  let previous = 0;
  let solid = 0;
  let joiner = false;

  const endLine = (at: number) => {
    let last = at;
    while (last > start && text.charCodeAt(last - 1) === 0x20) last -= 1;
    lines.push(text.slice(start, last));
  };

  for (let index = 0; index < text.length; ) {
    const codePoint = text.codePointAt(index) as number;
    const next = classOf(codePoint);
    const reached = end + advance(codePoint);
    if (!(next & SPACE)) {
      let rank = rankBetween(solid, previous, next, joiner);
      if (index < numberEnd && rank > insideWord) rank = insideWord;
      place[rank] = index;
      reach[rank] = end;
      while (reached - startReach > limit && index > start) {
        let best = free;
        while (best > offMark && (place[best] as number) <= start) best -= 1;
        endLine(place[best] as number);
        start = place[best] as number;
        startReach = reach[best] as number;
      }
    }
    index += codePoint > 0xffff ? 2 : 1;
    end = reached;
    if (next & DIGIT) {
      unit.lastIndex = index;
      if (unit.test(text)) numberEnd = unit.lastIndex;
    }
    joiner = codePoint === 0x200d;
    // A mark takes on the class of its base, so that what follows the two is judged by the base.
    if (!(next & MARK)) {
      previous = next;
      if (!(next & SPACE)) solid = next;
    }
  }
  endLine(text.length);
  return lines;
}
