import type { AppWords } from '../words.ts';

export const guests: AppWords['guests'] = {
  // All animals are masculine, so that the endings agree.
  manners:
    'Leiser Früher Geduldiger Neugieriger Sanfter Heller Ruhiger Netter Flinker Fröhlicher Besonnener Offener Bescheidener Schlauer Sonniger Kühner'.split(
      ' ',
    ),
  animals:
    'Otter Reiher Dachs Zaunkönig Hase Marder Fink Igel Spatz Biber Fuchs Star Falke Luchs Specht Storch'.split(
      ' ',
    ),
  name: (manner, animal) => `${manner} ${animal}`,
};
