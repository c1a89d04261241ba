// What the PDF renderer says about a declaration or theme that it cannot print.
import type { Words } from '../../base/finding.js';

/** `𠮷` as 「𠮷」(U+20BB7). */
function named(codePoint: number): string {
  const code = codePoint.toString(16).toUpperCase().padStart(4, '0');
  const visible = /[\p{C}\p{Z}\p{M}]/u.test(String.fromCodePoint(codePoint))
    ? ''
    : `「${String.fromCodePoint(codePoint)}」`;
  return visible === '' ? `U+${code}` : `${visible}(U+${code})`;
}

export function noGlyph(codePoint: number): Words {
  return {
    zh: `字符${named(codePoint)}在 PDF 所用的字体中没有字形，无法印出`,
    en: `the character ${named(codePoint)} has no glyph in the font of the PDF and cannot be printed`,
  };
}

export const noGlyphAdvice: Words = {
  zh: '请替换为字体中有的字；或在 theme.yaml 中为这一样式换用含有该字的字体；或暂不生成 PDF（--to docx,xlsx,html）',
  en: 'replace it by a character that the font has, or choose another font in theme.yaml, or build without pdf (--to docx,xlsx,html)',
};

export function notTrueType(font: string): Words {
  return {
    zh: `theme.yaml 中的字体 ${font} 不是可嵌入 PDF 的 TrueType 字体文件`,
    en: `the font ${font} of theme.yaml is not a TrueType file that a PDF can embed`,
  };
}

export const notTrueTypeAdvice: Words = {
  zh: '请换用含有 glyf 表的 .ttf 文件（.otf、.ttc、.woff2 均不可用）',
  en: 'use a .ttf file that has a glyf table (.otf, .ttc and .woff2 do not serve)',
};
