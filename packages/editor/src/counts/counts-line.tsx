import { usePopup } from '../controls/use-popup.ts';
import { localeInUse } from '../words/dictionary.ts';
import { useWords } from '../words/use-words.ts';
import { minutesToRead } from './count.ts';
import type { Counts } from './use-counts.ts';

/** The number of words; pressing it tells more. */
export function CountsLine({ counts }: { readonly counts: Counts }) {
  const { counts: said } = useWords();
  const { open, trigger, popup } = usePopup({
    placing: { side: 'above', align: 'end', gap: 6 },
    onOpened: (details) => details.focus({ preventScroll: true }),
  });
  const { all, selected } = counts;
  const words = inFull(all.words);
  return (
    <>
      <button type="button" {...trigger} aria-haspopup="dialog" className="ed-counts-line">
        {selected === null
          ? said.words(all.words, words)
          : said.selectedWords(inFull(selected.words), words)}
        {' · '}
        {said.minutes(minutesToRead((selected ?? all).words))}
      </button>
      <dialog {...popup} aria-label={said.label} tabIndex={-1} className="ed-floating ed-counts">
        {open && <Details counts={counts} />}
      </dialog>
    </>
  );
}

function Details({ counts: { all, selected } }: { readonly counts: Counts }) {
  const { counts: said } = useWords();
  const rows = (['words', 'characters', 'withoutSpaces'] as const).map((name) => ({
    name: said.row[name],
    all: inFull(all[name]),
    selected: inFull(selected?.[name] ?? 0),
  }));
  rows.push({
    name: said.row.reading,
    all: said.minutes(minutesToRead(all.words)),
    selected: said.minutes(minutesToRead(selected?.words ?? 0)),
  });
  return (
    <table>
      <thead>
        <tr>
          <td aria-hidden />
          <th scope="col">{said.document}</th>
          {selected !== null && <th scope="col">{said.selection}</th>}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.name}>
            <th scope="row">{row.name}</th>
            <td>{row.all}</td>
            {selected !== null && <td>{row.selected}</td>}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

const inFull = (count: number): string => count.toLocaleString(localeInUse());
