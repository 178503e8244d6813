import { languages, speak } from '@indelible/editor/words';
import type { Language } from '@indelible/editor/words';

/** Each language in its own words, because those who look for theirs may not read the one in use. */
export const languageNames: Readonly<Record<Language, string>> = {
  en: 'English',
  de: 'Deutsch',
  es: 'Español',
  zh: '简体中文',
};

// The same key is read by public/theme.js before the first paint.
const KEY = 'indelible:language';

/** Chinese that is not written with the letters of our words. */
const TRADITIONAL = /^zh\b.*-(?:hant|tw|hk|mo)\b/i;

/** Fetches the words of the language that was decided before the first paint; English if they can't be had. */
export async function speakFromTheStart(): Promise<void> {
  const language = languageOf(document.documentElement.lang) ?? 'en';
  try {
    await speak(language, localeFor(language, navigator.languages));
  } catch {
    name('en');
  }
}

/** Changes the language and keeps the choice on this device. @throws if its words can't be fetched. */
export async function chooseLanguage(language: Language): Promise<void> {
  await show(language);
  try {
    localStorage.setItem(KEY, language);
  } catch {
    // Not kept; it holds for this page.
  }
}

/** Follows a choice made in another tab. */
export function followLanguageOfOtherTabs(): void {
  addEventListener('storage', ({ key, newValue }) => {
    const language = key === KEY ? languageOf(newValue ?? '') : null;
    if (language !== null) show(language).catch(() => undefined);
  });
}

/**
 * How dates and numbers are written: as where the reader lives, if their browser names the language
 * with a country.
 */
export function localeFor(language: Language, preferred: readonly string[]): string {
  const own = preferred.find((tag) => languageOf(tag) === language && !TRADITIONAL.test(tag));
  return own ?? { en: 'en-GB', de: 'de', es: 'es', zh: 'zh-Hans' }[language];
}

/** The language a BCP 47 tag is about, if it is one of ours. */
function languageOf(tag: string): Language | null {
  return languages.find((language) => language === tag.toLowerCase().split('-')[0]) ?? null;
}

async function show(language: Language): Promise<void> {
  await speak(language, localeFor(language, navigator.languages));
  name(language);
}

function name(language: Language): void {
  // Chinese letters are drawn differently by country, so the page says which it means.
  document.documentElement.lang = language === 'zh' ? 'zh-Hans' : language;
}
