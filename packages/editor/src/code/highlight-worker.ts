import { highlight } from './highlight.ts';
import type { HighlightAnswer, HighlightRequest } from './highlighter.ts';

// A thread of its own: a long listing takes longer than a keystroke may.
addEventListener('message', ({ data }: MessageEvent<HighlightRequest>) => {
  const tokens = highlight(data.language, data.code);
  const answer: HighlightAnswer = { number: data.number, tokens };
  postMessage(answer, { transfer: [tokens.buffer] });
});
