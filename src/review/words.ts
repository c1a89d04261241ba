// Cuts a text into the words that a comparison counts in. What a person reads as one value stays one word: an amount with its
// separators, a target with its sign and per cent, the year and number of a document.

const sign = '(?:[≥≤≧≦＞＜><=＝±]=?)?';
const digits = '[\\d０-９]+(?:[,.．:：/~～-][\\d０-９]+)*';
/**
 * Values, letters, spaces, single marks. A run of letters is cut after 1,000: the time that Intl.Segmenter takes for Chinese grows with the
 * square of the length (200,000 characters: minutes).
 */
const piece = new RegExp(
  `(?<value>〔[\\d０-９]+〕[\\d０-９]+号?|${sign}${digits}[%％‰]?)|(?<letters>[\\p{L}\\p{M}]{1,1000})|[^\\S\\n]+|.`,
  'gsu',
);

/** Made on first use: it takes milliseconds, and most commands compare nothing. */
let segmenter: Intl.Segmenter | undefined;

/** Joined, the words are the text. */
export function words(text: string): readonly string[] {
  const found: string[] = [];
  for (const { 0: whole, groups } of text.matchAll(piece)) {
    if (groups?.letters === undefined || whole.length === 1) found.push(whole);
    else {
      segmenter ??= new Intl.Segmenter('zh', { granularity: 'word' });
      for (const { segment } of segmenter.segment(whole)) found.push(segment);
    }
  }
  return found;
}
