// What a template printed is read the short way where it is plain, and that finds what parse5 finds.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isText, readMarkup } from '../../src/compose/markup.js';
import { type Printed, readPrinted } from '../../src/compose/printed.js';

/** Nodes as they count: texts side by side are one, of an attribute given twice the first is it. */
function counted(nodes: readonly Printed[]): readonly unknown[] {
  const shown: unknown[] = [];
  for (const node of nodes) {
    const before = shown.at(-1);
    if (!isText(node)) {
      const attributes = Object.fromEntries(node.attributes.map(({ name, value }) => [name, value]).toReversed());
      shown.push({ name: node.name, attributes, children: counted(node.children) });
    } else if (typeof before === 'string') shown[shown.length - 1] = before + node.text;
    else shown.push(node.text);
  }
  return shown;
}

const find = (html: string) => counted(readPrinted(html));

describe('printed markup', () => {
  it('is elements, attributes and texts', () => {
    expect(find('<tr data-line="3"><th class="head">项目：</th><td>1&lt;2<br>“三”</td></tr>')).toEqual([
      {
        name: 'tr',
        attributes: { 'data-line': '3' },
        children: [
          { name: 'th', attributes: { class: 'head' }, children: ['项目：'] },
          { name: 'td', attributes: {}, children: ['1<2', { name: 'br', attributes: {}, children: [] }, '“三”'] },
        ],
      },
    ]);
  });

  it.each([
    ['every escape of Handlebars', '<td>&amp;&lt;&gt;&quot;&#x27;&#x60;&#x3D;&amp;lt;</td>'],
    ['another escape', '<td>a&nbsp;b&copy;&#33;</td>'],
    ['an escape in an attribute', '<td data-field="/a&#x27;b">x</td>'],
    ['an attribute that looks like one', '<td class=\'a\' data-field="b="><br></td>'],
    ['an attribute without quotes, or without a value', '<td class=text hidden>x</td>'],
    ['capitals', '<TD Class="Text">x</TD>'],
    ['spaces within a tag', '<td  class="text" >x</td >'],
    ['line breaks', '<td\nclass="text">a\r\nb\rc</td>'],
    ['a tag closed at once', '<col class="full"/><td/>x'],
    ['a comment', '<td><!-- <b> -->x</td>'],
    ['what is not closed', '<table><tr><td>x</tr></table>'],
    ['what was not opened', 'x</td></table>'],
    ['a sign < alone', '<td>1 < 2 <3 & 4 &</td>'],
    ['a character of two units and half of one', '<td>𠮷\ud842</td>'],
    ['a NUL', '<td>a\0b</td>'],
  ])('%s', (_, html) => {
    expect(find(html)).toEqual(counted(readMarkup(html).children));
  });

  it('is the same as parse5 finds, whatever it is', () => {
    const unit = fc.constantFrom(
      ...['<td>', '<td class="a">', '</td>', '<tr data-line="1" class="b">', '</tr>', '<br>', '<title>', '</title>'],
      ...['<data value="1.00">', '</data>', '<col class="c">', '甲', ' ', '\n', '\r', '\0', '<', '>', '"', "'", '='],
      ...['&', '&amp;', '&#x3D;', '&nbsp;', '/', 'class=', '<TD>', '<td class="a" class="b">', '<script>', '<!-- -->'],
    );
    fc.assert(
      fc.property(fc.string({ unit, maxLength: 20 }), (html) => {
        expect(find(html)).toEqual(counted(readMarkup(html).children));
      }),
      { numRuns: 3000 },
    );
  });
});
