// What is said of a form's plain text where it had to be decided which words belong where.
import { type Said, say } from '../../base/finding.js';

/** `where` names the row, `text` shows it. */
export function unsureRow(where: string, text: string): Said {
  return say(
    `${where}这一行“${text}”里，各栏从哪里分开看不准`,
    '请对照原表核对这一行的各栏',
    `In the row ${where}, “${text}”, it is not certain where one column ends and the next begins`,
    'Compare the columns of this row with the document',
  );
}
