// What is said of an authority's own workbook that cannot be filled, or not as it stands: the words only.
import { say } from '../../../base/finding.js';

export const workbookMessages = {
  notWorkbook: () =>
    say(
      '这不是 Excel 工作簿（xlsx）',
      '请放一个能用 Excel 打开的 .xlsx 文件；旧格式的（xls）请先另存为 xlsx',
      'This is no Excel workbook (xlsx)',
      'Put an .xlsx file there that Excel opens; save one of the old kind (xls) as xlsx first',
    ),
  encrypted: () =>
    say(
      '这个工作簿有打开密码',
      '请去掉打开密码后再保存；工作表的保护不必去掉',
      'This workbook has a password to open it',
      'Save it without one; sheets may stay protected',
    ),
  damaged: () =>
    say(
      '这个工作簿损坏或者不完整',
      '请重新取得这个文件，或者用 Excel 打开再保存一次',
      'This workbook is damaged or incomplete',
      'Get it again, or open and save it once with Excel',
    ),
  damagedPart: (part: string) =>
    say(
      `这个工作簿里的 ${part} 损坏了，或者写法不能认`,
      '请重新取得这个文件，或者用 Excel 打开再保存一次',
      `The part ${part} of this workbook is damaged, or written in a way that is not understood`,
      'Get the file again, or open and save it once with Excel',
    ),
  tooLarge: () =>
    say(
      '这个工作簿太大，不像一份申报表',
      '请核对文件；用不着的工作表、空行先删去',
      'This workbook is too large for a form',
      'Check the file; delete sheets and empty rows that are not needed',
    ),
  otherKind: () =>
    say(
      '这是带宏的工作簿、模板或者“严格”格式，改成 .xlsx 以后 Excel 打不开',
      '请在 Excel 里另存为普通的“Excel 工作簿 (.xlsx)”',
      'This is a workbook with macros, a template, or of the “strict” kind, which Excel would not open as .xlsx',
      'Save it in Excel as a plain “Excel Workbook (.xlsx)”',
    ),
  signed: () =>
    say(
      '这个工作簿有数字签名，填写以后签名就失效了',
      '请在 Excel 里（文件 → 信息）删除签名再放进来',
      'This workbook is signed, and filling it would break the signature',
      'Remove the signature in Excel (File, Info) first',
    ),
  revisions: () =>
    say(
      '这个工作簿开着“共享”并记录修订，重复的行会和修订记录对不上',
      '请在 Excel 里停止共享，再放进来',
      'This workbook is shared and keeps a log of revisions, with which repeated rows would not agree',
      'Stop sharing it in Excel first',
    ),
  nothing: () =>
    say(
      '这个工作簿里一个 {{ }} 也没有',
      '在要填写的格子里写 {{键}}，写法见 templates/README.md',
      'There is not one {{ }} in this workbook',
      'Write {{key}} into the cells to fill; templates/README.md tells how',
    ),
  inFormula: () =>
    say(
      '公式里不能用 {{ }}',
      '把 {{键}} 写在另一格里，公式引用那一格',
      'A formula may not use {{ }}',
      'Write {{key}} into a cell of its own and have the formula refer to it',
    ),
  failed: (detail: string) =>
    say(
      '这份申报表印不进这个工作簿',
      '检查用到的键和 ../ 的层数',
      `The declaration cannot be printed into this workbook: ${detail}`,
      'Check the keys and how many ../ they have',
    ),
  tooManyRows: () =>
    say(
      '填写以后行数超过了 Excel 的上限',
      '检查列表是不是太长，或者把最下面用不着的行删去',
      'Filled, the sheet has more rows than Excel can have',
      'Check whether the list is too long, or delete rows at the foot that are not needed',
    ),
  cut: (needed: number, highest: number) =>
    say(
      `这一格的文字大约要 ${needed} 磅高，它的行放不下（Excel 的一行最高 ${highest} 磅），打印出来后面的可能被切掉`,
      '把这一栏写短一些；或者在 workbook.xlsx 里加宽这一列、缩小字号、多合并几行，列表用 {{#each}} 一条一行地印',
      `The text of this cell needs about ${needed} points, more than its rows can have (Excel’s highest row has ${highest}): in print its end may be cut off`,
      'Write less in this field; or widen its column, take a smaller font or merge more rows in workbook.xlsx, and print lists an item a row with {{#each}}',
    ),
} as const;

/** Why rows cannot be repeated without guessing what becomes of something else. */
export const moveMessages = {
  unreadable: (formula: string) =>
    say(
      `看不懂公式 ${formula}，行数变了以后不知道怎样改`,
      '换一种写法，或者把它移到没有重复行的工作表',
      `The formula ${formula} cannot be read, so it cannot be moved with the rows`,
      'Write it another way, or move it to a sheet without repeated rows',
    ),
  indirect: () =>
    say(
      'INDIRECT 用文字写单元格地址，行数变了以后会指错',
      '直接引用单元格，或者给单元格起名称再引用名称',
      'INDIRECT names a cell by a text, which would be wrong once rows are repeated',
      'Refer to the cell itself, or give it a name and use that',
    ),
  threeSheets: (reference: string) =>
    say(
      `${reference} 跨几张工作表，其中有重复的行`,
      '把各张工作表的单元格分开写',
      `${reference} spans several sheets, one of which has repeated rows`,
      'Name the cells of each sheet apart',
    ),
  needsDollar: (reference: string) =>
    say(
      `${reference} 的行号没有写 $，不知道行重复以后它指哪一行`,
      '指的总是这一行，就写成 $，例如 B$3；指同一组重复行里的，行要在同一个 {{#each}} 里',
      `The row of ${reference} has no $, so it is not clear which row it means once rows are repeated`,
      'Write $ before the row where it always means this one, such as B$3; rows of the same round stand in the same {{#each}}',
    ),
  needsRange: (reference: string) =>
    say(
      `${reference} 指的是要重复的行里的一格，重复以后不止一格`,
      '写成区域，例如 SUM(E10:E10)，区域会随行数扩大',
      `${reference} is one cell of a row that is repeated, and will be several`,
      'Write it as a range, such as SUM(E10:E10), which grows with the rows',
    ),
  bends: (reference: string) =>
    say(
      `规则里的 ${reference} 指到了别的行，行重复以后有的格子会指错`,
      '只引用同一行，或者在行号前写 $ 并写成区域；也可以把规则的范围分成几段',
      `${reference} of this rule means another row, and would mean a wrong one for some cells once rows are repeated`,
      'Refer to the same row, or to a range with $ before its rows; or split what the rule applies to',
    ),
  array: () =>
    say(
      '数组公式占了要重复的行，不能跟着重复',
      '改成每格一个公式，或者把它移到别的行',
      'An array formula takes rows that are repeated, and cannot grow with them',
      'Make it a formula for each cell, or move it to other rows',
    ),
  dataTable: () =>
    say(
      '模拟运算表在行会移动的工作表上，不能跟着移动',
      '把它移到没有重复行的工作表',
      'A what-if data table stands on a sheet with repeated rows, and cannot move',
      'Move it to a sheet without repeated rows',
    ),
  merged: (range: string) =>
    say(
      `这一格要逐条填写，却在合并的 ${range} 里，重复以后只看得到第一条`,
      '取消合并，或者让合并的区域只在重复的行以内',
      `This cell is filled for each item, but lies within the merged ${range}, where only the first is seen`,
      'Unmerge it, or keep the merged cells within the repeated rows',
    ),
  table: (name: string) =>
    say(
      `表格“${name}”的标题行或者汇总行在要重复的行里`,
      '{{#each}} 只写在表格的数据行里',
      `The head or the totals of the table “${name}” are among the rows to repeat`,
      'Write {{#each}} into rows of its data only',
    ),
  tableHead: (name: string) =>
    say(
      `表格“${name}”的标题不能用 {{ }}`,
      '标题写成固定的文字，或者在 Excel 里把表格“转换为区域”',
      `The head of the table “${name}” may not use {{ }}`,
      'Make it a plain text, or convert the table to a range in Excel',
    ),
  pivot: () =>
    say(
      '数据透视表用到了会移动的行',
      '把数据透视表和它的数据源移到没有重复行的工作表，或者删去它',
      'A pivot table uses rows that move',
      'Move it and its source to a sheet without repeated rows, or delete it',
    ),
  sparkline: () =>
    say(
      '迷你图在要重复的行里，不能跟着重复',
      '删去它，或者移到别的行',
      'A sparkline stands in a row to repeat, and cannot be repeated with it',
      'Delete it, or move it to another row',
    ),
  shared: () =>
    say(
      '填充出来的公式有一格超出了工作表',
      '在 Excel 里重新输入这一列的公式',
      'A formula that was filled down reaches beyond the sheet',
      'Enter the formulas of this column again in Excel',
    ),
} as const;

/** What may surprise. */
export const remarkMessages = {
  noWrap: () =>
    say(
      '一整个列表印在这一格里，而这一格没有设“自动换行”：Excel 把各条挤在一行里，长了会被切掉',
      '在 Excel 里给这一格设“自动换行”，行高会按内容调整；或者用 {{#each}} 一条一行地印',
      'A whole list is printed into this cell, which does not wrap its text: Excel shows all items on one line and cuts it off',
      'Turn on “Wrap text” for it in Excel, and its row will be as high as the list needs; or print an item a row with {{#each}}',
    ),
  fixed: () =>
    say(
      '一整个列表印在这一格里，而这一格的文字竖排、设了“缩小字体填充”，或者列是隐藏的：行高不会按内容调整，长了看不全',
      '改成横排并设“自动换行”、显示这一列，或者用 {{#each}} 一条一行地印',
      'A whole list is printed into this cell, whose text is turned or shrunk to fit, or whose columns are hidden: its row is not made higher, and a long list cannot be read',
      'Have the text run from left to right, wrapped, in a column that is shown, or print an item a row with {{#each}}',
    ),
  inHead: () =>
    say(
      '页眉页脚里的 {{ }} 不会填写',
      '只有单元格里的会填写；移到单元格里，或者删去',
      'The {{ }} in its head or foot of pages will not be filled',
      'Only cells are filled: move it into one, or remove it',
    ),
  inPart: () =>
    say(
      '图形、批注或者图表里的 {{ }} 不会填写',
      '只有单元格里的会填写；移到单元格里，或者删去',
      'The {{ }} in a shape, a comment or a chart will not be filled',
      'Only cells are filled: move it into one, or remove it',
    ),
} as const;
