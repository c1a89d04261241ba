// The words of the reports on declarations, in every format.
import type { Level, Words } from '../base/finding.js';
import { printMoney } from '../base/money.js';
import type { Reckoning } from '../check/reckoning.js';
import type { Summary } from './check-reports/report.js';

export const plural = (count: number, one: string) => `${count} ${one}${count === 1 ? '' : 's'}`;

/** Between short texts of one line. */
export const comma: Words = { zh: '，', en: ', ' };

export const levelNames: Readonly<Record<Level | 'off', Words>> = {
  error: { zh: '错误', en: 'error' },
  warning: { zh: '警告', en: 'warning' },
  hint: { zh: '提示', en: 'hint' },
  off: { zh: '不查', en: 'off' },
};

type Counts = Readonly<Pick<Summary, 'errors' | 'warnings' | 'hints'>>;

export const reportWords = {
  /** What there is none of is left out. */
  counts: ({ errors, warnings, hints }: Counts): Words => {
    const zh = [
      errors > 0 && `错误 ${errors} 处`,
      warnings > 0 && `警告 ${warnings} 处`,
      hints > 0 && `提示 ${hints} 处`,
    ];
    const en = [
      errors > 0 && plural(errors, 'error'),
      warnings > 0 && plural(warnings, 'warning'),
      hints > 0 && plural(hints, 'hint'),
    ];
    return { zh: zh.filter(Boolean).join('，'), en: en.filter(Boolean).join(', ') };
  },
  checked: ({ files, cached, suppressed, errors, warnings, hints, curable }: Summary): Words => {
    const kept = {
      zh: cached === 0 ? '' : `（其中 ${cached} 份没有变动，沿用上次的结果）`,
      en: cached === 0 ? '' : ` (${cached} unchanged since the last check)`,
    };
    const cures = {
      zh: curable === 0 ? '' : `；其中 ${curable} 处可用 --fix 改好`,
      en: curable === 0 ? '' : `; --fix can mend ${curable} of them`,
    };
    const passed = {
      zh: suppressed === 0 ? '' : `；按 shenbao-ignore 略过 ${suppressed} 处`,
      en: suppressed === 0 ? '' : `; ${suppressed} passed over by shenbao-ignore`,
    };
    return {
      zh: `查了 ${files} 份${kept.zh}：错误 ${errors} 处，警告 ${warnings} 处，提示 ${hints} 处${cures.zh}${passed.zh}。`,
      en: `${plural(files, 'declaration')} checked${kept.en}: ${plural(errors, 'error')}, ${plural(warnings, 'warning')}, ${plural(hints, 'hint')}${cures.en}${passed.en}.`,
    };
  },
  /** Of one file. */
  more: (count: number): Words => ({ zh: `还有 ${count} 处没有列出。`, en: `+${count} more.` }),
  moreInAll: (count: number, files: number): Words => ({
    zh: `还有 ${count} 处没有列出，在 ${files} 个文件里；先改好列出的，或者用 --format json 全部列出。`,
    en: `+${count} more in ${plural(files, 'file')}; mend those listed first, or list all with --format json.`,
  }),
  moreRelated: (count: number): Words => ({ zh: `相关的还有 ${count} 处。`, en: `+${count} more places concerned.` }),
  alsoAt: { zh: '另见：', en: 'See also: ' },
  why: { zh: '为什么：', en: 'Why: ' },
  source: (source: string): Words => ({ zh: `（来源：${source}）`, en: ` (Source: ${source})` }),
  blocked: (count: number): Words => ({
    zh: `因为这些错，${count} 份申报表查不了。`,
    en: `These errors keep ${plural(count, 'declaration')} from being checked.`,
  }),
  place: (line: number, column: number): Words => ({
    zh: `第 ${line} 行第 ${column} 列`,
    en: `line ${line}, column ${column}`,
  }),

  title: { zh: '申报表检查', en: 'Check of the declarations' },
  clean: { zh: '没有发现问题。', en: 'Nothing was found.' },
  details: { zh: '详情', en: 'Details' },
  annotationsLeftOut: (count: number): Words => ({
    zh: `还有 ${count} 处没有标在文件里，见 shenbao check`,
    en: `+${count} not annotated; run shenbao check for all of them`,
  }),
  resultsLeftOut: (count: number): Words => ({ zh: `还有 ${count} 处没有收进来`, en: `+${count} were left out` }),
  root: { zh: '代码库的根目录', en: 'The root of the repository' },

  /** One sum that was looked at, whatever came of it. */
  reckoned: ({ label, items, unread, fen, declared, declaredLabel }: Reckoning): Words => {
    if (unread > 0) {
      return {
        zh: `${label} ${items} 项里有 ${unread} 项读不出金额，合计不出来。`,
        en: `${label}: the amount of ${unread} of ${plural(items, 'item')} cannot be read, so they were not added up.`,
      };
    }
    const sum = {
      zh: `${label} ${items} 项合计 ${printMoney(fen)} 元`,
      en: `${label}: ${plural(items, 'item')} add up to ${printMoney(fen)} 元`,
    };
    if (declared === null) return { zh: `${sum.zh}。`, en: `${sum.en}.` };
    if (declared === fen) {
      return { zh: `${sum.zh}，与${declaredLabel}一致。`, en: `${sum.en}, which is ${declaredLabel}.` };
    }
    const [by, zh, en] = fen > declared ? [fen - declared, '多', 'more'] : [declared - fen, '少', 'less'];
    return {
      zh: `${sum.zh}，比${declaredLabel} ${printMoney(declared)} 元${zh} ${printMoney(by)} 元。`,
      en: `${sum.en}, ${printMoney(by)} 元 ${en} than ${declaredLabel}, ${printMoney(declared)} 元.`,
    };
  },
  /** Many sums, by what came of them. */
  reckonings: (agree: number, differ: number, open: number): Words => ({
    zh: `合计与申报的金额：一致 ${agree} 份，不一致 ${differ} 份，合计不出来 ${open} 份。`,
    en: `Sums against the amounts declared: ${agree} agree, ${differ} do not, ${open} could not be added up.`,
  }),
};
