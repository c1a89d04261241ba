// Picks the rows that state an indicator, for the rules that look at what indicators say.
import type { Row, Subject } from './subject.js';

/** All but those that are blank, and those that say one word such as 不适用 in every cell: no indicator is its own value. */
export function realRows({ rows }: Subject): readonly Row[] {
  return rows.filter(({ name, value }) => {
    const [named, valued] = [name?.text.trim() ?? '', value?.text.trim() ?? ''];
    return named !== valued;
  });
}
