import { existsSync } from 'node:fs';

import { chromium } from '@playwright/test';

import { run } from './run.ts';

/** Names the program the browser tests start; set by people, or by what `provideBrowser` finds. */
export const BROWSER = 'PLAYWRIGHT_CHROMIUM';

/** Tells the browser tests why they have to be skipped. */
export const NO_BROWSER = 'INDELIBLE_NO_BROWSER';

export type Browser = { readonly path: string } | { readonly problem: string };

const usualPlaces = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome-stable',
  '/usr/bin/google-chrome',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

const DOWNLOAD_MS = 4 * 60_000;
const APT_MS = 8 * 60_000;

/**
 * Finds a Chromium that starts, or installs one: Playwright's own build where it can be downloaded,
 * Debian's package where we are root. What was tried in vain is told in `problem`.
 */
export async function provideBrowser(signal: AbortSignal): Promise<Browser> {
  const chosen = process.env[BROWSER];
  if (chosen !== undefined && chosen !== '') {
    if (await starts(chosen, signal)) return { path: chosen };
    return { problem: `${BROWSER} is ${chosen}, which does not start.` };
  }
  const found = await firstThatStarts([chromium.executablePath(), ...usualPlaces], signal);
  if (found !== null) return { path: found };

  const tried: string[] = [];
  for (const [title, line, limitMs, place] of installers()) {
    const { exitCode, output } = await run({ line, folder: 'e2e', limitMs }, signal);
    const installed = exitCode === 0 ? await firstThatStarts([place], signal) : null;
    if (installed !== null) return { path: installed };
    tried.push(`${title} did not work:\n${output.trim().split('\n').slice(-5).join('\n')}`);
  }
  return {
    problem: [`No Chromium was found. Install one, or name one in ${BROWSER}.`, ...tried].join(
      '\n',
    ),
  };
}

type Installer = readonly [title: string, line: string, limitMs: number, place: string];

function installers(): Installer[] {
  const own: Installer = [
    'Downloading it with "playwright install chromium"',
    'playwright install chromium',
    DOWNLOAD_MS,
    chromium.executablePath(),
  ];
  const packages = 'chromium fonts-liberation fonts-noto-color-emoji';
  const apt: Installer = [
    'Installing it with apt-get',
    `apt-get update && apt-get install -y --no-install-recommends ${packages}`,
    APT_MS,
    '/usr/bin/chromium',
  ];
  const rootOnDebian = process.getuid?.() === 0 && existsSync('/etc/debian_version');
  return rootOnDebian ? [own, apt] : [own];
}

async function firstThatStarts(
  paths: readonly string[],
  signal: AbortSignal,
): Promise<string | null> {
  for (const path of paths) if (await starts(path, signal)) return path;
  return null;
}

/** A file that is there may still lack its libraries, or be a stub that points to a shop. */
async function starts(path: string, signal: AbortSignal): Promise<boolean> {
  if (!existsSync(path)) return false;
  const { exitCode } = await run({ line: `"${path}" --version`, limitMs: 30_000 }, signal);
  return exitCode === 0;
}
