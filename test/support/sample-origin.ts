// What the documents of the renderers' tests say they were made from: any file will do.
import { createHash } from 'node:crypto';
import type { Origin } from '../../src/render/renderer.js';

const source = Buffer.from('\ufeff# 一行注释\r\n项目编码: "440313230031500605004"\n');

export const sampleOrigin: Origin = {
  source,
  digest: createHash('sha256').update(source).digest('hex'),
  template: '7e'.repeat(32),
  tool: '0.1.0',
};
