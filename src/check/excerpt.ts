// Shortens a text of the declaration for a sentence that quotes it: texts are as long as their authors like.

const most = 40;
/** More of a text is not looked at. */
const looked = 1000;

/** On one line, and with `…` for what is left out. */
export function excerpt(text: string): string {
  const characters = [...text.slice(0, looked).replace(/\s+/gu, ' ')];
  const isCut = characters.length > most || text.length > looked;
  return isCut ? `${characters.slice(0, most).join('')}…` : characters.join('');
}
