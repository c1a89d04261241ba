import { describe, expect, it } from 'vitest';
import { textWidth } from '../../src/base/text-width.js';

describe('columns of a text on a terminal', () => {
  it.each([
    ['', 0],
    ['shenbao', 7],
    ['申报表', 6],
    ['（5.6万）', 9],
    ['，。：；', 8],
    ['𠮷𬱖龘', 6],
    ['≥90%', 4],
    ['“三大节”', 8],
    ['e\u0301', 1],
    ['职\u200b工', 4],
  ])('%j takes %i', (text, width) => {
    expect(textWidth(text)).toBe(width);
  });
});
