import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { copyFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const INSTALLED = fileURLToPath(new URL('../../node_modules/.cache/peers', import.meta.url));
const LAUNCHERS = fileURLToPath(new URL('../../peers', import.meta.url));
/** Milliseconds: something may have to be compiled. */
const MOST_WAITING = 5 * 60_000;

type Versions = Readonly<Record<string, string>>;

/**
 * Somebody else's server, in a folder of its own with the packages it asks for. It is not among our
 * dependencies, so that nobody gets it who does not want to measure it.
 */
export class Peer {
  readonly #folder: string;
  readonly #launcher: string;
  readonly #manifest: string;

  /** @param overrides for what its packages ask for and can't be had, see npm's `overrides`. */
  constructor(name: string, dependencies: Versions, overrides: Versions = {}) {
    this.#folder = join(INSTALLED, name);
    this.#launcher = `${name}.mjs`;
    const manifest = { private: true, type: 'module', dependencies, overrides };
    this.#manifest = JSON.stringify(manifest, null, 2);
  }

  get script(): string {
    return join(this.#folder, this.#launcher);
  }

  /** Installs it with npm, unless that has been done. @throws {Error} with npm's last words. */
  async install(): Promise<void> {
    const manifest = join(this.#folder, 'package.json');
    const done = join(this.#folder, 'installed');
    mkdirSync(this.#folder, { recursive: true });
    copyFileSync(join(LAUNCHERS, this.#launcher), this.script);
    if (existsSync(done) && readFileSync(done, 'utf8') === this.#manifest) return;
    writeFileSync(manifest, this.#manifest);
    await npmInstall(this.#folder);
    writeFileSync(done, this.#manifest);
  }
}

async function npmInstall(cwd: string): Promise<void> {
  const npm = spawn('npm', ['install', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd,
    stdio: ['ignore', 'ignore', 'pipe'],
    timeout: MOST_WAITING,
  });
  let said = '';
  npm.stderr.setEncoding('utf8').on('data', (text: string) => {
    said += text;
  });
  await once(npm, 'close');
  if (npm.exitCode !== 0) throw new Error(`npm install failed: ${said.trim().split('\n').at(-1)}`);
}
