// Finds the stretches of a text in which amounts lie within another one: behind 其中, and in the brackets right behind an amount.

const mark = /其中|(?<![不未])(?:包括|包含|含)|主要|用于|[（()）；;。\n]/g;

/**
 * Tells whether an offset lies in such a stretch; to be asked in the order of the text. `ends`: where the text's amounts end.
 * A stretch that 其中 opens ends with its clause (；。) or its brackets.
 */
export function subsetScopes(text: string, ends: ReadonlySet<number>): (offset: number) => boolean {
  const scopes: { readonly from: number; readonly to: number }[] = [];
  let depth = 0;
  let from = -1;
  let openedAt = 0;
  let byBracket = false;
  const open = (index: number, bracket: boolean) => {
    [from, openedAt, byBracket] = [index, depth, bracket];
  };
  const close = (to: number) => {
    scopes.push({ from, to });
    from = -1;
  };
  mark.lastIndex = 0;
  for (let match = mark.exec(text); match; match = mark.exec(text)) {
    const { 0: found, index } = match;
    const isOpen = from >= 0;
    const behindAmount = ends.has(index) || (ends.has(index - 1) && /[，,：:整]/.test(text[index - 1] as string));
    if (found === '（' || found === '(') {
      depth += 1;
      if (!isOpen && behindAmount) open(index, true);
    } else if (found === '）' || found === ')') {
      if (isOpen && openedAt >= depth) close(index);
      depth = Math.max(0, depth - 1);
    } else if (/[；;。\n]/.test(found)) {
      if (isOpen && openedAt === depth && !byBracket) close(index);
    } else if (!isOpen && (found === '其中' || behindAmount || (depth > 0 && /[包含]/.test(found)))) {
      open(index, false);
    }
  }
  if (from >= 0) close(text.length);
  let next = 0;
  return (offset) => {
    while ((scopes[next]?.to ?? Number.POSITIVE_INFINITY) <= offset) next += 1;
    return (scopes[next]?.from ?? Number.POSITIVE_INFINITY) <= offset;
  };
}
