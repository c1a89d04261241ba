// What this room says of placeholders in the cells of a workbook, beyond what it says of form.hbs: the words only.
import { say } from '../../base/finding.js';

export const cellMessages = {
  oneCell: (helper: string) =>
    say(
      `{{#${helper}}} 没有在同一格里结束`,
      `在这一格里写上 {{/${helper}}}；能跨格的只有重复整行的 {{#each}}`,
      `{{#${helper}}} is not ended in its cell`,
      `Write {{/${helper}}} into this cell; only an {{#each}} that repeats rows goes on in others`,
    ),
  beginsRow: () =>
    say(
      '重复整行的 {{#each}} 写的地方不对',
      '写在这一行第一个带 {{ }} 的格子里，放在最前面；只在一格里逐条印的，{{/each}} 也写在这一格',
      'An {{#each}} that repeats rows stands in the wrong place',
      'It begins the first cell of the row that has {{ }}; one that prints within a cell has its {{/each}} there too',
    ),
  endsRow: () =>
    say(
      '重复整行的 {{/each}} 写的地方不对',
      '写在最后一行最后一个带 {{ }} 的格子里，放在最后面；后面没有这样的格子，可以写在这一行的空格子里',
      'The {{/each}} of repeated rows stands in the wrong place',
      'It ends the last cell of the row that has {{ }}; where there is none to the right, an empty cell may hold it',
    ),
  notClosed: (opened: string) =>
    say(
      `{{#${opened}}} 没有结束`,
      '在要重复的最后一行、最后一个带 {{ }} 的格子末尾写 {{/each}}',
      `{{#${opened}}} is never ended`,
      'Write {{/each}} at the end of the last cell with {{ }} in the last row to repeat',
    ),
  notOpened: () =>
    say(
      '{{/each}} 前面没有对应的 {{#each}}',
      '删去它，或者在要重复的那一行的开头写 {{#each 键}}',
      'This {{/each}} has no {{#each}} before it',
      'Remove it, or begin the row to repeat with {{#each key}}',
    ),
} as const;
