import { localeInUse } from '@indelible/editor/words';

import { words } from './words.ts';

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const WEEK = 7 * DAY;

/** How times are written in one language. */
interface Formats {
  readonly locale: string;
  readonly ago: Intl.RelativeTimeFormat;
  readonly dayAndMonth: Intl.DateTimeFormat;
  readonly wholeDate: Intl.DateTimeFormat;
  readonly wholeTime: Intl.DateTimeFormat;
  readonly clockTime: Intl.DateTimeFormat;
}

/**
 * When something was last edited, for a list: relative up to a week, then a date. Times in
 * milliseconds since 1970; a clock that runs ahead of ours reads as "just now".
 */
export function editedWords(at: number, now: number): string {
  const passed = now - at;
  if (passed < 45 * SECOND) return words().times.justNow;
  if (passed < HOUR) return ago(Math.max(1, Math.floor(passed / MINUTE)), 'minute');
  if (passed < DAY) return ago(Math.floor(passed / HOUR), 'hour');
  if (passed < WEEK) return ago(Math.floor(passed / DAY), 'day');
  return dateWords(at, now);
}

/**
 * The short form that ticks beside a running status: "5 s ago", "3 min ago", "2 h ago"; null if it is
 * older than a day.
 */
export function shortAgo(at: number, now: number): string | null {
  const passed = now - at;
  const { justNow, secondsAgo, minutesAgo, hoursAgo } = words().times;
  if (passed < SECOND) return justNow;
  if (passed < MINUTE) return secondsAgo(Math.floor(passed / SECOND));
  if (passed < HOUR) return minutesAgo(Math.floor(passed / MINUTE));
  return passed < DAY ? hoursAgo(Math.floor(passed / HOUR)) : null;
}

/** "14 November", with the year when it is not this one. */
export function dateWords(at: number, now: number): string {
  const sameYear = new Date(at).getFullYear() === new Date(now).getFullYear();
  return (sameYear ? formats().dayAndMonth : formats().wholeDate).format(at);
}

/** Everything about a moment, for those who ask: "Saturday 14 November 2026 at 09:30". */
export const fullTimeWords = (at: number): string => formats().wholeTime.format(at);

/** The time of day, to the second. */
export const clockWords = (at: number): string => formats().clockTime.format(at);

const ago = (count: number, unit: Intl.RelativeTimeFormatUnit): string =>
  formats().ago.format(-count, unit);

let kept: Formats | null = null;

/** They are dear to make and asked for every second. */
function formats(): Formats {
  const locale = localeInUse();
  if (kept?.locale !== locale) {
    kept = {
      locale,
      ago: new Intl.RelativeTimeFormat(locale),
      dayAndMonth: new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'long' }),
      wholeDate: new Intl.DateTimeFormat(locale, { dateStyle: 'long' }),
      wholeTime: new Intl.DateTimeFormat(locale, { dateStyle: 'full', timeStyle: 'short' }),
      clockTime: new Intl.DateTimeFormat(locale, { timeStyle: 'medium' }),
    };
  }
  return kept;
}
