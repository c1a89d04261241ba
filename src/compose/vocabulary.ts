// The closed vocabulary of a template, with what each word means: the checks read it, and templates/README.md is made from it.

export interface ElementWord {
  readonly about: string;
  readonly attributes: readonly (keyof typeof attributes)[];
  /** The elements it may stand in; `top` is the outermost level. */
  readonly inside: readonly string[];
}

export const elements: Readonly<Record<string, ElementWord>> = {
  title: { about: '表名，印在最前面；有且只有一个，不写在 {{#…}} 里面', attributes: ['class'], inside: ['top'] },
  table: { about: '一张表；各表上下相接，都和版心一样宽；一行也没有的表不印', attributes: [], inside: ['top'] },
  colgroup: { about: '这张表有哪几列，写在第一行之前', attributes: [], inside: ['table'] },
  col: { about: '一列', attributes: ['class'], inside: ['colgroup'] },
  tr: { about: '一行，占满各列，不多也不少', attributes: [], inside: ['table'] },
  th: {
    about: '印栏目名的格子；两列以上的表，开头几行全是 th 的就是表头，换页时重印',
    attributes: ['class', 'colspan', 'rowspan', 'data-field'],
    inside: ['tr'],
  },
  td: { about: '其他格子', attributes: ['class', 'colspan', 'rowspan', 'data-field'], inside: ['tr'] },
  br: { about: '换行', attributes: [], inside: ['th', 'td'] },
};

export const attributes = {
  class: '样式：在 `col` 上是 theme.yaml 里 columns 的名字，在别处是 styles 的名字；必写',
  colspan: '横向占几列，1 到 1000',
  rowspan: '纵向占几行，1 到 1000；不能超出表的最后一行，也不能和别的格子重叠',
  'data-field': '这一格是申报表的哪一处，写 `/键/键`；在循环里写 `{{@pointer}}/键`；导入和批注靠它找到格子',
} as const;

/** Block helpers; nothing else may be called. */
export const helpers: Readonly<Record<string, string>> = {
  each: '对列表的每一条、分组的每个键，各印一遍；里面的 `{{this}}` 是当前这一条；`{{else}}` 后面是一条也没有时印的',
  if: '有内容才印；`{{else}}`、`{{else if 键}}` 后面是没有内容时印的',
  unless: '没有内容才印',
  with: '进到一个分组里面，少写一层键名',
};

/** What `each` tells of the item at hand, as `{{@name}}`. */
export const variables: Readonly<Record<string, string>> = {
  number: '第几条，从 1 起',
  index: '第几条，从 0 起',
  first: '是不是第一条',
  last: '是不是最后一条',
  key: '键名；列表里是序号，从 0 起',
  label: '键印出来的名称，在 schema 里写的',
  starred: '这个键带不带星号',
  pointer: '这一条在申报表里的位置，写在 data-field 里',
};
