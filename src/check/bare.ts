/** A name as far as it tells two apart: spaces and the width of characters make no difference. */
export function bare(text: string): string {
  return text.normalize('NFKC').replace(/\s/gu, '');
}
