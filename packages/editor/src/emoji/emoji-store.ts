import { languageInUse } from '../words/dictionary.ts';
import { type Emoji, emojiList } from './emoji-list.ts';

type Language = ReturnType<typeof languageInUse>;

const fetches: Readonly<Record<Language, () => Promise<{ readonly default: unknown }>>> = {
  en: () => import('emojibase-data/en/compact.json'),
  de: () => import('emojibase-data/de/compact.json'),
  es: () => import('emojibase-data/es/compact.json'),
  zh: () => import('emojibase-data/zh/compact.json'),
};

const NONE: readonly Emoji[] = [];
const loaded = new Map<Language, readonly Emoji[]>();
const listeners = new Set<() => void>();

/** What has been fetched for the language in use. */
export const emojiNow = (): readonly Emoji[] => loaded.get(languageInUse()) ?? NONE;

/** Fetches what there is for the language in use, once. @throws if it can't be fetched. */
export async function fetchEmoji(): Promise<void> {
  const language = languageInUse();
  if (loaded.has(language)) return;
  const [own, english, codes] = await Promise.all([
    fetches[language](),
    fetches.en(),
    import('emojibase-data/en/shortcodes/github.json'),
  ]);
  loaded.set(language, emojiList(own.default, english.default, codes.default));
  for (const tell of listeners) tell();
}

/** Calls back when more has been fetched. @returns a function that ends it. */
export function onEmoji(onChange: () => void): () => void {
  listeners.add(onChange);
  return () => listeners.delete(onChange);
}
