import type { Editor } from '@tiptap/core';
import { NodeSelection } from '@tiptap/pm/state';
import { ChevronLeft, ChevronRight } from 'lucide-react';
import { type ReactNode, useEffect, useRef, useState } from 'react';

import {
  firstWeekday,
  fullDate,
  monthWords,
  startOfWeek,
  weekdayNames,
} from '../dates/date-words.ts';
import { addDays, addMonths, type Day, dayOf, isDay, weeksOfMonth } from '../dates/day.ts';
import { localeInUse } from '../words/dictionary.ts';
import { useWords } from '../words/use-words.ts';
import { FloatingForm } from './floating-form.tsx';

interface DateFormProps {
  readonly editor: Editor;
  readonly onClose: () => void;
}

/** A month in which a day is chosen, for the selected date or a new one; arrow keys go from day to day. */
export function DateForm({ editor, onClose }: DateFormProps) {
  const [day, setDay] = useState(() => selectedDay(editor) ?? dayOf(new Date()));
  const { mentions } = useWords();
  const apply = (chosen: Day) => {
    setDate(editor, chosen);
    onClose();
  };
  return (
    <FloatingForm
      editor={editor}
      label={mentions.chooseDate}
      onSubmit={() => apply(day)}
      onClose={onClose}
    >
      <div className="ed-form-row ed-month">
        <MonthButton label={mentions.monthBefore} onPress={() => setDay(addMonths(day, -1))}>
          <ChevronLeft size={16} aria-hidden />
        </MonthButton>
        <output className="ed-month-name">{monthWords(day, localeInUse())}</output>
        <MonthButton label={mentions.monthAfter} onPress={() => setDay(addMonths(day, 1))}>
          <ChevronRight size={16} aria-hidden />
        </MonthButton>
      </div>
      <Days day={day} onMove={setDay} onChoose={apply} />
    </FloatingForm>
  );
}

interface MonthButtonProps {
  readonly label: string;
  readonly onPress: () => void;
  readonly children: ReactNode;
}

const MonthButton = ({ label, onPress, children }: MonthButtonProps) => (
  <button className="ed-button" type="button" aria-label={label} onClick={onPress}>
    {children}
  </button>
);

interface DaysProps {
  readonly day: Day;
  readonly onMove: (day: Day) => void;
  readonly onChoose: (day: Day) => void;
}

function Days({ day, onMove, onChoose }: DaysProps) {
  const language = localeInUse();
  const first = firstWeekday(language);
  const [today] = useState(() => dayOf(new Date()));
  const table = useRef<HTMLTableElement>(null);
  useEffect(() => {
    table.current?.querySelector<HTMLElement>('[tabindex="0"]')?.focus({ preventScroll: true });
  }, [day]);
  useEffect(() => {
    const move = (event: KeyboardEvent) => {
      const next = dayAfter(event, day, first);
      if (next === null) return;
      event.preventDefault();
      onMove(next);
    };
    const element = table.current;
    element?.addEventListener('keydown', move);
    return () => element?.removeEventListener('keydown', move);
  }, [day, first, onMove]);
  return (
    <table ref={table} className="ed-days">
      <thead>
        <tr>
          {weekdayNames(first, language).map((name) => (
            <th key={name} scope="col">
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeksOfMonth(day, first).map((week) => (
          <tr key={week[0]}>
            {week.map((one) => (
              <td key={one}>
                <button
                  type="button"
                  className="ed-day"
                  tabIndex={one === day ? 0 : -1}
                  aria-label={fullDate(one, language)}
                  aria-pressed={one === day}
                  aria-current={one === today ? 'date' : undefined}
                  data-other-month={one.slice(0, 7) !== day.slice(0, 7) || undefined}
                  onClick={() => onChoose(one)}
                >
                  {Number(one.slice(8))}
                </button>
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function dayAfter({ key }: KeyboardEvent, day: Day, first: number): Day | null {
  switch (key) {
    case 'ArrowLeft':
      return addDays(day, -1);
    case 'ArrowRight':
      return addDays(day, 1);
    case 'ArrowUp':
      return addDays(day, -7);
    case 'ArrowDown':
      return addDays(day, 7);
    case 'PageUp':
      return addMonths(day, -1);
    case 'PageDown':
      return addMonths(day, 1);
    case 'Home':
      return startOfWeek(day, first);
    case 'End':
      return addDays(startOfWeek(day, first), 6);
    default:
      return null;
  }
}

function selectedDay({ state }: Editor): Day | null {
  const { selection } = state;
  if (!(selection instanceof NodeSelection) || selection.node.type.name !== 'date') return null;
  const value: unknown = selection.node.attrs['value'];
  return typeof value === 'string' && isDay(value) ? value : null;
}

function setDate(editor: Editor, value: Day): void {
  if (editor.isActive('date')) {
    editor.chain().updateAttributes('date', { value }).run();
    return;
  }
  editor
    .chain()
    .insertContent([
      { type: 'date', attrs: { value } },
      { type: 'text', text: ' ' },
    ])
    .run();
}
