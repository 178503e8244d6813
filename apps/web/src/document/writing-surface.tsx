import '@indelible/editor/editor.css';
import { memo, useMemo } from 'react';

import { type CarriedIn, DocumentEditor, PeopleHere } from '@indelible/editor';
import { dictionariesReady } from '@indelible/editor/words';
import type { Provider } from '@indelible/provider';

import { uploadTo } from '../api/upload.ts';
import { library } from './library.ts';
import { useToolbarPlace } from './toolbar-choice.ts';
import { useGuest } from './use-guest.ts';

// What needs the editor's code, and nothing else: this file is its own download. Both are memoised,
// because the status around them changes with every keystroke.

// The editor brings its own dictionary along, in English; nobody is to see that first.
await dictionariesReady();

/** What tells it is only needed by those who bring something. */
const onCarried = (carried: CarriedIn): void => {
  void import('../transfer/report.ts').then(({ tellCarried }) => tellCarried(carried));
};

interface SurfaceProps {
  readonly id: string;
  readonly provider: Provider;
  readonly editable: boolean;
}

/** The document itself. */
export const Surface = memo(({ id, provider, editable }: SurfaceProps) => {
  const [person] = useGuest();
  const [toolbar] = useToolbarPlace();
  const uploads = useMemo(() => ({ document: id, upload: uploadTo(id) }), [id]);
  const hasToolbar = toolbar === 'above';
  const given = { id, provider, person, editable, uploads, hasToolbar, library, onCarried };
  return <DocumentEditor {...given} />;
});

/** Who is here, oneself first. */
export const People = memo(({ provider }: { provider: Provider }) => {
  const [person, change] = useGuest();
  return <PeopleHere provider={provider} person={person} onChange={change} />;
});
