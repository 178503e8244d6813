import clsx from 'clsx';
import { Fragment, useEffect, useRef } from 'react';

import type { Choice } from './choice.ts';

interface ListboxProps {
  readonly id: string;
  readonly label: string;
  readonly choices: readonly Choice[];
  readonly active: number;
  readonly onPoint: (index: number) => void;
  readonly onChoose: (choice: Choice) => void;
}

/** The name by which the text points to the choice that Enter takes. */
export const optionId = (id: string, index: number): string => `${id}-${index}`;

// The browser's own lists take the focus; to these the text only points.
const LIST = { role: 'listbox' } as const;
const option = (isActive: boolean) => ({ role: 'option', 'aria-selected': isActive }) as const;

/** Choices under their headings; the focus stays in the text. */
export function Listbox({ id, label, choices, active, onPoint, onChoose }: ListboxProps) {
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
  }, [active, choices]);
  return (
    <div ref={list} id={id} {...LIST} aria-label={label} tabIndex={-1} className="ed-choices">
      {choices.map((choice, index) => (
        <Fragment key={choice.name}>
          {choice.group !== choices[index - 1]?.group && (
            <div className="ed-choice-group" aria-hidden>
              {choice.group}
            </div>
          )}
          <Option
            id={optionId(id, index)}
            choice={choice}
            isActive={index === active}
            onPoint={() => onPoint(index)}
            onChoose={() => onChoose(choice)}
          />
        </Fragment>
      ))}
    </div>
  );
}

interface OptionProps {
  readonly id: string;
  readonly choice: Choice;
  readonly isActive: boolean;
  readonly onPoint: () => void;
  readonly onChoose: () => void;
}

function Option({ id, choice, isActive, onPoint, onChoose }: OptionProps) {
  const { sign: Sign, label, detail } = choice;
  return (
    <button
      type="button"
      id={id}
      {...option(isActive)}
      tabIndex={-1}
      className={clsx('ed-choice', isActive && 'is-active')}
      // Not when the list moves under a mouse that rests.
      onMouseMove={onPoint}
      onMouseDown={(event) => event.preventDefault()}
      onClick={onChoose}
    >
      <span className="ed-choice-sign" aria-hidden>
        {typeof Sign === 'string' ? Sign : <Sign size={17} strokeWidth={1.75} />}
      </span>
      <span className="ed-choice-label">{label}</span>
      {detail !== undefined && <span className="ed-choice-detail">{detail}</span>}
    </button>
  );
}
