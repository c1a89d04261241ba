// Checks a template's markup against the closed vocabulary. Mustaches are placeholders here (see mask.ts), so that every
// fault has the template's own place.

import type { Said } from '../base/finding.js';
import { nearest } from '../base/nearest.js';
import type { Form } from '../check/form.js';
import { type Context, leadsOn } from './contexts.js';
import type { Fault } from './fault.js';
import { type Attribute, type Element, isText, type MarkupFault, readMarkup, type Text } from './markup.js';
import { type Masked, printed, silent } from './mask.js';
import { messages } from './messages.js';
import type { Theme } from './theme.js';
import { type attributes, elements } from './vocabulary.js';

/** `pointers`: what each `{{@pointer}}` points at, by its offset. */
export function checkMarkup(
  { markup, branchAt }: Masked,
  pointers: ReadonlyMap<number, Context>,
  form: Form,
  theme: Theme,
): readonly Fault[] {
  const { children, faults: malformed } = readMarkup(markup);
  const faults: Fault[] = [];
  const report = (kind: string, said: Said, { start, end }: { start: number; end: number }) => {
    faults.push({ kind, said, start, end });
  };

  const visit = (nodes: readonly (Element | Text)[], inside: string) => {
    for (const node of nodes) {
      if (isText(node)) checkText(node, inside);
      else checkElement(node, inside);
    }
  };

  const checkText = (node: Text, inside: string) => {
    const text = node.text.replaceAll(silent, ' ');
    if (['th', 'td', 'title'].includes(inside) || text.trim() === '') return;
    const start = node.start + text.length - text.trimStart().length;
    report('text', messages.loose(), { start, end: start + text.trim().length });
  };

  const checkElement = (element: Element, inside: string) => {
    const { name } = element;
    if ([name, ...element.attributes.map((one) => one.name)].some(hasMustache)) {
      return report('mustache', messages.mustache(), element);
    }
    const word = Object.hasOwn(elements, name) ? elements[name] : undefined;
    if (!word) return report('element', messages.element(name, Object.keys(elements)), element);
    if (!word.inside.includes(inside)) report('element', messages.misplaced(name, word.inside), element);
    else if (branchAt(element.start) !== branchAt(element.closed)) report('element', messages.crossing(name), element);
    for (const attribute of element.attributes) checkAttribute(element, attribute, word.attributes);
    if (word.attributes.includes('class') && !element.attributes.some((one) => one.name === 'class')) {
      report('class', messages.noStyle(name), element);
    }
    if (name === 'table') checkTable(element);
    visit(element.children, name);
  };

  const checkTable = (table: Element) => {
    const [first] = table.children.filter((child): child is Element => !isText(child));
    if (first?.name !== 'colgroup' || first.children.every(isText)) report('table', messages.noColumns(), table);
  };

  const checkAttribute = (element: Element, attribute: Attribute, allowed: readonly string[]) => {
    const name = attribute.name as keyof typeof attributes;
    const { value } = attribute;
    if (hasMustache(value) && name !== 'data-field') report('mustache', messages.mustache(), attribute);
    else if (!allowed.includes(name)) report('attribute', messages.attribute(element.name, name, allowed), attribute);
    else if (name === 'class') checkClass(value, element.name === 'col' ? 'columns' : 'styles', attribute);
    else if (name === 'data-field') checkPointer(attribute);
    else if (!/^([1-9][0-9]{0,2}|1000)$/.test(value)) report('attribute', messages.span(name, value), attribute);
  };

  const checkClass = (value: string, where: 'columns' | 'styles', attribute: Attribute) => {
    if (Object.hasOwn(theme[where], value)) return;
    report('class', messages.style(value, nearest(value, Object.keys(theme[where])), where), attribute);
  };

  /** A pointer from the top, or `{{@pointer}}` and a pointer from there. */
  const checkPointer = (attribute: Attribute) => {
    const source = markup.slice(attribute.start, attribute.end);
    const [, before = '', base = '', rest = ''] = /^([^=]*=\s*["'])(\uE000*)(.*?)["']$/su.exec(source) ?? [];
    const fields = base === '' ? [form.root] : pointers.get(attribute.start + before.length);
    const shaped = before !== '' && (rest.startsWith('/') || (rest === '' && base !== '')) && !hasMustache(rest);
    if (!shaped || fields === undefined) report('field', messages.pointer(), attribute);
    else if (fields && !leadsOn(fields, rest)) report('field', messages.noField(rest), attribute);
  };

  visit(children, 'top');
  const titles = children.filter((node): node is Element => !isText(node) && node.name === 'title');
  const [title, second] = titles;
  if (!title || second || branchAt(title.start) !== 0) {
    report('title', messages.oneTitle(titles.length), second ?? title ?? { start: 0, end: 0 });
  }
  const told = (fault: MarkupFault) =>
    faults.some(({ kind, start, end }) => kind === 'mustache' && start <= fault.start && fault.start <= end);
  return [...faults, ...malformed.filter((fault) => !told(fault)).map(toFault)];
}

function hasMustache(text: string): boolean {
  return text.includes(printed) || text.includes(silent);
}

function toFault({ kind, what, start, end }: MarkupFault): Fault {
  const said = {
    unclosed: () => messages.unclosed(what),
    unopened: () => messages.unopened(what),
    stray: () => messages.construct(what),
    malformed: () => messages.malformed(what),
  }[kind]();
  return { kind: 'markup', said, start, end };
}
