// Reads pages with Chromium: what a reader sees and copies (innerText), laid out at the width of a desk's screen.
// A page forbids scripts, so each is shown in a frame and looked at from outside.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { inFolder, runProgram } from '../support/programs.js';
import type { ReadForm } from './compare.js';

const look = `
const read = (page) => ({
  title: page.querySelector('h1').innerText,
  rows: [...page.querySelectorAll('tr')].map((row) => [...row.cells].map((cell) => ({
    text: cell.innerText,
    field: cell.dataset.field ?? null,
    ...(cell.querySelector('data') && { number: cell.querySelector('data').value }),
  }))),
});
const show = (html) => new Promise((resolve) => {
  const frame = document.createElement('iframe');
  frame.style.width = '1280px';
  frame.onload = () => { resolve(read(frame.contentDocument)); frame.remove(); };
  frame.srcdoc = html;
  document.body.append(frame);
});
(async () => {
  const forms = [];
  for (const html of JSON.parse(document.querySelector('#pages').textContent)) forms.push(await show(html));
  document.body.dataset.forms = encodeURIComponent(JSON.stringify(forms));
})();
`;

export function readPages(pages: readonly Uint8Array[]): Promise<readonly ReadForm[]> {
  return inFolder((folder) => {
    const texts = pages.map((bytes) => new TextDecoder('utf-8', { fatal: true }).decode(bytes));
    const data = JSON.stringify(texts).replaceAll('<', '\\u003c');
    const path = join(folder, 'look.html');
    writeFileSync(
      path,
      `<!DOCTYPE html><meta charset="utf-8"><body><script type="application/json" id="pages">${data}</script><script>${look}</script>`,
    );
    const dom = runProgram('chromium', [
      '--headless',
      '--no-sandbox',
      '--disable-gpu',
      '--disable-dev-shm-usage',
      '--window-size=1400,900',
      '--virtual-time-budget=60000',
      `--user-data-dir=${join(folder, 'profile')}`,
      '--dump-dom',
      pathToFileURL(path).href,
    ]);
    const found = /<body data-forms="([^"]*)"/.exec(dom)?.[1];
    if (found === undefined) throw new Error('Chromium showed nothing');
    return JSON.parse(decodeURIComponent(found)) as readonly ReadForm[];
  });
}
