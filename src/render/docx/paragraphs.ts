// Turns lines of text into Word's paragraphs: runs, tracked changes where they are marked.

import { escapeXml } from '../../base/xml.js';
import type { Paragraph, Run } from '../../compose/grid.js';
import { type Changes, isWholly, marksXml } from './changes.js';
import { titleStyle } from './styles-part.js';

/** Of one paragraph, besides its style. */
interface ParagraphProperties {
  readonly keepNext?: boolean;
  /** What a review did to its end, as `marksXml` writes it. */
  readonly marks?: string;
}

export function paragraphXml(
  styleId: string,
  content: string,
  { keepNext = false, marks = '' }: ParagraphProperties = {},
): string {
  const properties = `<w:pStyle w:val="${styleId}"/>${keepNext ? '<w:keepNext/>' : ''}${marks && `<w:rPr>${marks}</w:rPr>`}`;
  return `<w:p><w:pPr>${properties}</w:pPr>${content}</w:p>`;
}

export function runsXml(paragraph: Paragraph, changes: Changes): string {
  return paragraph.map((run) => runXml(run, changes)).join('');
}

function runXml({ text, mark }: Run, changes: Changes): string {
  if (text === '') return '';
  if (mark === 'inserted') return `<w:ins ${changes()}>${textXml(text)}</w:ins>`;
  if (mark === 'deleted') return `<w:del ${changes()}>${textXml(text, 'delText')}</w:del>`;
  return textXml(text);
}

/** A title's lines stay one paragraph, so that the document has one heading. */
export function titleXml(title: Paragraph, changes: Changes): string {
  const marks = marksXml((mark) => isWholly(title, mark), changes);
  return paragraphXml(titleStyle, runsXml(title, changes), { marks });
}

export function textXml(text: string, element: 't' | 'delText' = 't'): string {
  const lines = text
    .split('\n')
    .map((line) => (line === '' ? '' : runOf(`<w:${element} xml:space="preserve">${escapeXml(line)}</w:${element}>`)));
  return lines.join('<w:r><w:br/></w:r>');
}

/** The hint makes Word take characters that are both, such as “ ” and …, for Chinese ones. */
export function runOf(content: string): string {
  return `<w:r><w:rPr><w:rFonts w:hint="eastAsia"/></w:rPr>${content}</w:r>`;
}
