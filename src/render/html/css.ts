// Turns the theme into the page's style sheet: a sheet of paper on a wide screen, cards on a phone, the form in print.
import type { Style, Theme } from '../../compose/theme.js';

/** `classes` names the class of each of the theme's styles that the grid uses. */
export function toCss(theme: Theme, classes: ReadonlyMap<string, string>): string {
  const { paper, margin, padding, border } = theme;
  const edges = [margin.top, margin.right, margin.bottom, margin.left].map(points).join(' ');
  const frame = `${points(border.width)} solid ${border.colour}`;
  const own = [...classes].map(([style, name]) => ({ style: theme.styles[style] as Style, name }));
  return `
:root{color-scheme:light}
*{box-sizing:border-box}
html{background:#eceff1;-webkit-text-size-adjust:100%;text-size-adjust:100%}
body{margin:0;color:#000;line-height:${theme.lineHeight}}
main{width:${points(paper.width)};max-width:100%;margin:12pt auto;padding:${edges};background:#fff;box-shadow:0 1pt 6pt #0003}
h1{margin:0 0 8pt;font-weight:normal}
table{width:100%;border-collapse:collapse;table-layout:fixed}
table+table{margin-top:calc(-1*max(1px,${points(border.width)}))}
th,td{padding:${points(padding.y)} ${points(padding.x)};border:${frame};font-weight:normal;overflow-wrap:anywhere;white-space:pre-wrap;line-break:strict}
${own.map(({ style, name }) => styleRule(theme, style, `.${name}`)).join('\n')}
@media screen and (max-width:600pt){
html{background:#fff}
main{margin:0;padding:12pt;box-shadow:none}
h1{font-size:15pt}
table,tbody,tr,th,td{display:block;width:auto}
colgroup,thead{display:none}
table+table{margin-top:12pt}
table:not(.plain,.list),.list tr{border:1px solid #999;border-radius:4pt;overflow:hidden}
th[class],td[class]{border:0;padding:4pt 8pt;font-size:12pt;text-align:left}
table.plain td[class]{padding:0;font-size:10.5pt}
th[class]{padding-bottom:2pt;background:#fff;color:#444;font-size:10.5pt}
th[class]:only-child{padding-bottom:4pt;background:#eceff1}
td:empty::after{content:"\\a0"}
.list tr+tr{margin-top:8pt}
.list tr{display:flex;flex-wrap:wrap}
.list td[data-field]{flex:1 0 100%}
.list td:not([data-field]){flex:0 0 auto;max-width:100%;padding-right:0}
.list td:not([data-field])+td:not([data-field]){padding-left:0}
.list td:not([data-field])+td:not([data-field])::before{content:" › "}
.list td:has(+td[data-field]):not([data-field]){flex:1 0 auto}
.list td[data-label]::before{content:attr(data-label);display:block;color:#444;font-size:9pt}
}
@media print{
@page{size:${paper.name} ${paper.landscape ? 'landscape' : 'portrait'};margin:${edges};${footerBox(theme)}}
html{background:none}
main{width:auto;margin:0;padding:0 1px;box-shadow:none}
thead{display:table-header-group}
th,td{print-color-adjust:exact;-webkit-print-color-adjust:exact;orphans:2;widows:2}
tr:has(>:nth-child(2)){break-inside:avoid}
tr:has(>th:only-child){break-inside:avoid;break-after:avoid}
}`.trim();
}

/** How a cell of a style looks: its type, its place in the cell, its fill. */
export function styleRule(theme: Theme, style: Style, selector: string): string {
  const rules = [
    ...fontRules(theme, style),
    `text-align:${style.align}`,
    `vertical-align:${style.valign}`,
    ...(style.fill === null ? [] : [`background:${style.fill}`]),
    ...(style.border ? [] : ['border:0']),
  ];
  return `${selector}{${rules.join(';')}}`;
}

function fontRules(theme: Theme, style: Style): readonly string[] {
  const family = theme.fonts[style.font]?.css ?? 'serif';
  return [`font-family:${family}`, `font-size:${points(style.size)}`, `color:${style.colour}`];
}

/** The page's foot: `第 {page} 页` as a margin box with CSS counters. */
export function footerBox(theme: Theme, text: string = theme.footer.text): string {
  const style = theme.styles[theme.footer.style] as Style;
  const content = text
    .split(/(\{pages?\})/)
    .filter((part) => part !== '')
    .map((part) => (part === '{page}' ? 'counter(page)' : part === '{pages}' ? 'counter(pages)' : cssString(part)));
  return `@bottom-${style.align}{content:${content.join(' ')};${fontRules(theme, style).join(';')}}`;
}

/** Every character that could end the string or the style element is written as a CSS escape. */
function cssString(text: string): string {
  return `"${text.replace(/[^\p{L}\p{N} ]/gu, (character) => `\\${(character.codePointAt(0) ?? 0).toString(16)} `)}"`;
}

export function points(length: number): string {
  return `${Number(length.toFixed(2))}pt`;
}
