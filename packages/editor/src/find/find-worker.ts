import { patternOf, placesIn, replacementsIn } from './query.ts';
import type { SearchAnswer, SearchRequest } from './searcher.ts';

// A thread of its own, because a pattern can take for ever, and a thread can be ended.
addEventListener('message', ({ data }: MessageEvent<SearchRequest>) => {
  const pattern = patternOf(data.query);
  const { replacement } = data;
  const answer: SearchAnswer = {
    number: data.number,
    places: data.texts.map((text) =>
      replacement === null ? placesIn(text, pattern) : replacementsIn(text, pattern, replacement),
    ),
  };
  postMessage(answer);
});
postMessage('ready');
