import { defineConfig } from '@playwright/test';

import tests from './playwright.config.ts';

const sizes = [
  { width: 1440, height: 900 },
  { width: 1024, height: 768 },
  { width: 390, height: 844, isMobile: true, hasTouch: true, deviceScaleFactor: 2 },
  // What is left of 1440 × 900 for somebody who has zoomed to 200 %.
  { width: 720, height: 450, deviceScaleFactor: 2 },
] as const;

const looks = (['light', 'dark'] as const).flatMap((colorScheme) =>
  sizes.map(({ width, height, ...others }) => ({
    name: `${colorScheme}-${width}`,
    testMatch: ['screens.ts', 'right-to-left.ts', 'languages.ts'],
    use: { colorScheme, viewport: { width, height }, ...others },
  })),
);

/** Not tests: what they show is for looking at. */
export default defineConfig({
  ...tests,
  testDir: 'pictures',
  outputDir: 'pictures/out/traces',
  timeout: 180_000,
  use: { ...tests.use, serviceWorkers: 'allow' },
  projects: [
    ...looks,
    {
      name: 'two-people',
      testMatch: 'two-people.ts',
      use: {
        colorScheme: 'light',
        viewport: { width: 1280, height: 800 },
        deviceScaleFactor: 2,
        contextOptions: { reducedMotion: 'no-preference' },
      },
    },
    {
      name: 'recording',
      testMatch: 'recording.ts',
      use: { trace: 'on', viewport: { width: 960, height: 640 } },
    },
  ],
});
