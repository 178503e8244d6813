import fc from 'fast-check';
import { expect, test } from 'vitest';

import {
  dayWords,
  firstWeekday,
  namedDays,
  typedDay,
  weekdayNames,
} from '../src/dates/date-words.ts';
import { addDays, addMonths, dayOf, daysBetween, isDay, weeksOfMonth } from '../src/dates/day.ts';

/** A Saturday. */
const today = '2026-11-21';

test.each([
  ['en', ['Today', 'Tomorrow', 'Yesterday']],
  ['de', ['Heute', 'Morgen', 'Gestern']],
  ['es', ['Hoy', 'Mañana', 'Ayer']],
  ['zh', ['今天', '明天', '昨天']],
])('near days have their names in %s', (language, names) => {
  expect([0, 1, -1].map((days) => dayWords(addDays(today, days), today, language))).toEqual(names);
});

test('days of the coming week are weekdays, others have a month, and of another year a year', () => {
  expect(dayWords('2026-11-27', today, 'en')).toBe('Friday');
  expect(dayWords('2026-11-28', today, 'en-GB')).toBe('28 November');
  expect(dayWords('2026-11-16', today, 'de')).toBe('16. November');
  expect(dayWords('2027-01-03', today, 'de')).toBe('3. Januar 2027');
});

test('days are asked for by the names of the own language and by English ones', () => {
  const asked = (name: string, language: string) =>
    namedDays(today, language).find(({ names }) =>
      names.some((one) => one.toLowerCase() === name.toLowerCase()),
    )?.day;
  expect(asked('heute', 'de')).toBe(today);
  expect(asked('tomorrow', 'de')).toBe('2026-11-22');
  expect(asked('Freitag', 'de')).toBe('2026-11-27');
  expect(asked('next week', 'en')).toBe('2026-11-28');
});

test('a typed date is the next such day; how it is written depends on the language', () => {
  expect(typedDay('24.12.', today, 'de')).toBe('2026-12-24');
  expect(typedDay('3.2.', today, 'de')).toBe('2027-02-03');
  expect(typedDay('24.12.2020', today, 'de')).toBe('2020-12-24');
  expect(typedDay('12/24', today, 'en-US')).toBe('2026-12-24');
  expect(typedDay('24/12', today, 'en-GB')).toBe('2026-12-24');
  expect(typedDay('2030-02-28', today, 'en')).toBe('2030-02-28');
  for (const none of ['30.2.', '', '12', 'today', '2030-02-30']) {
    expect(typedDay(none, today, 'de')).toBeNull();
  }
});

test('a month is whole weeks that begin where they do for the reader', () => {
  const weeks = weeksOfMonth('2026-11-21', firstWeekday('de-DE'));
  expect(weeks[0]?.[0]).toBe('2026-10-26');
  expect(weeks.at(-1)?.[6]).toBe('2026-12-06');
  expect(weeksOfMonth('2026-11-21', firstWeekday('en-US'))[0]?.[0]).toBe('2026-11-01');
  expect(weekdayNames(1, 'en')).toEqual(['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun']);
});

test('days are days whatever the device’s clock does to its hours', () => {
  expect(dayOf(new Date(2026, 2, 29, 23, 30))).toBe('2026-03-29');
  expect(addMonths('2026-01-31', 1)).toBe('2026-02-28');
  expect(addMonths('2024-03-31', -1)).toBe('2024-02-29');
  for (const none of ['2026-13-01', '2026-02-29', '26-01-01', '0026-01-01', 5, null]) {
    expect(isDay(none)).toBe(false);
  }
  const days = fc.integer({ min: -30_000, max: 30_000 });
  fc.assert(
    fc.property(days, days, (from, count) => {
      const day = addDays(today, from);
      expect(isDay(day)).toBe(true);
      expect(daysBetween(day, addDays(day, count))).toBe(count);
    }),
  );
});
