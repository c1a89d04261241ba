// Tells by its words alone whether a text goes on behind the end of a line. Sure in neither direction: what is known of the lines' widths
// comes before it.

/** No text ends with a comma, a sign of arithmetic or within brackets. */
export function isOpen(line: string): boolean {
  return /(?:[，、,=＝+＋×÷/／]|[（(《〈“‘「『【][^）)》〉”’」』】]*)$/.test(line.trim());
}

/** No text begins with a sign that closes something, or with one of arithmetic; a bullet has a space behind it. */
export function mayBegin(line: string): boolean {
  return !/^(?:[，。、；：！？）》〉】”’」』％%,.;:!?)\]}×÷/／=＝]|[*+](?!\s))/.test(line.trim());
}

/** A sentence ends here, or the next line is set in. */
export function mayEnd(line: string, next: string): boolean {
  return /[。！？；!?;]["”’）)》】]*$/.test(line.trim()) || /^(?:\u3000| {2,}|\t)/.test(next);
}
