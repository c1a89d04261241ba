// The words of `shenbao template check`: help and report.
import type { Words } from '../base/finding.js';
import type { Summary } from './check-reports/report.js';
import { plural } from './report-messages.js';

export const help = {
  template: {
    zh: '检查表样：form.hbs、theme.yaml 和要填写的 workbook.xlsx',
    en: 'check templates: form.hbs, theme.yaml and the workbook.xlsx to be filled',
  },
  usageOfTemplate: { zh: 'check [选项] [表]', en: 'check [options] [form]' },
  check: {
    zh: '说明哪里写错了、哪些栏目一次也没有印、哪些行不能增加',
    en: 'say what is wrong, which fields are never printed, which rows cannot grow',
  },
  usageOfCheck: { zh: '[选项] [表]', en: '[options] [form]' },
  form: {
    zh: '表名，或者 templates/ 下的文件夹名；不写就是全部',
    en: 'a form’s title or its folder’s name; all by default',
  },
} as const satisfies Record<string, Words>;

export const words = {
  clean: (files: readonly string[]): Words => ({
    zh: `没有发现问题：${files.join('、')}`,
    en: `Nothing was found in ${files.join(', ')}`,
  }),
  checked: ({ files, errors, warnings, hints }: Pick<Summary, 'files' | 'errors' | 'warnings' | 'hints'>): Words => ({
    zh: `查了 ${files} 个文件：错误 ${errors} 处，警告 ${warnings} 处，提示 ${hints} 处。`,
    en: `${plural(files, 'file')} checked: ${plural(errors, 'error')}, ${plural(warnings, 'warning')}, ${plural(hints, 'hint')}.`,
  }),
};
