// Takes the lines of a policy's text apart: by what number and under what title each document is known.
// Most texts are one line; a form may hold all its documents in one text.
import { findPolicyNumbers, type PolicyNumber } from './policy-number.js';
import { findAll } from './scanning.js';

/** `[from, to)` in UTF-16 units of the text. */
export interface PolicyLine {
  readonly from: number;
  readonly to: number;
  /** The document's own number, by which it is known; null where it has none or none that is surely its own. */
  readonly number: string | null;
  /** Without number, spaces, quotes, brackets and list number. */
  readonly title: string;
}

const lines = /[^\n]+/g;

export function policyLines(
  text: string,
  numbers: readonly PolicyNumber[] = findPolicyNumbers(text),
): readonly PolicyLine[] {
  return findAll(lines, text).map(({ 0: line, index: from }) => {
    const to = from + line.length;
    const own = ownNumber(text, from, to, numbers);
    const rest = own ? text.slice(from, own.from) + text.slice(own.to, to) : line;
    return {
      from,
      to,
      number: own && own.agency !== '' ? `${own.agency}〔${own.year.digits}〕${own.number}号` : null,
      title: rest.replace(/^\s*[0-9]{1,3}[.、．]/, '').replace(/[\s“”"‘’'《》〈〉（）()。；;，,]/g, ''),
    };
  });
}

/** A number in the middle of a line is that of a document which the title cites. */
function ownNumber(text: string, start: number, end: number, numbers: readonly PolicyNumber[]): PolicyNumber | null {
  const within = numbers.filter(({ from, to }) => from >= start && to <= end);
  const first = within.find(({ from }) => /^[\s（(《“0-9.、]*$/.test(text.slice(start, from)));
  return first ?? within.find(({ to }) => /^[\s）)》”。；;]*$/.test(text.slice(to, end))) ?? null;
}
