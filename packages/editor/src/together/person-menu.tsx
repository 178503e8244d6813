import type { Provider } from '@indelible/provider';

import { focusFirstItem, MenuItem, MenuSurface } from '../controls/menu.tsx';
import { usePopup } from '../controls/use-popup.ts';
import { deskOf } from '../desk/desk.ts';
import { useDesk } from '../desk/use-desk.ts';
import { avatarColors } from '../people/avatar-colors.ts';
import type { PersonHere } from '../people/people.ts';
import { initials } from '../people/person.ts';
import { Hint } from '../toolbar/hint.tsx';
import { useWords } from '../words/use-words.ts';
import { goToCaret } from './go-to-caret.ts';

interface PersonMenuProps {
  readonly provider: Provider;
  readonly person: PersonHere;
}

/** Somebody's avatar, and what can be done about them: go to where they write, or go along with what they see. */
export function PersonMenu({ provider, person }: PersonMenuProps) {
  const { together: said, people } = useWords();
  const { name, isGuest } = person;
  const fullName = isGuest ? people.guestNamed(name) : name;
  const desk = deskOf(provider);
  const isFollowed = useDesk(desk, 'following') === person.id;
  const popup = usePopup({ onOpened: focusFirstItem });
  return (
    <>
      <Hint label={fullName}>
        <button
          type="button"
          {...popup.trigger}
          aria-haspopup="menu"
          className="ed-avatar"
          style={avatarColors(person.color)}
          aria-label={name}
          data-letters={initials(name)}
        />
      </Hint>
      <MenuSurface popup={popup} label={fullName} className="ed-menu ed-person-menu">
        {/* The menu's name says it. */}
        <p className="ed-person-name" aria-hidden>
          <bdi>{name}</bdi>
          {isGuest && <span className="ed-badge">{people.guest}</span>}
        </p>
        <MenuItem className="ed-menu-item" onSelect={() => goToCaret(person.id)}>
          {said.goTo}
        </MenuItem>
        <MenuItem
          className="ed-menu-item"
          onSelect={() => desk.put({ following: isFollowed ? null : person.id })}
        >
          {isFollowed ? said.stop : said.follow}
        </MenuItem>
      </MenuSurface>
    </>
  );
}
