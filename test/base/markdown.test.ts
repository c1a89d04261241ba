import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { codeBlock, codeSpan, escapeMarkdown } from '../../src/base/markdown.js';

const joiner = '\u2060';

describe('any text as Markdown', () => {
  test.each([
    ['本年度项目金额 2,425,500.00 元（≥90%，6-8人）', '本年度项目金额 2,425,500.00 元（≥90%，6-8人）'],
    ['*重要* _x_ `码` ~~删~~ $a$', `\\*重要\\* \\_x\\_ \\\`码\\\` \\~\\~删\\~\\~ \\$${joiner}a\\$`],
    ['<img src=x onerror=alert(1)> &amp;', `&lt;img src=x onerror=alert(1)&gt; &amp;${joiner}amp;`],
    ['[点](javascript:1) ![图](x)', `\\[点\\](javascript:1) \\!${joiner}\\[图\\](x)`],
    [
      'https://a.example www.a.example a@b.example',
      `https:/${joiner}/a.example www${joiner}.a.example a@${joiner}b.example`,
    ],
    ['@octocat @"x y" #1 甲/乙#2 !3 %4 GH-5 ~"标签"', null],
    ['# 标题', '\\# 标题'],
    ['- 一项', '\\- 一项'],
    ['1. 一项', '1\\. 一项'],
    ['甲\n\n# 乙', '甲 \\# 乙'],
    ['甲|乙', '甲\\|乙'],
    ['\u001b[31m\u202e', '<U+001B>\\[31m<U+202E>'.replaceAll('<', '&lt;').replaceAll('>', '&gt;')],
    ['反\\斜', '反\\\\斜'],
  ])('%j', (text, expected) => {
    const escaped = escapeMarkdown(text);
    if (expected !== null) expect(escaped).toBe(expected);
    // What a service would take for a mention or a reference, in what is left when the markup is gone.
    expect(escaped.replace(/\\(.)/g, '$1')).not.toMatch(/[@#!%~](?=[\w"])|GH-\d|\/\/|www\./);
  });

  test('comes back whole when the markup is taken away', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'ab1 *_`<>&@#![](){}|~$%\\-+.申报https://www.') }), (text) => {
        const shown = escapeMarkdown(text)
          .replace(/\\([!-/:-@[-`{-~])/g, '$1')
          .replaceAll('&lt;', '<')
          .replaceAll('&gt;', '>')
          .replaceAll('&amp;', '&')
          .replaceAll(joiner, '');
        expect(shown).toBe(text);
      }),
    );
  });

  test('leaves no character that begins markup bare', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(escapeMarkdown(text).replace(/\\[!-/:-@[-`{-~]/g, '')).not.toMatch(/[`*_[\]{}|~<>\\\r\n]/);
      }),
    );
  });
});

describe('code', () => {
  test.each([
    ['goals-differ', '`goals-differ`'],
    ['a`b', '``a`b``'],
    ['`', '`` ` ``'],
    [' 甲 ', '`  甲  `'],
    ['甲\n乙', '`甲 乙`'],
  ])('within a line: %j', (text, expected) => {
    expect(codeSpan(text)).toBe(expected);
  });

  test('in lines has a fence that is in none of them', () => {
    expect(codeBlock('甲')).toBe('```text\n甲\n```');
    expect(codeBlock('````\n甲')).toBe('`````text\n````\n甲\n`````');
  });
});
