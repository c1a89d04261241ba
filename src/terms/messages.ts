// What is said about values that cannot be read: the words only, in both languages.
import type { Said, Words } from '../base/finding.js';

const spellings: Words = {
  zh: '写成 2425500.00、2,425,500.00、242.55万、242.55万元 或 0.2亿元；不带单位时按表上印的单位',
  en: 'Write it as 2425500.00, 2,425,500.00, 242.55万, 242.55万元 or 0.2亿元; without a unit it is in the unit the form prints',
};

/** A value as quoted in a message: on one line, and not longer than a line. */
export function quote(text: string): string {
  // Texts are as long as their authors like.
  const line = text.slice(0, 1000).replace(/\s+/gu, ' ');
  const short = [...line.slice(0, 80)];
  return short.length > 36 || line.length > 80 ? `${short.slice(0, 32).join('')}…` : line;
}

function write(cure: string | null, otherwise: Words): Words {
  if (cure === null) return otherwise;
  return { zh: `写成 ${cure}`, en: `Write ${cure}` };
}

export function empty(): Said {
  return { message: { zh: '没有写金额', en: 'There is no amount' }, advice: spellings };
}

export function inexact(text: string, found: string): Said {
  return {
    message: {
      zh: `金额“${quote(text)}”里有“${found}”，不是一个确定的数`,
      en: `The amount “${quote(text)}” contains “${found}”: it is not one definite number`,
    },
    advice: {
      zh: '金额要写一个确定的数；估算的理由写在说明文字里',
      en: 'Write one definite number; reasons for an estimate belong in the text beside it',
    },
  };
}

export function signed(text: string, found: string, cure: string | null): Said {
  return {
    message: {
      zh: `金额“${quote(text)}”前面有“${found}”号`,
      en: `The amount “${quote(text)}” has a sign, “${found}”`,
    },
    advice: write(cure, { zh: '金额不带正负号，也不能小于零', en: 'An amount has no sign and is never below zero' }),
  };
}

export function currency(text: string, found: string, cure: string | null): Said {
  return {
    message: {
      zh: `金额“${quote(text)}”里有货币名称或符号“${found}”`,
      en: `The amount “${quote(text)}” contains a currency sign or name, “${found}”`,
    },
    advice: write(cure, {
      zh: `金额一律是人民币，不写货币。${spellings.zh}`,
      en: `Amounts are in RMB. ${spellings.en}`,
    }),
  };
}

export function fullWidth(text: string, found: string, cure: string | null): Said {
  return {
    message: {
      zh: `金额“${quote(text)}”里有全角字符“${found}”`,
      en: `The amount “${quote(text)}” contains a full-width character, “${found}”`,
    },
    advice: write(cure, {
      zh: `数字、逗号和小数点都用半角。${spellings.zh}`,
      en: `Digits, commas and the point are half-width. ${spellings.en}`,
    }),
  };
}

export function spaced(text: string, _found: string, cure: string | null): Said {
  return {
    message: { zh: `金额“${quote(text)}”里有空格`, en: `The amount “${quote(text)}” contains a space` },
    advice: write(cure, { zh: '数字和单位之间不留空格', en: 'Leave no space between the number and its unit' }),
  };
}

export function exponent(text: string, found: string, cure: string | null): Said {
  return {
    message: {
      zh: `金额“${quote(text)}”用了科学记数法“${found}”`,
      en: `The amount “${quote(text)}” is written with an exponent, “${found}”`,
    },
    advice: write(cure, { zh: `把数字写全。${spellings.zh}`, en: `Write all the digits. ${spellings.en}` }),
  };
}

export function numerals(text: string): Said {
  return {
    message: {
      zh: `金额“${quote(text)}”用汉字写数`,
      en: `The amount “${quote(text)}” is spelled out in Chinese numerals`,
    },
    advice: { zh: `用阿拉伯数字。${spellings.zh}`, en: `Use Arabic digits. ${spellings.en}` },
  };
}

export function otherUnit(text: string, unit: string, cure: string | null): Said {
  return {
    message: {
      zh: `金额“${quote(text)}”的单位“${quote(unit)}”不认识`,
      en: `The unit “${quote(unit)}” of the amount “${quote(text)}” is not known`,
    },
    advice: write(cure, {
      zh: '单位只用 元、万、万元、亿、亿元，写在数字后面',
      en: 'The units are 元, 万, 万元, 亿 and 亿元, written after the number',
    }),
  };
}

export function twoPoints(text: string): Said {
  return {
    message: { zh: `金额“${quote(text)}”有两个小数点`, en: `The amount “${quote(text)}” has two decimal points` },
    advice: spellings,
  };
}

export function barePoint(text: string, cure: string | null): Said {
  return {
    message: {
      zh: `金额“${quote(text)}”的小数点前面或后面没有数字`,
      en: `The decimal point of the amount “${quote(text)}” lacks a digit before or after it`,
    },
    advice: write(cure, spellings),
  };
}

export function grouping(text: string): Said {
  return {
    message: {
      zh: `金额“${quote(text)}”的千分位逗号位置不对`,
      en: `The commas of the amount “${quote(text)}” are not at the thousands`,
    },
    advice: {
      zh: '从个位起每三位一个逗号，例如 2,425,500.00；或者不写逗号。请核对有没有漏写数字',
      en: 'Put a comma at every third digit, as in 2,425,500.00, or leave them out; see whether a digit is missing',
    },
  };
}

export function tooManyDigits(text: string, digits: number, most: number): Said {
  return {
    message: {
      zh: `金额“${quote(text)}”折合成元有 ${digits} 位数字，最多 ${most} 位`,
      en: `The amount “${quote(text)}” has ${digits} digits in 元; ${most} are the most`,
    },
    advice: {
      zh: '电子表格存不下更多的位数。请核对数字和单位',
      en: 'A workbook cannot hold more digits exactly. See whether the number and its unit are right',
    },
  };
}

export function tooPrecise(text: string): Said {
  return {
    message: {
      zh: `金额“${quote(text)}”有不足一分的尾数`,
      en: `The amount “${quote(text)}” has a fraction of a 分`,
    },
    advice: {
      zh: '金额精确到分，折合成元最多两位小数',
      en: 'Amounts are exact to the 分: at most two decimals of a 元',
    },
  };
}

export function notANumber(text: string): Said {
  return {
    message: { zh: `“${quote(text)}”不是金额`, en: `“${quote(text)}” is not an amount` },
    advice: spellings,
  };
}
