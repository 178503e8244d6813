import type { EditorWords } from '../words.ts';

export const alone: EditorWords['alone'] = {
  leave: 'Alles wieder zeigen',
  entered: 'Nur die Seite ist zu sehen. Mit Escape erscheint alles wieder.',
};
