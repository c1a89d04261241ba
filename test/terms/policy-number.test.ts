import { describe, expect, test } from 'vitest';
import { findPolicyNumbers } from '../../src/terms/policy-number.js';

/** Each number as it should be written, and what is wrong with it. */
const read = (text: string) =>
  findPolicyNumbers(text).map(({ agency, year, number, faults }) =>
    `${agency}〔${year.digits}〕${number}号 ${faults.join(' ')}`.trim(),
  );

/** The text with every cure put in. */
function cured(text: string): string {
  return findPolicyNumbers(text).reduceRight(
    (result, { cure }) => (cure ? result.slice(0, cure.from) + cure.text + result.slice(cure.to) : result),
    text,
  );
}

describe('numbers as they should be', () => {
  test.each([
    ['深工〔2024〕13号 深圳市总工会关于印发《深圳市总工会2024年工作要点》的通知', ['深工〔2024〕13号']],
    ['深工办〔2021〕22号关于印发《管理实施办法（试行）》的通知', ['深工办〔2021〕22号']],
    ['关于印发《学生资助资金管理办法》的通知（财教〔2021〕310号）', ['财教〔2021〕310号']],
    ['根据深发改〔2023〕12、13号和粤财社〔2024〕1-3号', ['深发改〔2023〕12、13号', '粤财社〔2024〕1-3号']],
    ['会议纪要〔2024〕3号', ['会议纪要〔2024〕3号']],
  ])('%s', (text, expected) => expect(read(text)).toEqual(expected));
});

describe('what departs from the standard', () => {
  test.each([
    ['甘财科[2022]78号', ['甘财科〔2022〕78号 brackets'], '甘财科〔2022〕78号'],
    ['深工（2024）13号', ['深工〔2024〕13号 brackets'], '深工〔2024〕13号'],
    ['深工【2024】13号', ['深工〔2024〕13号 brackets'], '深工〔2024〕13号'],
    ['深工〔2024)13号', ['深工〔2024〕13号 brackets'], '深工〔2024〕13号'],
    ['深工〔2024〕第13号', ['深工〔2024〕13号 ordinal'], '深工〔2024〕13号'],
    ['市财发〔1992〕字第36号', ['市财发〔1992〕36号 ordinal'], '市财发〔1992〕36号'],
    ['深工〔2024〕013号', ['深工〔2024〕13号 zeros'], '深工〔2024〕13号'],
    ['深工〔2024年〕13号', ['深工〔2024〕13号 year-mark'], '深工〔2024〕13号'],
    ['深工〔2024〕 13号', ['深工〔2024〕13号 space'], '深工〔2024〕13号'],
    ['深工［２０２４］００7号', ['深工〔2024〕7号 brackets zeros'], '深工〔2024〕7号'],
    ['深工〔24〕5号', ['深工〔24〕5号 short-year'], '深工〔24〕5号'],
    ['深工〔2024〕22《工作要点》', ['深工〔2024〕22号 suffix'], '深工〔2024〕22《工作要点》'],
  ])('%s', (text, expected, mended) => {
    expect(read(text)).toEqual(expected);
    expect(cured(text)).toBe(mended);
    expect(cured(mended)).toBe(mended);
  });
});

describe('what is no number of a document', () => {
  test.each([
    '关于做好2024年职工防暑降温工作的通知',
    '中华人民共和国国务院令第722号',
    '财政部公告2023年第1号',
    '项目（2024）3号楼改造',
    '（2024）3号',
    'GB/T 9704-2012',
    '参考文献[2024]3',
    '2024年各区（新区、深汕特别合作区）总工会工作考核方案',
  ])('%s', (text) => expect(read(text)).toEqual([]));
});

test('the cure is of the fewest characters', () => {
  const [one] = findPolicyNumbers('依据甘财科[2022]78号');
  expect(one?.cure).toEqual({ from: 5, to: 11, text: '〔2022〕' });
  expect(one?.year).toEqual({ digits: '2022', from: 6, to: 10 });
});
