import { Check } from 'lucide-react';
import { Popover, RadioGroup } from 'radix-ui';
import { useState } from 'react';

import { Hint } from '../toolbar/hint.tsx';
import { avatarColors } from './avatar-colors.ts';
import { namedColors } from './person-colors.ts';
import { initials, MAX_NAME_LENGTH, type Person } from './person.ts';

interface SelfPopoverProps {
  readonly person: Person;
  readonly onChange: (person: Person) => void;
}

/** One's own avatar, which opens to change how the others see one. */
export function SelfPopover({ person, onChange }: SelfPopoverProps) {
  return (
    <Popover.Root>
      <Hint label={`${person.name} (you)`}>
        <Popover.Trigger
          className="ed-avatar"
          style={avatarColors(person.color)}
          aria-label={`${person.name} (you): change name and colour`}
          data-letters={initials(person.name)}
        />
      </Hint>
      <Popover.Portal>
        <Popover.Content
          className="ed-floating"
          align="end"
          sideOffset={8}
          collisionPadding={12}
          aria-label="You"
        >
          <div className="ed-form">
            <NameField person={person} onChange={onChange} />
            <ColorChoice person={person} onChange={onChange} />
          </div>
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  );
}

function NameField({ person, onChange }: SelfPopoverProps) {
  const [typed, setTyped] = useState(person.name);
  return (
    <label className="ed-field">
      Your name
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
  return (
    <div className="ed-field">
      <span id="ed-own-color">Your colour</span>
      <RadioGroup.Root
        className="ed-colors"
        aria-labelledby="ed-own-color"
        orientation="horizontal"
        value={person.color}
        onValueChange={(color) => onChange({ ...person, color })}
      >
        {namedColors.map(({ name, value }) => (
          <Hint key={value} label={name}>
            <RadioGroup.Item
              className="ed-color"
              value={value}
              aria-label={name}
              style={avatarColors(value)}
            >
              <RadioGroup.Indicator asChild>
                <Check size={16} strokeWidth={2.5} aria-hidden />
              </RadioGroup.Indicator>
            </RadioGroup.Item>
          </Hint>
        ))}
      </RadioGroup.Root>
    </div>
  );
}
