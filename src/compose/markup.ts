// Turns markup into a tree, strictly: what is not closed or not nested is a fault, never repaired in silence.
// A browser's parser would move a misplaced cell to where nobody looks for it, so only parse5's tokenizer is used.
import { type Token, Tokenizer } from 'parse5';

export interface Element {
  readonly name: string;
  readonly attributes: readonly Attribute[];
  readonly children: readonly (Element | Text)[];
  readonly start: number;
  /** End of the start tag. */
  readonly end: number;
  /** Where the end tag starts; `start` where there is none. */
  closed: number;
}

export interface Attribute {
  readonly name: string;
  readonly value: string;
  readonly start: number;
  readonly end: number;
}

export interface Text {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** `unclosed` and `unopened` are told with the element's name, `stray` with what stands there, `malformed` with HTML's name of the error. */
export interface MarkupFault {
  readonly kind: 'unclosed' | 'unopened' | 'stray' | 'malformed';
  readonly what: string;
  readonly start: number;
  readonly end: number;
}

export interface Markup {
  readonly children: readonly (Element | Text)[];
  readonly faults: readonly MarkupFault[];
}

/** Elements without an end tag. */
export const voids: ReadonlySet<string> = new Set(['col', 'br']);

interface Open extends Element {
  readonly children: (Element | Text)[];
}

export function isText<N extends object>(node: N): node is Extract<N, { readonly text: string }> {
  return 'text' in node;
}

export function readMarkup(html: string): Markup {
  const top: Open = { name: 'top', attributes: [], children: [], start: 0, end: 0, closed: 0 };
  const stack: Open[] = [top];
  const faults: MarkupFault[] = [];
  const current = () => stack[stack.length - 1] as Open;
  const stray = (token: Token.Token, what: string) => faults.push({ kind: 'stray', what, ...range(token) });
  const text = (token: Token.CharacterToken) => {
    current().children.push({ text: token.chars, ...range(token) });
  };

  const tokenizer = new Tokenizer(
    { sourceCodeLocationInfo: true },
    {
      onStartTag(token) {
        const at = range(token);
        const attributes = attributesOf(token);
        const element: Open = { name: token.tagName, attributes, children: [], ...at, closed: at.start };
        current().children.push(element);
        if (!voids.has(token.tagName) && !token.selfClosing) stack.push(element);
      },
      onEndTag(token) {
        const depth = stack.findLastIndex((open) => open.name === token.tagName);
        if (depth <= 0) {
          faults.push({ kind: 'unopened', what: token.tagName, ...range(token) });
          return;
        }
        const [closed, ...inside] = stack.splice(depth) as [Open, ...Open[]];
        closed.closed = range(token).start;
        for (const open of inside) faults.push(unclosed(open));
      },
      onEof() {
        for (const open of stack.splice(1)) faults.push(unclosed(open));
      },
      onCharacter: text,
      onWhitespaceCharacter: text,
      onNullCharacter: text,
      onComment: (token) => stray(token, '<!-- -->'),
      onDoctype: (token) => stray(token, '<!DOCTYPE>'),
      onParseError: ({ code, startOffset, endOffset }) =>
        faults.push({ kind: 'malformed', what: code, start: startOffset, end: Math.max(endOffset, startOffset + 1) }),
    },
  );
  tokenizer.write(html, true);
  return { children: top.children, faults };
}

function unclosed(element: Element): MarkupFault {
  return { kind: 'unclosed', what: element.name, start: element.start, end: element.end };
}

function attributesOf(token: Token.TagToken): readonly Attribute[] {
  const places = (token.location as Token.LocationWithAttributes | null)?.attrs;
  return token.attrs.map(({ name, value }) => ({
    name,
    value,
    start: places?.[name]?.startOffset ?? 0,
    end: places?.[name]?.endOffset ?? 0,
  }));
}

function range(token: Token.Token): { start: number; end: number } {
  return { start: token.location?.startOffset ?? 0, end: token.location?.endOffset ?? 0 };
}
