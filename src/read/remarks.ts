// Collects what reading has to say as findings, and check/ of comments, no more than a hundred of a kind: a file of millions of faults must end too.
import type { Edit, Finding, Level, Said } from '../base/finding.js';
import type { PlaceAt } from '../base/place.js';

const mostOfAKind = 100;
const mostExplained = 1000;

export interface Remark extends Said {
  readonly start: number;
  readonly end: number;
  readonly pointer?: string | undefined;
  readonly related?: readonly { readonly start: number; readonly end: number }[];
  readonly cure?: Edit | undefined;
}

export interface Remarks {
  /** `remark` is called only while there is room for one more of this rule. */
  add(rule: `yaml/${string}` | `ignore/${string}`, level: Level, remark: () => Remark): void;
  /** Offsets whose lines need no second explanation by the parser's own errors. */
  explain(start: number, end: number): void;
  explains(offset: number): boolean;
  hasErrors(): boolean;
  /** In the order of the text; where some were left out, one more of the same rule and level says how many. */
  findings(): readonly Finding[];
}

export function remarksOf(placeAt: PlaceAt): Remarks {
  const findings: Finding[] = [];
  const kinds = new Map<string, { level: Level; count: number }>();
  const explained: { line: number; endLine: number }[] = [];

  return {
    add(rule, level, remark) {
      const kind = kinds.get(rule) ?? { level, count: 0 };
      kinds.set(rule, kind);
      kind.count += 1;
      if (kind.count > mostOfAKind) return;
      const { message, advice, start, end, pointer, related, cure } = remark();
      findings.push({
        rule,
        level,
        message,
        advice,
        ...(pointer !== undefined && { pointer }),
        place: placeAt(start, end),
        ...(related && { related: related.map((range) => placeAt(range.start, range.end)) }),
        ...(cure && { cure }),
      });
    },
    explain(start, end) {
      if (explained.length >= mostExplained) return;
      const { line, endLine } = placeAt(start, end);
      explained.push({ line, endLine });
    },
    explains(offset) {
      if (explained.length === 0) return false;
      const { line } = placeAt(offset, offset);
      return explained.some((range) => range.line <= line && line <= range.endLine);
    },
    hasErrors: () => [...kinds.values()].some((kind) => kind.level === 'error'),
    findings() {
      const more = [...kinds].flatMap(([rule, { level, count }]): Finding[] => {
        if (count <= mostOfAKind) return [];
        const left = count - mostOfAKind;
        return [
          {
            rule,
            level,
            message: {
              zh: `还有 ${left} 处同样的问题，没有一一列出`,
              en: `${left} more of the same are not listed`,
            },
            advice: { zh: '先改好列出的，再检查一次。', en: 'Mend those listed, then check again.' },
            place: placeAt(0, 0),
          },
        ];
      });
      const inOrder = findings.toSorted((a, b) => (a.place?.start ?? 0) - (b.place?.start ?? 0));
      return [...inOrder, ...more];
    },
  };
}
