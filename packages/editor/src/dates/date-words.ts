import { addDays, type Day, daysBetween, isDay, timeOf, weekdayOf } from './day.ts';

/** Days around today that are called by how near they are. */
const NEAR = 1;

/** Days ahead that are called by their weekday. */
const WEEK = 6;

const inUtc = { timeZone: 'UTC' } as const;

/** A day as it is read in a text: today, tomorrow, Friday, 3 March, 3 March 2031. */
export function dayWords(day: Day, today: Day, language: string): string {
  const distance = daysBetween(today, day);
  if (Math.abs(distance) <= NEAR) {
    const near = new Intl.RelativeTimeFormat(language, { numeric: 'auto' }).format(distance, 'day');
    return capital(near, language);
  }
  if (distance > 0 && distance <= WEEK) return weekdayName(day, language);
  const hasYear = day.slice(0, 4) !== today.slice(0, 4);
  const year = hasYear ? ({ year: 'numeric' } as const) : {};
  return format(day, language, { day: 'numeric', month: 'long', ...year });
}

/** A day in full: Friday, 3 March 2031. */
export const fullDate = (day: Day, language: string): string =>
  format(day, language, { dateStyle: 'full' });

/** A month and its year. */
export const monthWords = (day: Day, language: string): string =>
  format(day, language, { month: 'long', year: 'numeric' });

/** The weekdays' short names, in the order of a week. @param firstWeekday 0 is Sunday. */
export const weekdayNames = (firstWeekday: number, language: string): string[] =>
  // The 4th of January 1970 was a Sunday.
  Array.from({ length: 7 }, (_, index) =>
    format(addDays('1970-01-04', firstWeekday + index), language, { weekday: 'short' }),
  );

/** The weekday with which a week begins for a language's readers; 0 is Sunday. */
export function firstWeekday(language: string): number {
  const locale = new Intl.Locale(language) as Intl.Locale & WeekInfo;
  const { firstDay } = locale.getWeekInfo?.() ?? locale.weekInfo ?? { firstDay: 1 };
  return firstDay % 7;
}

/** Not in TypeScript's own types; a method in newer browsers and a property in older ones. */
interface WeekInfo {
  readonly getWeekInfo?: () => { readonly firstDay: number };
  readonly weekInfo?: { readonly firstDay: number };
}

const format = (day: Day, language: string, options: Intl.DateTimeFormatOptions): string =>
  new Intl.DateTimeFormat(language, { ...options, ...inUtc }).format(timeOf(day));

const weekdayName = (day: Day, language: string): string =>
  capital(format(day, language, { weekday: 'long' }), language);

const capital = (word: string, language: string): string =>
  word.charAt(0).toLocaleUpperCase(language) + word.slice(1);

/** A day and what it may be called when one asks for it. */
export interface NamedDay {
  readonly day: Day;
  readonly names: readonly string[];
}

/** Yesterday to a week from today, by the names of the reader's language and the English ones. */
export function namedDays(today: Day, language: string): NamedDay[] {
  const distances = [0, 1, -1, 2, 3, 4, 5, 6, 7];
  return distances.map((distance) => {
    const day = addDays(today, distance);
    return {
      day,
      names: [...new Set([language, 'en'].flatMap((one) => namesOf(day, today, one)))],
    };
  });
}

function namesOf(day: Day, today: Day, language: string): string[] {
  const distance = daysBetween(today, day);
  const relative = new Intl.RelativeTimeFormat(language, { numeric: 'auto' });
  const near = relative.format(distance, 'day');
  // Who asks for a weekday means the next one.
  if (distance < 0) return [near];
  const names = [near, weekdayName(day, language)];
  if (distance <= NEAR) return names;
  return distance === 7 ? [relative.format(1, 'week'), ...names] : names.toReversed();
}

/** The day that was typed as a date: 2026-12-24, 24.12., 24.12.2026, 24/12; null if it is none. */
export function typedDay(typed: string, today: Day, language: string): Day | null {
  const text = typed.trim();
  if (isDay(text)) return text;
  const [, first, second, third] =
    /^(\d{1,2})[./-]\s?(\d{1,2})(?:[./-]\s?(\d{4})?)?$/.exec(text) ?? [];
  if (first === undefined || second === undefined) return null;
  const [month, day] =
    isMonthFirst(language) && text.includes('/') ? [first, second] : [second, first];
  const build = (year: string): Day => `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const year = Number(today.slice(0, 4));
  // Without a year the next such day is meant.
  const found = [third, String(year), String(year + 1)].find(
    (one) => one !== undefined && isDay(build(one)) && (one === third || build(one) >= today),
  );
  return found === undefined ? null : build(found);
}

function isMonthFirst(language: string): boolean {
  const parts = new Intl.DateTimeFormat(language, { ...inUtc, dateStyle: 'short' }).formatToParts(
    0,
  );
  const order = parts.map(({ type }) => type).filter((type) => type === 'day' || type === 'month');
  return order[0] === 'month';
}

/** The weekday of a day, as it stands beside it in a list. */
export const shortDate = (day: Day, language: string): string =>
  format(day, language, { weekday: 'short', day: 'numeric', month: 'short' });

/** The seven days of a week that begins on a weekday, for those who go from day to day with arrow keys. */
export const startOfWeek = (day: Day, first: number): Day =>
  addDays(day, -((weekdayOf(day) - first + 7) % 7));
