import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { chromium, type BrowserContext } from '@playwright/test';

const usualPlaces = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** A Chromium with a profile on disk, which it keeps when it is started again. */
export class Browser implements AsyncDisposable {
  readonly #profile = mkdtempSync(join(tmpdir(), 'indelible-bench-profile-'));
  #context: BrowserContext | null = null;

  /** Starts it, again if it runs already. @throws {Error} if there is none. */
  async start(): Promise<BrowserContext> {
    await this.#context?.close();
    const path =
      process.env['PLAYWRIGHT_CHROMIUM'] ?? usualPlaces.find((place) => existsSync(place));
    this.#context = await chromium.launchPersistentContext(this.#profile, {
      ...(path === undefined ? {} : { executablePath: path }),
      viewport: { width: 1280, height: 800 },
      chromiumSandbox: false,
      args: ['--disable-gpu', '--no-first-run', '--disable-background-networking'],
    });
    return this.#context;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#context?.close();
    rmSync(this.#profile, { recursive: true, force: true });
  }
}
