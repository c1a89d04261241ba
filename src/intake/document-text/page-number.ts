// Tells the line that programs print at the foot of a page, whatever the page says.

const usual = /^(?:第\d+页(?:[,/，]?共\d+页)?|[-—–]+\d+[-—–]+|\d+\/\d+|Page\d+(?:of\d+)?)$/i;

export function isPageNumber(line: string): boolean {
  return line.length < 100 && usual.test(line.normalize('NFKC').replace(/\s/g, ''));
}
