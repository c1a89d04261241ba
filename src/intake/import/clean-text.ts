// Takes out of a text what no declaration may hold: signs for programs alone. What was a line break in another program becomes one.

const otherBreaks = /\r\n?|[\v\f\x85\u2028\u2029]/g;
const refused = /(?![\t\n])\p{Cc}|[\p{Cs}\p{Noncharacter_Code_Point}\u202a-\u202e\u2066-\u2069]/gu;

/** The same text where there is none of them. Line breaks at both ends go as well: nobody sees them. */
export function cleanText(text: string): string {
  return text
    .replace(otherBreaks, '\n')
    .replace(refused, '')
    .replace(/^\n+|\n+$/g, '');
}
