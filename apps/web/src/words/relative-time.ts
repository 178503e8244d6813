const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const WEEK = 7 * DAY;

const dayAndMonth = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long' });
const wholeDate = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'long',
  year: 'numeric',
});
const wholeTime = new Intl.DateTimeFormat('en-GB', { dateStyle: 'full', timeStyle: 'short' });
const clockTime = new Intl.DateTimeFormat('en-GB', { timeStyle: 'medium' });

/**
 * When something was last edited, for a list: relative up to a week, then a date. Times in
 * milliseconds since 1970; a clock that runs ahead of ours reads as "just now".
 */
export function editedWords(at: number, now: number): string {
  const passed = now - at;
  if (passed < 45 * SECOND) return 'just now';
  if (passed < HOUR) return ago(Math.max(1, Math.floor(passed / MINUTE)), 'minute');
  if (passed < DAY) return ago(Math.floor(passed / HOUR), 'hour');
  if (passed < WEEK) return ago(Math.floor(passed / DAY), 'day');
  return dateWords(at, now);
}

/** The short form that ticks beside a running status: "5 s ago", "3 min ago", "2 h ago", a date. */
export function shortAgo(at: number, now: number): string {
  const passed = now - at;
  if (passed < SECOND) return 'just now';
  if (passed < MINUTE) return `${Math.floor(passed / SECOND)} s ago`;
  if (passed < HOUR) return `${Math.floor(passed / MINUTE)} min ago`;
  if (passed < DAY) return `${Math.floor(passed / HOUR)} h ago`;
  return dateWords(at, now);
}

/** "14 November", with the year when it is not this one. */
export function dateWords(at: number, now: number): string {
  const sameYear = new Date(at).getFullYear() === new Date(now).getFullYear();
  return (sameYear ? dayAndMonth : wholeDate).format(at);
}

/** Everything about a moment, for those who ask: "Saturday 14 November 2026 at 09:30". */
export const fullTimeWords = (at: number): string => wholeTime.format(at);

/** The time of day, to the second. */
export const clockWords = (at: number): string => clockTime.format(at);

const ago = (count: number, unit: string): string =>
  `${count} ${unit}${count === 1 ? '' : 's'} ago`;
