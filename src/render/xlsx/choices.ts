// Turns a closed list into a drop-down. Excel allows 255 characters in it and has no way to write a comma.
import type { DataValidation } from 'exceljs';
import { notInList, pickOne } from './messages.js';

const longestList = 255;

/** What Excel takes in the texts beside a cell. */
const longestText = 225;

/** A drop-down, or a note that names the choices where Excel cannot make one of them. */
export function validationOf(choices: readonly string[]): DataValidation {
  const list = choices.join(',').replaceAll('"', '""');
  const fits =
    list.length <= longestList && choices.every((choice) => !/[,\n]/.test(choice) && choice.trim() === choice);
  if (!fits) {
    const { title, text } = pickOne(choices);
    // exceljs writes the type `any`, which its types leave out, as no type at all: anything may be entered.
    return {
      type: 'any' as DataValidation['type'],
      formulae: [],
      showInputMessage: true,
      promptTitle: title,
      prompt: shorten(text),
    };
  }
  const { title, text } = notInList(choices);
  return {
    type: 'list',
    formulae: [`"${list}"`],
    allowBlank: true,
    showErrorMessage: true,
    errorStyle: 'stop',
    errorTitle: title,
    error: shorten(text),
  };
}

function shorten(text: string): string {
  const characters = [...text];
  return text.length <= longestText ? text : `${characters.slice(0, longestText / 2).join('')}…`;
}
