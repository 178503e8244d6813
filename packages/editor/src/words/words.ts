import { dictionary } from './dictionary.ts';
import { en } from './en/index.ts';

/** Everything the editor says; the other languages have the same keys or do not compile. */
export type EditorWords = typeof en;

const editorWords = dictionary<EditorWords>(en, {
  de: async () => (await import('./de/index.ts')).de,
  es: async () => (await import('./es/index.ts')).es,
  zh: async () => (await import('./zh/index.ts')).zh,
});

/** The words in the language in use. Ask whenever something is drawn; do not keep them. Components have `useWords`. */
export const words = editorWords.words;
