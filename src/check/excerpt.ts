// Shortens a text of the declaration for a sentence that quotes it: texts are as long as their authors like.

const most = 40;

/** On one line, and with `…` for what is left out. */
export function excerpt(text: string): string {
  const characters = [...text.slice(0, 2 * most + 2).replace(/\s+/gu, ' ')];
  return characters.length > most ? `${characters.slice(0, most).join('')}…` : characters.join('');
}
