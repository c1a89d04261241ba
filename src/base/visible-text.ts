// Makes text safe to show: what would steer a terminal, or stays unseen (escape sequences, bidirectional controls, zero width),
// becomes its code.
const unseen = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{Noncharacter_Code_Point}\u00a0\u2007\u202f]/u;

/** The same text with e.g. `<U+001B>` for what would steer the terminal or stay unseen. */
export function visibleText(text: string): string {
  return Array.from(text, visible).join('');
}

/** The same for each line of a text. */
export function visibleLines(text: string): string {
  return text.split('\n').map(visibleText).join('\n');
}

/** One character (a code point, or half of a pair); a tab is four spaces. */
export function visible(character: string): string {
  if (character === '\t') return '    ';
  if (!unseen.test(character)) return character;
  return `<U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}>`;
}
