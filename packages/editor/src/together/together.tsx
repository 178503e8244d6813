import type { Editor } from '@tiptap/core';
import { useEffect, useState } from 'react';

import type { Provider } from '@indelible/provider';

import type { Desk } from '../desk/desk.ts';
import { useDesk } from '../desk/use-desk.ts';
import { avatarColors } from '../people/avatar-colors.ts';
import type { PersonHere } from '../people/people.ts';
import { usePeople } from '../people/use-people.ts';
import { useWords } from '../words/use-words.ts';
import { announceChanges } from './announce.ts';
import { followPerson, publishView } from './follow.ts';
import { useFollowers } from './use-followers.ts';

interface TogetherProps {
  readonly desk: Desk;
  readonly provider: Provider;
  readonly editor: Editor;
}

/** Whom one follows and who follows one, and what others change for those who can't see it. */
export function Together({ desk, provider, editor }: TogetherProps) {
  const { awareness } = provider;
  const { together: said } = useWords();
  const followed = useFollowed(desk, provider, editor);
  const followers = useFollowers(awareness);
  useEffect(() => publishView(awareness, editor.view), [awareness, editor]);
  return (
    <div className="ed-together">
      {followed.person !== null && (
        <div className="ed-following" style={avatarColors(followed.person.color)}>
          {said.following(followed.person.name)}
          <button type="button" className="ed-quiet" onClick={() => desk.put({ following: null })}>
            {said.stop}
          </button>
        </div>
      )}
      {followers.length > 0 && (
        <div className="ed-following">{said.followYou(followers.join(', '), followers.length)}</div>
      )}
      <output className="ed-unseen">{followed.said}</output>
      <Digest desk={desk} provider={provider} />
    </div>
  );
}

function Digest({ desk, provider }: Pick<TogetherProps, 'desk' | 'provider'>) {
  const isQuiet = useDesk(desk, 'quiet');
  const [text, say] = useState('');
  useEffect(() => (isQuiet ? undefined : announceChanges(provider, say)), [isQuiet, provider]);
  return (
    <output className="ed-unseen ed-digest" aria-live="polite">
      {!isQuiet && text}
    </output>
  );
}

/** Whom this page follows, and what is said when that begins and ends. */
function useFollowed(desk: Desk, { awareness }: Provider, editor: Editor) {
  const { together: said } = useWords();
  const id = useDesk(desk, 'following');
  const people = usePeople(awareness);
  const [last, setLast] = useState<PersonHere | null>(null);
  const person = people.find((one) => one.id === id) ?? null;
  if (person !== null && person !== last) setLast(person);
  useEffect(() => {
    if (id === null) return undefined;
    return followPerson(awareness, editor.view, id, () => desk.put({ following: null }));
  }, [id, awareness, editor, desk]);
  if (last === null) return { person, said: '' };
  return { person, said: person === null ? said.stopped(last.name) : said.following(last.name) };
}
