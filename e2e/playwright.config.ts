import { existsSync } from 'node:fs';

import { defineConfig } from '@playwright/test';

// The servers are started with the Node that runs the tests.
if (Number(process.versions.node.split('.')[0]) < 24) {
  throw new Error(
    `Node ${process.versions.node} is too old; "npx -y pnpm e2e" brings the right one`,
  );
}

const usualPlaces = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome-stable',
  '/usr/bin/google-chrome',
];

/** `pnpm test` says which browser; by hand it is the system's, or else Playwright's own. */
const executablePath =
  process.env['PLAYWRIGHT_CHROMIUM'] ?? usualPlaces.find((place) => existsSync(place));

export default defineConfig({
  testDir: 'tests',
  globalSetup: './src/compile-once.ts',
  outputDir: 'test-results',
  fullyParallel: true,
  // Two cores: more would only make everybody wait for each other.
  workers: 2,
  // A test that passes at the second try has still found something.
  retries: 0,
  forbidOnly: process.env['CI'] !== undefined,
  timeout: 60_000,
  expect: { timeout: 15_000 },
  reporter: [['list']],
  use: {
    browserName: 'chromium',
    locale: 'en-GB',
    timezoneId: 'Europe/Berlin',
    viewport: { width: 1280, height: 800 },
    // Without a graphics card every pulse of a lamp is painted by the processor, in every open page.
    contextOptions: { reducedMotion: 'reduce' },
    // Recording one takes a quarter of the time; "pnpm e2e --trace retain-on-failure" does.
    trace: 'off',
    // Most pages are closed before the app's copy for hours without a network is worth its making.
    serviceWorkers: 'block',
    launchOptions: {
      ...(executablePath === undefined ? {} : { executablePath }),
      chromiumSandbox: false,
      args: [
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
        // Otherwise a whole browser draws its address bar's suggestions anew beside every page.
        '--disable-features=WebUIOmniboxPopup,WebUIOmniboxFullPopup,SpareRendererForSitePerProcess,HttpsUpgrades,MediaRouter,OptimizationHints,PaintHolding,DestroyProfileOnBrowserClose',
      ],
    },
  },
});
