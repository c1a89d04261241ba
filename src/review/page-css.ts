// The review's style sheet: both sides beside each other on a wide screen, one under the other on a phone, a sheet to sign in print.
// What changed is marked by lines as well as colours: it must be seen on paper without any.
import { footerBox } from '../render/html/css.js';
import type { FormStyles } from './form-styles.js';

/** `footer` stands at the foot of each sheet; `{page}` and `{pages}` are its numbers. */
export function pageCss({ screen, print, theme }: FormStyles, footer: string): string {
  const paper = theme?.paper.name ?? 'A4';
  return `
:root{color-scheme:light}
*{box-sizing:border-box}
html{background:#eceff1;-webkit-text-size-adjust:100%;text-size-adjust:100%}
body{margin:0;color:#1a1a1a;overflow-wrap:anywhere;font:15px/1.6 system-ui,"PingFang SC","Microsoft YaHei","Noto Sans CJK SC",sans-serif}
main{max-width:1680px;margin:16px auto;padding:24px 32px;background:#fff;box-shadow:0 1px 6px #0003}
h1{margin:0;font-size:24px}
h2{margin:0 0 8px;font-size:19px}
section{margin-top:32px;padding-top:20px;border-top:3px solid #37474f}
ul,ol{margin:8px 0;padding-left:1.5em}
.date{margin:4px 0;color:#555}
.summary li:first-child{font-weight:600}
nav{margin-top:20px}
a{color:#0b5cad}
.only{display:inline-block;margin-top:12px;cursor:pointer}
ins{color:#0a4a26;background:#d3efdc;text-decoration:underline;text-decoration-thickness:1px;text-underline-offset:2px}
del{color:#8f0000;background:#fbdad7;text-decoration:line-through;text-decoration-thickness:1px}
table{width:100%;border-collapse:collapse}
.changes{margin:12px 0 24px}
.changes th,.changes td{padding:4px 8px;border:1px solid #b0bec5;text-align:left;vertical-align:top;font-weight:normal}
.changes thead th{background:#eceff1;font-weight:600}
.changes td:first-child{width:5em}
.changes tbody th{width:26%}
.changes td:last-child{width:16em}
.changes td{white-space:pre-wrap}
.bad td:last-child{color:#8f0000;font-weight:600}
.good td:last-child{color:#0a4a26}
.heads{position:sticky;top:0;z-index:1;background:#fff}
.heads>div{display:grid;grid-template-columns:1fr 1fr}
.single .heads>div{grid-template-columns:1fr}
.heads div div{padding:6px 8px;border-bottom:3px solid #000;font-size:16px}
.heads b{margin-right:1em;padding:1px 8px;border:1px solid}
.heads .old{border-color:#8f0000}
.heads .old b{color:#8f0000}
.heads .new{border-color:#0a4a26}
.heads .new b{color:#0a4a26}
.sides{table-layout:fixed;color:#000;line-height:1.4}
.sides+.sides{margin-top:-1px}
:where(.sides th,.sides td){padding:3px 4px;border:1px solid #555;font-weight:normal;white-space:pre-wrap;line-break:strict}
.sides .first{border-left:3px solid #000}
.sides th,.sides td:not([data-field]){text-wrap-style:balance}
${screen}
.sides .gap{background:#f2f2f2}
.from-above>:not([rowspan]){border-top:0}
.to-below>:not([rowspan]){border-bottom:0}
.sides .old:has(del){background:#fff3f2}
.sides .new:has(ins){background:#f1faf4}
.signatures{display:flex;flex-wrap:wrap;gap:24px 40px;margin-top:48px}
.signatures div{display:flex;flex:1 1 200px;align-items:flex-end}
.signatures i{flex:1;height:36px;margin-left:8px;border-bottom:1px solid #000}
@media screen{
body:has(.only :checked) :is(tbody tr.same:not(.lead),.sides.same){display:none}
}
@media screen and (max-width:900px){
html{background:#fff}
main{margin:0;padding:12px;box-shadow:none}
.heads{position:static}
.heads>div{grid-template-columns:1fr}
.changes,.changes tbody,.changes tr,.changes th,.changes td,.sides,.sides tbody,.sides tr,.sides th,.sides td{display:block;width:auto}
.changes thead,.sides thead,.sides colgroup,.sides .gap:empty,tr.same>.old{display:none}
.changes tr{margin-bottom:8px;border:1px solid #b0bec5;border-radius:4px}
.changes tr>:is(th,td){width:auto;border:0;padding:2px 8px}
.changes td:first-child{float:right;color:#555}
.changes tr>:empty{display:none}
.changes tbody th{font-weight:600}
.single tr.changed>.old{display:block}
.sides tr{margin-top:4px;border:1px solid #b0bec5;border-radius:4px;overflow:hidden}
.sides tr.from-above{margin-top:0;border-top:0;border-top-left-radius:0;border-top-right-radius:0}
.sides tr.to-below{border-bottom:0;border-bottom-left-radius:0;border-bottom-right-radius:0}
.sides th[class],.sides td[class]{border:0;padding:3px 8px;font-size:15px;text-align:left}
.sides th[class]{background:#fff;color:#444;font-size:13px}
.sides tr.label>th{background:#eceff1;color:#000}
.list tr{display:flex;flex-wrap:wrap}
.list td[data-field]{flex:1 0 100%}
.list td:not([data-field]){flex:0 0 auto;max-width:100%}
.list td:has(+td[data-field]):not([data-field]){flex:1 0 auto}
.sides.list td[data-side]:not([data-field]){flex:1 0 100%}
[data-side]::before{content:attr(data-side);display:block;width:max-content;margin:4px 0;padding:0 6px;border:1px solid;font-size:12px}
.single [data-side]::before{display:none}
.new[data-side]{border-top:1px dashed #b0bec5}
.sides [data-label]::before{content:attr(data-label);display:block;color:#444;font-size:12px}
}
@media print{
@page{size:${paper} landscape;margin:15mm 12mm 14mm;${theme ? footerBox(theme, footer) : ''}}
html{background:none}
body{font-size:9.5pt;line-height:1.5}
main{max-width:none;margin:0;padding:0;box-shadow:none}
h1{font-size:16pt}
h2{font-size:12pt;break-after:avoid}
section{margin-top:14pt;padding-top:10pt;border-top-width:1.5pt}
.only{display:none}
*{print-color-adjust:exact;-webkit-print-color-adjust:exact}
thead{display:table-header-group}
.changes tr{break-inside:avoid}
section+section{margin:0;padding:0;border:0;break-before:page}
.forms{display:table;table-layout:fixed;width:100%}
.heads{display:table-header-group;position:static;break-inside:avoid}
.tables{display:table-row-group}
.heads div div{padding:0 2pt 3pt;font-size:10.5pt}
:where(.sides th,.sides td){padding:1.5pt 2.5pt;border-width:.5pt;orphans:2;widows:2}
${print}
.sides tr:has(>:nth-child(3)){break-inside:avoid}
.single .sides tr:has(>:nth-child(2)){break-inside:avoid}
.sides tr.label{break-inside:avoid;break-after:avoid}
.signatures{break-inside:avoid;margin-top:24pt}
}`.trim();
}
