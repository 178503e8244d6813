import { afterEach, expect, test } from 'vitest';

import {
  dictionariesReady,
  dictionary,
  languageInUse,
  onLanguage,
  speak,
} from '../src/words/dictionary.ts';

const greeting = { hello: (name: string) => `Hello ${name}` };

function greetings() {
  return dictionary<typeof greeting>(greeting, {
    de: async () => ({ hello: (name) => `Hallo ${name}` }),
    es: async () => ({ hello: (name) => `Hola ${name}` }),
    zh: async () => Promise.reject(new Error('not to be had')),
  });
}

afterEach(() => speak('en', 'en-GB'));

test('a language has to have every word, with the same things to fill in', () => {
  // Never called: it is the compiler who tells what is wrong with it.
  const broken = () => {
    dictionary<typeof greeting>(greeting, {
      // @ts-expect-error a word is missing
      de: async () => ({}),
      // @ts-expect-error a sentence where a function has to be
      es: async () => ({ hello: 'Hola' }),
      // @ts-expect-error it is given a name and wants a number
      zh: async () => ({ hello: (count: number) => `${count}` }),
    });
    // @ts-expect-error a language is missing
    dictionary<typeof greeting>(greeting, { de: async () => greeting, es: async () => greeting });
  };
  expect(broken).toBeTypeOf('function');
});

test('those who show words are told when others are in use, and not before', async () => {
  const { words } = greetings();
  const seen: string[] = [];
  const stop = onLanguage(() => seen.push(words().hello('Ada')));
  await speak('de', 'de');
  expect(seen).toEqual(['Hallo Ada']);
  stop();
  await speak('es', 'es');
  expect(seen).toEqual(['Hallo Ada']);
  expect(words().hello('Bo')).toBe('Hola Bo');
});

test('a dictionary that comes later catches up', async () => {
  greetings();
  await speak('de', 'de');
  const { words } = greetings();
  expect(words().hello('Ada')).toBe('Hello Ada');
  await dictionariesReady();
  expect(words().hello('Ada')).toBe('Hallo Ada');
});

test('a language that can’t be fetched leaves the former one as it is', async () => {
  const { words } = greetings();
  await speak('de', 'de');
  await expect(speak('zh', 'zh-Hans')).rejects.toThrow('not to be had');
  expect(words().hello('Ada')).toBe('Hallo Ada');
  expect(languageInUse()).toBe('de');
});
