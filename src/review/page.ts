// Turns a review into one self-contained page: what changed in words, then the forms side by side, at the end the lines to sign on.
// All words come from the caller, who has both languages.
import type { Run } from '../compose/grid.js';
import { escaped, toPassages } from '../render/html/markup.js';
import { formStyles } from './form-styles.js';
import { pageCss } from './page-css.js';
import { type ClassOf, formsMarkup, type PageForms, type SideWords } from './page-forms.js';

export interface PageChange {
  /** 新增, 改动, 移动 … */
  readonly kind: string;
  readonly label: string;
  /** The text with its marks; long stretches that stayed are shortened already. */
  readonly runs: readonly Run[];
  readonly note: string;
  readonly tone: 'good' | 'bad' | 'plain';
}

/** One declaration. */
export interface PageSection {
  readonly heading: string;
  readonly notes: readonly string[];
  readonly changes: readonly PageChange[];
  /** Null where none can be printed: the notes say why. */
  readonly forms: PageForms | null;
}

export interface PageWords extends SideWords {
  readonly contents: string;
  /** Heads of the columns of a list of changes. */
  readonly columns: { readonly kind: string; readonly label: string; readonly change: string; readonly note: string };
  /** Beside the box that hides rows in which nothing changed. */
  readonly onlyChanges: string;
  /** Over a form of which all is gone, or new. */
  readonly onlyBefore: string;
  readonly onlyAfter: string;
  /** `第 {page} 页 共 {pages} 页`. */
  readonly footer: string;
  /** What is to be written on each line at the end: 经办人, 审核人, 负责人, 日期. */
  readonly signatures: readonly string[];
}

export interface PageInput {
  readonly title: string;
  readonly summary: readonly string[];
  readonly sections: readonly PageSection[];
  readonly words: PageWords;
  readonly date: Date | null;
  readonly language: 'zh' | 'en';
}

export function reviewPage({ title, summary, sections, words, date, language }: PageInput): string {
  const forms = sections.flatMap((section) => section.forms ?? []);
  const styles = formStyles(forms);
  return `<!DOCTYPE html>
<html lang="${language === 'zh' ? 'zh-CN' : 'en'}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${escaped(title)}</title>
<style>
${pageCss(styles, words.footer)}
</style>
</head>
<body>
<main>
<header>
<h1>${escaped(title)}</h1>
${date === null ? '' : dateMarkup(date, language)}${listMarkup('summary', summary)}</header>
${contentsMarkup(sections, words)}${forms.length === 0 ? '' : switchMarkup(words)}${sections
  .map((section, index) => sectionMarkup(section, index, words, styles.classOf))
  .join('')}${signaturesMarkup(words)}</main>
</body>
</html>
`;
}

function dateMarkup(date: Date, language: 'zh' | 'en'): string {
  const [iso = ''] = date.toISOString().split('T');
  const [year, month, day] = iso.split('-').map(Number);
  const shown = language === 'zh' ? `${year}年${month}月${day}日` : iso;
  return `<p class="date"><time datetime="${iso}">${shown}</time></p>\n`;
}

function listMarkup(name: string, lines: readonly string[]): string {
  const items = lines.map((line) => `<li>${escaped(line)}</li>`);
  return items.length === 0 ? '' : `<ul class="${name}">${items.join('')}</ul>\n`;
}

function contentsMarkup(sections: readonly PageSection[], { contents }: PageWords): string {
  if (sections.length < 2) return '';
  const items = sections.map(({ heading }, index) => `<li><a href="#${anchor(index)}">${escaped(heading)}</a></li>`);
  return `<nav><h2>${escaped(contents)}</h2><ol>${items.join('')}</ol></nav>\n`;
}

function switchMarkup({ onlyChanges }: PageWords): string {
  return `<label class="only"><input type="checkbox"> ${escaped(onlyChanges)}</label>\n`;
}

function sectionMarkup(
  { heading, notes, changes, forms }: PageSection,
  index: number,
  words: PageWords,
  classOf: ClassOf,
): string {
  const sides = forms?.before && forms.after ? words : { before: words.onlyBefore, after: words.onlyAfter };
  return `<section id="${anchor(index)}">
<h2>${escaped(heading)}</h2>
${listMarkup('notes', notes)}${changesMarkup(changes, words)}${forms ? formsMarkup(forms, sides, classOf) : ''}
</section>
`;
}

function changesMarkup(changes: readonly PageChange[], { columns }: PageWords): string {
  if (changes.length === 0) return '';
  const heads = [columns.kind, columns.label, columns.change, columns.note];
  const rows = changes.map(
    ({ kind, label, runs, note, tone }) =>
      `<tr class="${tone}"><td>${escaped(kind)}</td><th scope="row">${escaped(label)}</th><td>${toPassages(runs)}</td><td>${escaped(note)}</td></tr>`,
  );
  return `<table class="changes">
<thead><tr>${heads.map((head) => `<th scope="col">${escaped(head)}</th>`).join('')}</tr></thead>
<tbody>
${rows.join('\n')}
</tbody>
</table>
`;
}

function signaturesMarkup({ signatures }: PageWords): string {
  const lines = signatures.map((name) => `<div><span>${escaped(name)}</span><i></i></div>`);
  return lines.length === 0 ? '' : `<footer class="signatures">${lines.join('')}</footer>\n`;
}

function anchor(index: number): string {
  return `d${index + 1}`;
}
