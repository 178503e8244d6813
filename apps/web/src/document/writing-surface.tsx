import '@indelible/editor/editor.css';
import { memo } from 'react';

import { DocumentEditor, PeopleHere } from '@indelible/editor';
import { dictionariesReady } from '@indelible/editor/words';
import type { Provider } from '@indelible/provider';

import { useToolbarPlace } from './toolbar-choice.ts';
import { useGuest } from './use-guest.ts';

// What needs the editor's code, and nothing else: this file is its own download. Both are memoised,
// because the status around them changes with every keystroke.

// The editor brings its own dictionary along, in English; nobody is to see that first.
await dictionariesReady();

/** The document itself. */
export const Surface = memo(({ provider, editable }: { provider: Provider; editable: boolean }) => {
  const [person] = useGuest();
  const [toolbar] = useToolbarPlace();
  return (
    <DocumentEditor
      provider={provider}
      person={person}
      editable={editable}
      hasToolbar={toolbar === 'above'}
    />
  );
});

/** Who is here, oneself first. */
export const People = memo(({ provider }: { provider: Provider }) => {
  const [person, change] = useGuest();
  return <PeopleHere provider={provider} person={person} onChange={change} />;
});
