import type { Locator } from '@playwright/test';

import type { Person } from '../src/person.ts';
import { readWords } from '../src/reader.ts';
import { expect, test } from '../src/test-with-server.ts';

/** What the eye makes of the dot. */
async function expectLamp({ connection }: Person, color: string): Promise<void> {
  const seen = (): Promise<string> => connection.locator('.lamp').evaluate(colorName);
  await expect.poll(seen).toBe(color);
}

function colorName(lamp: HTMLElement | SVGElement): string {
  const canvas = document.createElement('canvas').getContext('2d');
  if (canvas === null) return 'nothing';
  canvas.fillStyle = getComputedStyle(lamp).backgroundColor;
  canvas.fillRect(0, 0, 1, 1);
  const [r = 0, g = 0, b = 0] = canvas.getImageData(0, 0, 1, 1).data;
  const [least, most] = [Math.min(r, g, b), Math.max(r, g, b)];
  if (most - least < 60) return 'grey';
  const sixth = most === r ? (g - b) / (most - least) : 2 + (b - r) / (most - least);
  const hue = most === b ? 240 : (sixth * 60 + 360) % 360;
  if (hue < 25 || hue > 340) return 'red';
  if (hue > 30 && hue < 65) return 'yellow';
  return hue > 90 && hue < 170 ? 'green' : `hue ${hue}`;
}

async function expectConnection(person: Person, state: string, words: RegExp): Promise<void> {
  await expect(person.connection).toHaveAttribute('data-connection', state);
  await expect(person.connection).toHaveText(words);
}

const retryOf = ({ page }: Person) =>
  page.getByRole('banner').getByRole('button', { name: 'Retry' });

/** The number before "s" in the words; 0 if they say "just now". */
const secondsIn = async (words: Locator): Promise<number> =>
  Number(/(\d+) s/.exec((await words.textContent()) ?? '')?.[1] ?? 0);

/** Every save state the page shows from now on. */
async function watchSaves({ page }: Person): Promise<() => Promise<string[]>> {
  await page.evaluate(() => {
    const seen: string[] = [];
    const look = (): void => {
      const now = document.querySelector('[data-save]')?.getAttribute('data-save') ?? 'none';
      if (seen.at(-1) !== now) seen.push(now);
    };
    look();
    new MutationObserver(look).observe(document.body, {
      subtree: true,
      childList: true,
      attributeFilter: ['data-save'],
    });
    Reflect.set(globalThis, 'savesSeen', seen);
  });
  return () => page.evaluate(() => Reflect.get(globalThis, 'savesSeen') as string[]);
}

for (const colorScheme of ['light', 'dark'] as const) {
  test(`the line’s words and colours are right in each state, ${colorScheme}`, async ({
    server,
    document,
    ada,
  }) => {
    await ada.page.emulateMedia({ colorScheme });
    await ada.line.hold();
    await ada.page.goto(document);
    await expectConnection(ada, 'connecting', /^Connecting…$/);
    await expectLamp(ada, 'yellow');

    ada.line.release();
    await ada.ready();
    await expectConnection(ada, 'connected', /^Connected$/);
    await expectLamp(ada, 'green');
    await expect(retryOf(ada)).toHaveCount(0);

    await server.kill9();
    await expectConnection(ada, 'reconnecting', /^Reconnecting in \d+ s$/);
    await expectLamp(ada, 'yellow');
    await expect(retryOf(ada)).toBeVisible();

    await ada.line.cut();
    await expectConnection(ada, 'disconnected', /^Disconnected$/);
    await expectLamp(ada, 'red');
    await expect(retryOf(ada)).toBeVisible();
  });
}

test('a lost line is counted down to the next try, and Retry tries at once', async ({
  server,
  document,
  ada,
}) => {
  await ada.bringClock();
  await ada.open(document);
  await ada.connected();
  await server.kill9();
  await expect(ada.connection).toHaveAttribute('data-connection', 'reconnecting');
  await ada.stopClock();
  // Each wait may be twice as long as the one before.
  await expect(async () => {
    await ada.page.clock.runFor(5000);
    await expect(ada.connection).toHaveText(/^Reconnecting in ([3-9]|\d\d) s$/, { timeout: 500 });
  }).toPass();
  const before = await secondsIn(ada.connection);
  await ada.page.clock.runFor(1000);
  await expect.poll(() => secondsIn(ada.connection)).toBe(before - 1);

  await server.start();
  await retryOf(ada).click();

  await ada.connected();
});

test('what is saved is said with its age, second by second, then in minutes', async ({
  document,
  ada,
}) => {
  await ada.bringClock();
  await ada.open(document);
  await expect(ada.save).toHaveText('Saved');
  await ada.insert('words');
  await expect(ada.save).toHaveText(/^Saved (just now|\d s ago)$/);
  await ada.stopClock();
  const first = await secondsIn(ada.save);
  for (let passed = 1; passed <= 3; passed++) {
    await ada.page.clock.runFor(1000);
    await expect.poll(() => secondsIn(ada.save)).toBe(first + passed);
  }

  await ada.page.clock.fastForward('02:00');
  await ada.page.clock.runFor(1000);
  await expect(ada.save).toHaveText('Saved 2 min ago');
});

test('what is saved stays saved when only the line is gone', async ({ server, document, ada }) => {
  await ada.open(document);
  await ada.insert('words');
  await ada.saved();
  const saves = await watchSaves(ada);

  await ada.line.cut();
  await expect(ada.connection).toHaveAttribute('data-connection', 'disconnected');
  await expect(ada.save).toHaveText(/^Saved/);
  await server.kill9();
  await ada.line.restore();
  await expect(ada.connection).toHaveAttribute('data-connection', 'reconnecting');
  await expect(ada.save).toHaveText(/^Saved/);
  expect(await saves()).toEqual(['saved']);

  await ada.insert('more ');
  await ada.keptHere();
  await expect(ada.save).toContainText('Offline – kept on this device');
});

test.describe('while the server holds its commits back', () => {
  test.use({ settings: { AUTOSAVE_DEBOUNCE_MS: '600000', AUTOSAVE_MAX_WAIT_MS: '600000' } });

  test('nothing is called saved, though the others see it, and kill -9 takes it from the disk', async ({
    server,
    document,
    ada,
    bo,
  }) => {
    await Promise.all([ada.open(document), bo.open(document)]);
    await ada.insert('not on the disk');
    const saves = await watchSaves(ada);
    await expect.poll(() => bo.text()).toBe('not on the disk');
    await expect(ada.save).toHaveText('Saving…');
    await server.kill9();
    await ada.keptHere();
    for (const { line } of [ada, bo]) await line.cut();
    await server.start();

    expect(await readWords(server, document)).toBe('');
    expect(await saves()).toEqual(['saving', 'offline']);

    for (const { line } of [ada, bo]) await line.restore();
    await expect.poll(() => readWords(server, document)).toBe('not on the disk');
    await expect(ada.save).toHaveText('Saving…');
  });

  test('an orderly stop writes it first and says so', async ({ server, document, ada }) => {
    await ada.open(document);
    await ada.insert('written on the way out');
    // This device has them first.
    await expect.poll(() => readWords(server, document)).toBe('written on the way out');
    await expect(ada.save).toHaveText('Saving…');

    await server.stop('SIGTERM');

    await expect(ada.save).toHaveAttribute('data-save', 'saved');
    await ada.line.cut();
    await server.start();
    expect(await readWords(server, document)).toBe('written on the way out');
  });
});
