// What is said about a declaration's structure: the words only. Keys, labels and examples come from the schema.
import type { Said, Words } from '../base/finding.js';
import type { Value } from '../read/parsed.js';
import { quote } from '../terms/messages.js';
import type { Field, FormName } from './form.js';
import { describe, describeShape, exampleLine, keysOf, listOf, nameOf, nameOfPath } from './naming.js';
import type { Suggestion } from './suggest-key.js';

/** Says of a value what was said of its text. */
export function atValue(pointer: string, said: Said): Said {
  const name = nameOf(pointer);
  return {
    message: { zh: `${name.zh}：${said.message.zh}`, en: `${name.en}: ${said.message.en}` },
    advice: said.advice,
  };
}

export function idleZeros(text: string, shorter: string): Said {
  return {
    message: {
      zh: `金额“${quote(text)}”的小数末尾有多余的零`,
      en: `The amount “${quote(text)}” ends in zeros that say nothing`,
    },
    advice: { zh: `写成 ${shorter}，金额不变`, en: `Write ${shorter}, the same amount` },
  };
}

export function noDeclaration(value: Value, forms: readonly FormName[]): Said {
  return {
    message:
      value === ''
        ? { zh: '文件里没有内容', en: 'The file is empty' }
        : {
            zh: `文件要由“栏目: 内容”一行一行写成，这里写的是${describe(value).zh}`,
            en: `The file must be lines of “key: value”; it is ${describe(value).en}`,
          },
    advice: writeForm(forms),
  };
}

export function noForm(forms: readonly FormName[]): Said {
  const keys = listOf([...new Set(forms.map(({ key }) => key))]);
  return {
    message: {
      zh: `没有写${keys.zh}，不知道这是哪一种表`,
      en: `${keys.en} is missing, so the kind of form is not known`,
    },
    advice: writeForm(forms),
  };
}

function writeForm(forms: readonly FormName[]): Words {
  const lines = forms.map(({ key, title }) => `“${key}: ${title}”`);
  return { zh: `在文件最前面写一行${lines.join('或')}`, en: `Begin the file with the line ${lines.join(' or ')}` };
}

export function unknownForm(key: string, value: Value, titles: readonly string[], meant: string | null): Said {
  const known = listOf(titles);
  return {
    message:
      value === ''
        ? { zh: `“${key}”没有写内容`, en: `“${key}” is empty` }
        : {
            zh: `“${key}”写的是${describe(value).zh}，没有叫这个名称的表`,
            en: `“${key}” is ${describe(value).en}: there is no form of that name`,
          },
    advice:
      meant === null
        ? { zh: `现有的表：${known.zh}`, en: `The forms there are: ${known.en}` }
        : { zh: `是不是“${meant}”`, en: `Perhaps “${meant}” is meant` },
  };
}

export function unknownKey(key: string, pointer: string, suggestion: Suggestion | null, free: readonly Field[]): Said {
  const name = pointer === '' ? { zh: '申报表最外层', en: 'the top level' } : nameOf(pointer);
  const message = {
    zh: `${name.zh}没有“${quote(key)}”这一栏`,
    en: `There is no key “${quote(key)}” at ${name.en}`,
  };
  if (suggestion?.key !== undefined) {
    return {
      message,
      advice: { zh: `是不是“${suggestion.key}”`, en: `Perhaps “${suggestion.key}” is meant` },
    };
  }
  const left = listOf(keysOf(free));
  const others: Words =
    free.length === 0
      ? { zh: '这里的栏目都已经写了，这一行要删去', en: 'All keys of this place are written; remove this one' }
      : { zh: `这里还可以写${left.zh}`, en: `What may still be written here: ${left.en}` };
  if (!suggestion?.elsewhere) return { message, advice: others };
  const place = nameOfPath(suggestion.elsewhere);
  return {
    message,
    advice: { zh: `这一栏是${place.zh}里的。${others.zh}`, en: `That key belongs to ${place.en}. ${others.en}` },
  };
}

export function missingKeys(pointer: string, missing: readonly Field[]): Said {
  const name = nameOf(pointer);
  const keys = listOf(keysOf(missing));
  const unneeded = missing.find((field) => field.word !== null && !field.starred);
  const [first] = missing;
  const example = first ? exampleLine(first) : '';
  return {
    message: {
      zh: `${name.zh}缺少${missing.length > 1 ? ` ${missing.length} 栏：` : ''}${keys.zh}`,
      en: `${name.en} lacks ${missing.length > 1 ? `${missing.length} keys: ` : ''}${keys.en}`,
    },
    advice: unneeded
      ? {
          zh: `补上；用不上而不带星号的可以写“${unneeded.key}: ${unneeded.word}”`,
          en: `Add them; one without a star that does not apply may say “${unneeded.key}: ${unneeded.word}”`,
        }
      : { zh: `补上，例如写一行“${example}”`, en: `Add ${missing.length > 1 ? 'them' : 'it'}, as in “${example}”` },
  };
}

export function lacksPartner(pointer: string, key: string, partner: string): Said {
  const name = nameOf(pointer);
  return {
    message: { zh: `${name.zh}写了“${key}”，没有写“${partner}”`, en: `${name.en} has “${key}” but no “${partner}”` },
    advice: {
      zh: `两栏要一起写：补上“${partner}”，或者删去“${key}”`,
      en: `The two go together: add “${partner}” or remove “${key}”`,
    },
  };
}

/** Text, list or mapping where another of the three is wanted. */
export function wrongShape(pointer: string, field: Field, value: Value): Said {
  const name = nameOf(pointer);
  const wanted = describeShape(field);
  return {
    message:
      value === ''
        ? {
            zh: `${name.zh}下面没有写内容，这里要${wanted.message.zh}`,
            en: `${name.en} is empty; it wants ${wanted.message.en}`,
          }
        : {
            zh: `${name.zh}要${wanted.message.zh}，这里写的是${describe(value).zh}`,
            en: `${name.en} wants ${wanted.message.en}; it is ${describe(value).en}`,
          },
    advice: wanted.advice,
  };
}

export function nothingWritten(pointer: string, field: Field): Said {
  const name = nameOf(pointer);
  const advice: Words =
    field.choices !== null
      ? writeOneOf(field.choices)
      : field.examples.length > 0 && field.key !== ''
        ? { zh: `写上内容，例如“${exampleLine(field)}”`, en: `Write it, as in “${exampleLine(field)}”` }
        : { zh: '写上内容，或者删去这一行', en: 'Write it, or remove the line' };
  return { message: { zh: `${name.zh}没有写内容`, en: `${name.en} is empty` }, advice };
}

export function notAChoice(pointer: string, field: Field, text: string): Said {
  const name = nameOf(pointer);
  return {
    message: {
      zh: `${name.zh}写的是“${quote(text)}”，不在可选的范围里`,
      en: `${name.en} is “${quote(text)}”, which is not one of the choices`,
    },
    advice: writeOneOf(field.choices ?? []),
  };
}

function writeOneOf(choices: readonly string[]): Words {
  const quoted = choices.map((choice) => `“${choice}”`);
  return { zh: `只能写${quoted.join('或')}`, en: `Write ${quoted.join(' or ')}` };
}

export function otherThan(pointer: string, text: string, only: string): Said {
  const name = nameOf(pointer);
  return {
    message: {
      zh: `${name.zh}写的是“${quote(text)}”，只能是“${only}”`,
      en: `${name.en} is “${quote(text)}”; it can only be “${only}”`,
    },
    advice: { zh: `写成“${only}”`, en: `Write “${only}”` },
  };
}

export function tooLong(pointer: string, text: string, most: number): Said {
  const name = nameOf(pointer);
  return {
    message: {
      zh: `${name.zh}有 ${text.length} 个字，最多 ${most} 个`,
      en: `${name.en} has ${text.length} characters; ${most} are the most`,
    },
    advice: { zh: '电子表格的一格放不下更多的字，请缩短', en: 'A workbook cell holds no more; shorten it' },
  };
}

/** What the engine's kinds look like; other kinds have only the schema's examples. */
const patterns: Readonly<Record<string, Words>> = {
  year: { zh: '要写四位数字的年份', en: 'must be a year of four digits' },
  years: { zh: '要写不小于 1 的整数', en: 'must be a whole number from 1' },
  date: {
    zh: '要写日历上有的日子，年四位，月和日各两位，中间用短横',
    en: 'must be a day of the calendar, written as year-month-day',
  },
  code: { zh: '只能有数字和大写字母', en: 'may hold only digits and capital letters' },
};

export function wrongPattern(pointer: string, field: Field, text: string): Said {
  const name = nameOf(pointer);
  const rule = patterns[field.kind ?? ''] ?? { zh: '不合规定的写法', en: 'is not written as the form wants it' };
  return {
    message: {
      zh: `${name.zh}写的是“${quote(text)}”，${rule.zh}`,
      en: `${name.en} is “${quote(text)}”: it ${rule.en}`,
    },
    advice: howToWrite(field),
  };
}

export function otherKeyword(pointer: string, field: Field, text: string, keyword: string): Said {
  const name = nameOf(pointer);
  return {
    message: {
      zh: `${name.zh}${text === '' ? '' : `写的是“${quote(text)}”，`}不合表样的规定（${keyword}）`,
      en: `${name.en}${text === '' ? '' : ` is “${quote(text)}”, which`} is not what the form wants (${keyword})`,
    },
    advice: howToWrite(field),
  };
}

function howToWrite(field: Field): Words {
  const [example] = field.examples;
  if (example !== undefined)
    return { zh: `例如写成“${exampleLine(field)}”`, en: `Write it like “${exampleLine(field)}”` };
  return { zh: field.description ?? '请按表样填写', en: 'Write it as the schema describes' };
}

export function tooDeep(pointer: string): Said {
  const name = nameOf(pointer);
  return {
    message: { zh: `${name.zh}套的层数太多`, en: `${name.en} is nested too deep` },
    advice: { zh: '减少层数，或者把里面几层写成一段文字', en: 'Use fewer levels, or write the inner ones as one text' },
  };
}

export function tooLongForRules(length: number, most: number): Said {
  return {
    message: {
      zh: `文件有 ${length} 个字，超过 ${most} 个，没有按规则检查`,
      en: `The file has ${length} characters, more than ${most}: the rules were not run`,
    },
    advice: {
      zh: '一份申报表只有几千字；删去误贴进来的内容，或者分成几份',
      en: 'A declaration has some thousand characters; remove what was pasted by mistake, or make several of it',
    },
  };
}

/** In place of the findings of a rule that are too many to list. */
export function leftOut(count: number): Said {
  return {
    message: { zh: `还有 ${count} 处同样的问题，没有一一列出`, en: `${count} more of the same are not listed` },
    advice: { zh: '先改好列出的，再检查一次', en: 'Mend those listed, then check again' },
  };
}
