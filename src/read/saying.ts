// How messages show what a file says: codes of characters, texts cut short.
import { visibleText } from '../base/visible-text.js';

export function codes(characters: string): string {
  const code = (character: string) => (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
  return [...new Set(characters)].map((character) => `U+${code(character)}`).join(' ');
}

/** A text of the file, cut and safe for a terminal: an escape in quotes can put any character into a key. */
export function short(text: string): string {
  return visibleText(text.length > 20 ? `${Array.from(text.slice(0, 38)).slice(0, 19).join('')}…` : text);
}
