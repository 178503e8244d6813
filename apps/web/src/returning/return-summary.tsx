import './return-summary.css';
import { X } from 'lucide-react';
import { memo, useEffect, useState, useSyncExternalStore } from 'react';

import { wordsOf } from '@indelible/document';
import { showBlock } from '@indelible/editor';
import type { Provider } from '@indelible/provider';

import { IconButton } from '../ui/button.tsx';
import { useWords } from '../words/use-words.ts';
import type { AppWords } from '../words/words.ts';
import { rememberNames } from './names-seen.ts';
import { returnWatch } from './return-news.ts';
import type { ReturnNews } from './return-news.ts';

/** Places that are listed; more are only counted. */
const MOST_PLACES = 8;
/** Letters of each. */
const MOST_LETTERS = 70;

/** What others did while this page was away: beside the text, quiet, and gone when it is put away. */
export const ReturnSummary = memo(({ provider }: { provider: Provider }) => {
  const words = useWords();
  const news = useNews(provider);
  const [last, setLast] = useState<ReturnNews['blocks'][number] | null>(null);
  if (news.current === null) return null;
  const { byReturn } = words;
  const places = news.current.blocks.filter((block) => wordsOf(block) !== '').slice(0, MOST_PLACES);
  return (
    <section aria-label={byReturn.label} className="return-summary floating">
      <div className="flex items-start gap-2">
        <output className="min-w-0 grow py-1 text-pretty">
          {sentence(news.current, byReturn)}
        </output>
        <IconButton label={byReturn.dismiss} onClick={news.dismiss}>
          <X size={16} aria-hidden />
        </IconButton>
      </div>
      {places.length > 0 && (
        <ul className="mt-1 max-h-[40dvh] overflow-y-auto">
          {places.map((block, index) => (
            <li key={index}>
              <button
                type="button"
                aria-current={block === last ? 'location' : undefined}
                className="touch-target block w-full truncate rounded-ui px-2 text-start text-muted hover:bg-sunken hover:text-text aria-[current]:text-text"
                onClick={() => {
                  showBlock(block);
                  setLast(block);
                }}
              >
                {beginningOf(block)}
              </button>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
});

function useNews(provider: Provider) {
  const watch = returnWatch(provider);
  const current = useSyncExternalStore(watch.subscribe, watch.current);
  useEffect(() => rememberNames(provider), [provider]);
  return { current, dismiss: watch.dismiss };
}

function sentence({ named, byOthers, removed }: ReturnNews, words: AppWords['byReturn']): string {
  const parts = named.map(({ name, count }) => words.paragraphsBy(count, name));
  if (byOthers > 0) parts.push(words.paragraphsByOthers(byOthers));
  if (removed > 0) parts.push(words.removed(removed));
  return words.whileAway(parts);
}

function beginningOf(block: ReturnNews['blocks'][number]): string {
  const text = wordsOf(block);
  return text.length > MOST_LETTERS ? `${text.slice(0, MOST_LETTERS)}…` : text;
}
