/** The languages of the interface, by their BCP 47 tags. */
type Language = 'en' | 'de' | 'es' | 'zh';

/** What a person reads, in one language at a time. */
export interface Dictionary<Words> {
  /** The words of the language that was loaded last; English before. */
  readonly words: () => Words;
  /**
   * Fetches a language and makes it the one in use.
   *
   * @throws if its file can't be fetched; the former language stays.
   */
  readonly load: (language: Language) => Promise<void>;
}

/** A dictionary whose English is at hand and whose other languages are fetched when somebody reads them. */
export function dictionary<Words>(
  english: Words,
  others: Readonly<Record<Exclude<Language, 'en'>, () => Promise<Words>>>,
): Dictionary<Words> {
  let current = english;
  let wanted: Language = 'en';
  return {
    words: () => current,
    load: async (language) => {
      wanted = language;
      const words = language === 'en' ? english : await others[language]();
      // Somebody may have chosen another one meanwhile.
      if (wanted === language) current = words;
    },
  };
}
