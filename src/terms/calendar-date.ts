// Reads a calendar date as people write it: 2023-01-01, 2023/1/1, 2023.1.1, 2023年1月1日, 20230101, 2023年1月, 2023-01.

export interface CalendarDate {
  readonly year: number;
  readonly month: number;
  /** Null where only the month is written. */
  readonly day: number | null;
}

const written = /^([0-9]{4})\s?[-/.年]\s?([0-9]{1,2})(?:\s?[-/.月]\s?([0-9]{1,2}))?\s?[日号月]?$/;
const compact = /^([0-9]{4})([0-9]{2})([0-9]{2})$/;

/** Null for what is no date, such as 30 February. */
export function readCalendarDate(text: string): CalendarDate | null {
  const plain = text.normalize('NFKC').trim().replace(compact, '$1-$2-$3');
  const [, year, month, day] = written.exec(plain) ?? [];
  if (year === undefined || month === undefined) return null;
  const date = { year: Number(year), month: Number(month), day: day === undefined ? null : Number(day) };
  return isReal(date) ? date : null;
}

function isReal({ year, month, day }: CalendarDate): boolean {
  if (month < 1 || month > 12) return false;
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  const days = month === 2 ? (leap ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31;
  return day === null || (day >= 1 && day <= days);
}

/** Whether `one` is before `other` for certain: where a day is missing, by months alone. */
export function isBefore(one: CalendarDate, other: CalendarDate): boolean {
  const months = (date: CalendarDate) => date.year * 12 + date.month;
  if (months(one) !== months(other)) return months(one) < months(other);
  return one.day !== null && other.day !== null && one.day < other.day;
}
