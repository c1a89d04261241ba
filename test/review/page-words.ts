// The words of a review's page, as a caller would give them.
import type { PageWords } from '../../src/review/page.js';

export const pageWords: PageWords = {
  before: '修改前',
  after: '修改后',
  contents: '目录',
  columns: { kind: '变动', label: '栏目', change: '内容', note: '说明' },
  onlyChanges: '只看改动的行',
  onlyBefore: '删除的申报表',
  onlyAfter: '新增的申报表',
  footer: '第 {page} 页 共 {pages} 页',
  signatures: ['经办人', '审核人', '负责人', '日期'],
};
