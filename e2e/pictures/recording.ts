import { mkdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

import type { Browser } from '@playwright/test';

import type { Person } from '../src/person.ts';
import { expect, test } from '../src/test-with-server.ts';
import { openFor } from '../src/writing.ts';

const out = fileURLToPath(new URL('out/recording/', import.meta.url));

interface Frame {
  readonly words: string;
  readonly pictures: readonly string[];
}

/** Takes what each of them sees, and tells it. */
async function look(people: readonly Person[], words: string): Promise<Frame> {
  console.log(words);
  const pictures: string[] = [];
  for (const person of people) {
    const [connection, save] = await Promise.all([
      person.connection.textContent(),
      person.save.innerText(),
    ]);
    console.log(
      `  ${person.name}: ${connection} | ${save} | ${JSON.stringify(await person.text())}`,
    );
    pictures.push((await person.page.screenshot()).toString('base64'));
  }
  return { words, pictures };
}

/** Puts all pictures on one page, a row for each moment. */
async function strip(browser: Browser, frames: readonly Frame[], path: string): Promise<void> {
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
  const moments = frames.map(
    ({ words, pictures }) =>
      `<h2>${words}</h2><p>${pictures.map((data) => `<img src="data:image/png;base64,${data}">`).join('')}</p>`,
  );
  await page.setContent(
    `<style>body{font:16px sans-serif;margin:24px}h2{font-size:18px;margin:24px 0 8px}
    p{display:flex;gap:16px;margin:0}img{width:0;flex:1;border:1px solid #ccc}</style>${moments.join('')}`,
  );
  await page.screenshot({ path, fullPage: true });
  await page.close();
}

test('two people write, the server is killed and comes back, and nothing is missing', async ({
  server,
  browser,
  document,
  ada,
  bo,
}) => {
  mkdirSync(out, { recursive: true });
  const people = [ada, bo];
  const frames: Frame[] = [];
  await openFor(document, ada, bo);
  await ada.title.fill('What survives');
  await Promise.all([ada.type('Ada writes here. '), bo.press('End')]);
  await expect.poll(() => bo.text()).toBe('Ada writes here. ');
  await bo.press('Control+End', 'Enter');
  await Promise.all([ada.type('She goes on. '), bo.type('Bo writes below. ')]);
  await Promise.all(people.map((person) => person.saved()));
  frames.push(await look(people, 'Both write, and both are told that it is saved'));

  const { exitCode } = await server.kill9();
  expect(exitCode).toBeNull();
  await Promise.all([ada.type('The server is dead. '), bo.type('He goes on as well. ')]);
  for (const person of people) await person.keptHere();
  frames.push(await look(people, 'The server was killed with kill -9, and both go on'));

  await server.start();
  await Promise.all(people.map((person) => person.connected()));
  await Promise.all(people.map((person) => person.saved()));
  const expected =
    'Ada writes here. She goes on. The server is dead. \nBo writes below. He goes on as well. ';
  for (const person of people) await expect.poll(() => person.text()).toBe(expected);
  frames.push(await look(people, 'It is back: both have the same text, and it is saved'));
  expect(await ada.json()).toEqual(await bo.json());

  await strip(browser, frames, `${out}strip.png`);
  expect((await readFile(`${out}strip.png`)).length).toBeGreaterThan(0);
  console.log('The strip and the trace are in e2e/pictures/out/recording');
});
