import type { Editor } from '@tiptap/core';
import { CalendarDays, FileText, UserRound } from 'lucide-react';

import { dayWords, namedDays, shortDate, typedDay } from '../dates/date-words.ts';
import { type Day, dayOf } from '../dates/day.ts';
import type { Choice } from '../menus/choice.ts';
import { rank } from '../menus/fuzzy.ts';
import { localeInUse } from '../words/dictionary.ts';
import { words } from '../words/words.ts';
import type { NamedDocument } from './library.ts';
import type { NamedPerson } from './seen-people.ts';

/** How many of a kind are offered. */
const OFFERED = 5;

/** What can be named in the text: people, documents and days that fit what was typed. */
export function mentionChoices(
  typed: string,
  people: readonly NamedPerson[],
  documents: readonly NamedDocument[],
): Choice[] {
  return [
    ...rank(people, typed, ({ name }) => [name])
      .slice(0, OFFERED)
      .map(toPerson),
    ...rank(documents, typed, ({ title }) => [title || words().mentions.untitled])
      .slice(0, OFFERED)
      .map(toDocument),
    ...daysFor(typed, dayOf(new Date())).slice(0, OFFERED).map(toDate),
  ];
}

function daysFor(typed: string, today: Day): Day[] {
  const exact = typedDay(typed, today, localeInUse());
  if (exact !== null) return [exact];
  const days = namedDays(today, localeInUse());
  if (typed.trim() === '') return days.slice(0, 2).map(({ day }) => day);
  return rank(days, typed, ({ names }) => names).map(({ day }) => day);
}

const toPerson = ({ id, name }: NamedPerson): Choice => ({
  name: `person ${id}`,
  label: name,
  sign: UserRound,
  group: words().mentions.people,
  choose: (editor) => insert(editor, 'mention', { kind: 'person', id, label: name }),
});

const toDocument = ({ id, title }: NamedDocument): Choice => ({
  name: `document ${id}`,
  label: title || words().mentions.untitled,
  sign: FileText,
  group: words().mentions.documents,
  choose: (editor) => insert(editor, 'mention', { kind: 'document', id, label: title }),
});

const toDate = (day: Day): Choice => ({
  name: `day ${day}`,
  label: dayWords(day, dayOf(new Date()), localeInUse()),
  detail: shortDate(day, localeInUse()),
  sign: CalendarDays,
  group: words().mentions.dates,
  choose: (editor) => insert(editor, 'date', { value: day }),
});

/** With a space behind it, so that one can go on writing. */
function insert(editor: Editor, type: string, attrs: Record<string, string>): void {
  editor
    .chain()
    .insertContent([
      { type, attrs },
      { type: 'text', text: ' ' },
    ])
    .run();
}
