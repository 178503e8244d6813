/** The languages of the interface. */
export const languages = ['en', 'de', 'es', 'zh'] as const;
export type Language = (typeof languages)[number];

/** What a person reads, in one language at a time. */
export interface Dictionary<Words> {
  /** The words of the language in use; English until another one has been fetched. */
  readonly words: () => Words;
}

/** Fetches the words of a language; what it returns makes them the ones in use. */
type Fetch = (language: Language) => Promise<() => void>;

const fetches = new Set<Fetch>();
const listeners = new Set<() => void>();
const late: Promise<void>[] = [];
let wanted: Language = 'en';
let inUse: Language = 'en';
let locale = 'en-GB';

/** A dictionary whose English is at hand and whose other languages are fetched when somebody reads them. */
export function dictionary<Words>(
  english: Words,
  others: Readonly<Record<Exclude<Language, 'en'>, () => Promise<Words>>>,
): Dictionary<Words> {
  let current = english;
  const fetch: Fetch = async (language) => {
    const words = language === 'en' ? english : await others[language]();
    return () => {
      current = words;
    };
  };
  fetches.add(fetch);
  if (wanted !== 'en') late.push(catchUp(fetch));
  return { words: () => current };
}

/**
 * Makes a language the one in use, in all dictionaries at once, and tells those who show words.
 *
 * @param inLocale a BCP 47 tag of that language, for dates and numbers.
 * @throws if its words can't be fetched; the former language stays.
 */
export async function speak(language: Language, inLocale: string): Promise<void> {
  wanted = language;
  try {
    const turns = await Promise.all(Array.from(fetches, (fetch) => fetch(language)));
    // Somebody may have chosen another one meanwhile.
    if (wanted !== language) return;
    for (const turn of turns) turn();
    inUse = language;
    locale = inLocale;
    for (const tell of listeners) tell();
  } catch (error) {
    if (wanted === language) wanted = inUse;
    throw error;
  }
}

/** Resolves when dictionaries that were loaded after the language was chosen speak it, too. */
export async function dictionariesReady(): Promise<void> {
  await Promise.all(late.splice(0));
}

/** The language in use. */
export const languageInUse = (): Language => inUse;

/** The BCP 47 tag by which dates and numbers are written in the language in use. */
export const localeInUse = (): string => locale;

/** Calls back when another language is in use. @returns a function that ends it. */
export function onLanguage(onChange: () => void): () => void {
  listeners.add(onChange);
  return () => listeners.delete(onChange);
}

async function catchUp(fetch: Fetch): Promise<void> {
  const language = wanted;
  try {
    const turn = await fetch(language);
    if (wanted === language) turn();
  } catch {
    // Its file can't be had: English is better than nothing.
  }
}
