import type { Provider } from '@indelible/provider';

import { PersonMenu } from '../together/person-menu.tsx';
import { Hint, Hints } from '../toolbar/hint.tsx';
import { useWords } from '../words/use-words.ts';
import type { PersonHere } from './people.ts';
import type { Person } from './person.ts';
import { SelfPopover } from './self-popover.tsx';
import { usePeople } from './use-people.ts';

interface PeopleHereProps {
  readonly provider: Provider;
  readonly person: Person;
  /** Told a new name or colour of one's own; the app keeps it and passes it back as `person`. */
  readonly onChange: (person: Person) => void;
}

/** Others shown one by one; beyond that they are counted. */
const SHOWN = 4;

/** Who is here: oneself, who can be renamed, and the others; activating one of them goes to their caret. */
export function PeopleHere({ provider, person, onChange }: PeopleHereProps) {
  const { people } = useWords();
  const others = usePeople(provider.awareness).filter(({ id }) => id !== person.id);
  const shown = others.length > SHOWN ? others.slice(0, SHOWN - 1) : others;
  const rest = others.slice(shown.length);
  return (
    <Hints>
      <ul className="ed-people" aria-label={people.here}>
        <li>
          <SelfPopover person={person} onChange={onChange} />
        </li>
        {shown.map((other) => (
          <li key={other.id}>
            <PersonMenu provider={provider} person={other} />
          </li>
        ))}
        {rest.length > 0 && (
          <li>
            <Hint label={names(rest)}>
              <button
                className="ed-avatar ed-avatar-rest"
                type="button"
                aria-label={people.more(names(rest))}
                data-letters={`+${rest.length}`}
              />
            </Hint>
          </li>
        )}
      </ul>
    </Hints>
  );
}

function names(people: readonly PersonHere[]): string {
  return people.map(({ name }) => name).join(', ');
}
