// What a reckoning is made of, and how it prints: `事项（金额）：说明`.

/** A text, printed as it stands, or its parts as they were written; null where nothing was written. */
export type BasisItem = string | BasisItemParts;

export interface BasisItemParts {
  readonly subject: string | null;
  readonly amount: string | null;
  readonly unitPrice: string | null;
  readonly quantity: string | null;
  readonly details: readonly BasisItem[];
  readonly note: string | null;
}

/**
 * One item as one text. Behind the colon stand, joined by `；`, those of 单价×数量, 明细 and 说明 that are there; 明细 prints as its
 * items do, joined by `，`. With nothing to say there is no colon. Two items are equal when they print alike.
 */
export function printBasisItem(item: BasisItem): string {
  if (typeof item === 'string') return item;
  const product = [item.unitPrice, item.quantity].filter(isWritten).join('×');
  const details = item.details.map(printBasisItem).join('，');
  const said = [product, details, item.note].filter(isWritten).join('；');
  const head = `${item.subject ?? ''}${isWritten(item.amount) ? `（${item.amount}）` : ''}`;
  return said === '' ? head : `${head}：${said}`;
}

/** What the item is for: its subject, or what a text says before its first bracket or mark. */
export function subjectOf(item: BasisItem): string {
  if (typeof item !== 'string') return item.subject ?? '';
  return /^[^（(：:；;，。]{0,60}/.exec(item)?.[0] || item;
}

function isWritten(text: string | null): text is string {
  return text !== null && text !== '';
}
