// Has Chromium open a page: as it stands after loading, printed, or as a phone sees it. Nothing is fetched; the profile is thrown away.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { inFolder, runProgram } from '../../support/programs.js';

const quiet = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

async function open<T>(page: string, args: readonly string[], read: (folder: string, stdout: string) => T): Promise<T> {
  return inFolder((folder) => {
    const file = join(folder, 'page.html');
    writeFileSync(file, page);
    const own = args.map((arg) => arg.replace('FOLDER', folder));
    const profile = `--user-data-dir=${join(folder, 'profile')}`;
    const stdout = runProgram('chromium', [...quiet, profile, ...own, pathToFileURL(file).href]);
    return read(folder, stdout);
  });
}

/** The document's markup as the browser has it after loading. */
export function loadedDom(page: string): Promise<string> {
  return open(page, ['--dump-dom'], (_, stdout) => stdout);
}

export function printedPdf(page: string): Promise<Uint8Array> {
  return open(page, ['--no-pdf-header-footer', '--print-to-pdf=FOLDER/page.pdf'], (folder) =>
    readFileSync(join(folder, 'page.pdf')),
  );
}

/**
 * What a script that this test puts into the page finds out: `expression` is evaluated in a frame `width` CSS pixels wide. The page's
 * own policy forbids scripts, so the script runs in the page around the frame.
 */
export async function measured<T>(page: string, width: number, expression: string): Promise<T> {
  const frame = `<!DOCTYPE html><meta charset="utf-8"><body><iframe style="border:0;width:${width}px;height:800px"></iframe><script>
    const frame = document.querySelector('iframe');
    frame.onload = () => {
      const { contentWindow: window, contentDocument: document } = frame;
      self.document.body.textContent = 'ANSWER' + JSON.stringify(${expression}) + 'END';
    };
    frame.srcdoc = ${JSON.stringify(page).replaceAll('<', '\\u003c')};
  </script>`;
  const dom = await open(frame, ['--dump-dom', '--virtual-time-budget=5000'], (_, stdout) => stdout);
  const answer = /ANSWER(.*)END/su.exec(dom.replace(/<script>.*<\/script>/su, ''))?.[1];
  if (answer === undefined) throw new Error(`no answer in ${dom.slice(0, 500)}`);
  return JSON.parse(answer.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&')) as T;
}
