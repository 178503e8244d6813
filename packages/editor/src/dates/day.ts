/** A day of the calendar, wherever one is: `YYYY-MM-DD`. */
export type Day = string;

const MILLISECONDS = 86_400_000;

/** The day it is at a moment, where this device is. */
export const dayOf = (moment: Date): Day =>
  toDay(Date.UTC(moment.getFullYear(), moment.getMonth(), moment.getDate()));

const toDay = (time: number): Day => new Date(time).toISOString().slice(0, 10);

/** The moment at which a day begins in UTC, in which all reckoning is done: there every day is as long. */
export const timeOf = (day: Day): number => Date.parse(`${day}T00:00:00Z`);

/** Whether a value, from anywhere, is a day of the calendar between the years 1000 and 9999. */
export function isDay(value: unknown): boolean {
  if (typeof value !== 'string' || !/^[1-9]\d{3}-\d\d-\d\d$/.test(value)) return false;
  const time = timeOf(value);
  return !Number.isNaN(time) && toDay(time) === value;
}

/** The day that many days later. */
export const addDays = (day: Day, count: number): Day => toDay(timeOf(day) + count * MILLISECONDS);

/** The same day of another month, or its last one if it has fewer. */
export function addMonths(day: Day, count: number): Day {
  const at = new Date(timeOf(day));
  const [year, month] = [at.getUTCFullYear(), at.getUTCMonth() + count];
  const last = new Date(Date.UTC(year, month + 1, 0)).getUTCDate();
  return toDay(Date.UTC(year, month, Math.min(at.getUTCDate(), last)));
}

/** How many days later the other is. */
export const daysBetween = (from: Day, to: Day): number =>
  Math.round((timeOf(to) - timeOf(from)) / MILLISECONDS);

/** 0 is Sunday. */
export const weekdayOf = (day: Day): number => new Date(timeOf(day)).getUTCDay();

/** The weeks that a day's month touches, each of seven days. @param firstWeekday 0 is Sunday. */
export function weeksOfMonth(day: Day, firstWeekday: number): Day[][] {
  const first = `${day.slice(0, 8)}01`;
  const start = addDays(first, -((weekdayOf(first) - firstWeekday + 7) % 7));
  const weeks: Day[][] = [];
  for (let week = start; week < addMonths(first, 1); week = addDays(week, 7)) {
    weeks.push(Array.from({ length: 7 }, (_, index) => addDays(week, index)));
  }
  return weeks;
}
