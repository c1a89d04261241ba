// Turns a closed list into a drop-down. Excel allows 255 characters in it and has no way to write a comma.
import { escapeXml } from '../../base/xml.js';
import { notInList, pickOne } from './messages.js';

const longestList = 255;

/** What Excel takes in the texts beside a cell. */
const longestText = 225;

/** The `dataValidation` of the cell `at`, e.g. `C5`: a drop-down, or a note that names the choices where Excel cannot make one. */
export function validation(at: string, choices: readonly string[]): string {
  const list = choices.join(',').replaceAll('"', '""');
  const fits =
    list.length <= longestList && choices.every((choice) => !/[,\n]/.test(choice) && choice.trim() === choice);
  if (!fits) {
    const { title, text } = pickOne(choices);
    return `<dataValidation showInputMessage="1" promptTitle="${escapeXml(title)}" prompt="${shorten(text)}" sqref="${at}"/>`;
  }
  const { title, text } = notInList(choices);
  return [
    '<dataValidation type="list" allowBlank="1" showErrorMessage="1" errorStyle="stop"',
    ` errorTitle="${escapeXml(title)}" error="${shorten(text)}" sqref="${at}">`,
    `<formula1>"${escapeXml(list)}"</formula1></dataValidation>`,
  ].join('');
}

/** Cut to what fits, and escaped. */
function shorten(text: string): string {
  const characters = [...text];
  return escapeXml(text.length <= longestText ? text : `${characters.slice(0, longestText / 2).join('')}…`);
}
