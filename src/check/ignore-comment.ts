// Reads what a comment `# shenbao-ignore 规则名 -- 理由` says. Several names stand between spaces or 、 or commas; the reason may
// stand behind a Chinese dash, which input methods make of two hyphens.
import type { IgnoreComment } from '../read/parsed.js';

export interface IgnoreRequest {
  readonly names: readonly { readonly name: string; readonly from: number; readonly to: number }[];
  /** Empty where none is given. */
  readonly reason: string;
}

const head = /^#+[ \t]*shenbao-ignore/;
const dash = /--|—|－－/;
/** There are not so many rules; what stands behind is left alone, and so are its findings. */
const mostNames = 100;

/** Offsets are those of the file, in UTF-16 units. */
export function readIgnore({ text, start }: IgnoreComment): IgnoreRequest {
  const begin = head.exec(text)?.[0].length ?? 0;
  const said = text.slice(begin);
  const end = said.search(dash);
  const names: IgnoreRequest['names'][number][] = [];
  for (const { 0: name, index } of (end < 0 ? said : said.slice(0, end)).matchAll(/[^\s、,，;；]+/g)) {
    if (names.length === mostNames) break;
    const from = start + begin + index;
    names.push({ name, from, to: from + name.length });
  }
  return {
    names,
    reason:
      end < 0
        ? ''
        : said
            .slice(end)
            .replace(/^[-—－\s]+/, '')
            .trimEnd(),
  };
}
