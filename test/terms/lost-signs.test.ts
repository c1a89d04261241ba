import { expect, test } from 'vitest';
import { findLostSigns } from '../../src/terms/lost-signs.js';

const lost = (text: string) => findLostSigns(text).map(({ from, to }) => text.slice(from, to));

test.each([
  ['关于印发《“互联网 ”普惠服务工作方案》的通知', ['“互联网 ”']],
  ['关于印发《 工作方案》的通知', ['《 ']],
  ['关于印发《工作方案 》的通知', ['《工作方案 》']],
  ['开展“”活动和《 》', ['“”', '《 》']],
  // What is quoted begins too far away to be shown.
  [`《${'关于'.repeat(20)} 》`, [' 》']],
  ['关于印发《工作方案》 的通知', []],
  ['学习 “两新” “两重” 政策', []],
])('%s', (text, expected) => expect(lost(text)).toEqual(expected));
