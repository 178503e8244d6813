import { useId, useState } from 'react';

import { usePopup } from '../controls/use-popup.ts';
import { Hint } from '../toolbar/hint.tsx';
import { useWords } from '../words/use-words.ts';
import { avatarColors } from './avatar-colors.ts';
import { namedColors } from './person-colors.ts';
import { initials, MAX_NAME_LENGTH, type Person } from './person.ts';

const BELOW = { side: 'below', align: 'end', gap: 8 } as const;

interface SelfPopoverProps {
  readonly person: Person;
  readonly onChange: (person: Person) => void;
}

/** One's own avatar, which opens to change how the others see one. */
export function SelfPopover({ person, onChange }: SelfPopoverProps) {
  const { people } = useWords();
  const { open, trigger, popup } = usePopup({
    placing: BELOW,
    onOpened: (form) => form.querySelector('input')?.focus(),
  });
  return (
    <>
      <Hint label={people.self(person.name)}>
        <button
          type="button"
          {...trigger}
          aria-haspopup="dialog"
          className="ed-avatar"
          style={avatarColors(person.color)}
          aria-label={people.changeSelf(person.name)}
          data-letters={initials(person.name)}
        />
      </Hint>
      <dialog {...popup} aria-label={people.you} className="ed-floating">
        {open && (
          <div className="ed-form">
            <NameField person={person} onChange={onChange} />
            <ColorChoice person={person} onChange={onChange} />
          </div>
        )}
      </dialog>
    </>
  );
}

function NameField({ person, onChange }: SelfPopoverProps) {
  const [typed, setTyped] = useState(person.name);
  return (
    <label className="ed-field">
      {useWords().people.yourName}
      <input
        className="ed-input"
        type="text"
        autoComplete="name"
        maxLength={MAX_NAME_LENGTH}
        value={typed}
        onChange={(event) => {
          setTyped(event.target.value);
          const name = event.target.value.trim();
          // While the field is empty the others go on seeing the last name.
          if (name !== '') onChange({ ...person, name });
        }}
        onBlur={() => setTyped(person.name)}
      />
    </label>
  );
}

function ColorChoice({ person, onChange }: SelfPopoverProps) {
  const name = useId();
  const { people } = useWords();
  return (
    <div className="ed-field">
      <span id="ed-own-color">{people.yourColor}</span>
      <div className="ed-colors" role="radiogroup" aria-labelledby="ed-own-color">
        {namedColors.map((color) => (
          <Hint key={color.value} label={people.colors[color.name]}>
            <input
              type="radio"
              name={name}
              className="ed-color"
              value={color.value}
              checked={color.value === person.color}
              aria-label={people.colors[color.name]}
              style={avatarColors(color.value)}
              onChange={() => onChange({ ...person, color: color.value })}
            />
          </Hint>
        ))}
      </div>
    </div>
  );
}
