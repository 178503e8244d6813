import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { chromium, type BrowserContext, type LaunchOptions } from '@playwright/test';

import { Person } from './person.ts';

/** Somebody's own computer: a browser that can be quit and started again and keeps what it has kept. */
export class Computer implements AsyncDisposable {
  readonly #folder = mkdtempSync(join(tmpdir(), 'indelible-profile-'));
  readonly #launch: LaunchOptions;
  readonly #name: string;
  #context: BrowserContext | null = null;

  constructor(name: string, launch: LaunchOptions) {
    this.#name = name;
    this.#launch = launch;
  }

  /** Starts the browser, cold if it ran before. */
  async start(): Promise<Person> {
    const context = await chromium.launchPersistentContext(this.#folder, {
      ...this.#launch,
      locale: 'en-GB',
      viewport: { width: 1280, height: 800 },
      reducedMotion: 'reduce',
    });
    this.#context = context;
    return Person.in(context, this.#name, '#0a7d4b');
  }

  /** Quits the browser and everything that ran in it. */
  async quit(): Promise<void> {
    await this.#context?.close();
    this.#context = null;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.quit();
    rmSync(this.#folder, { recursive: true, force: true });
  }
}
