import { useState } from 'react';

import { useWords } from '../words/use-words.ts';
import type { Find } from './find.ts';

/** What comes to stand where something was found. */
export function ReplaceRow({ find }: { readonly find: Find | null }) {
  const [replacement, setReplacement] = useState('');
  const [done, setDone] = useState<number | null>(null);
  const { find: said } = useWords();
  const replaceAll = async () => setDone((await find?.replaceAll(replacement)) ?? null);
  return (
    <form
      className="ed-find-row"
      onSubmit={(event) => {
        event.preventDefault();
        setDone(null);
        void find?.replace(replacement);
      }}
    >
      <input
        className="ed-input"
        type="text"
        aria-label={said.replacement}
        placeholder={said.replacement}
        autoComplete="off"
        value={replacement}
        onChange={(event) => setReplacement(event.target.value)}
      />
      <button type="submit" className="ed-quiet">
        {said.replaceOne}
      </button>
      <button type="button" className="ed-quiet" onClick={() => void replaceAll()}>
        {said.replaceAll}
      </button>
      <output className="ed-unseen">{done !== null && said.replaced(done)}</output>
    </form>
  );
}
