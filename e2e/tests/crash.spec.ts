import type { Person } from '../src/person.ts';
import { readWords } from '../src/reader.ts';
import { expect, test } from '../src/test-with-server.ts';

const ROUNDS = 3;

/** Somebody who types word after word and notes which of them the page has said are saved. */
class Writer {
  readonly person: Person;
  readonly typed: string[] = [];
  /** The page said "Saved" when this many of them had been typed. */
  promised = 0;
  readonly #letter: string;

  constructor(person: Person, letter: string) {
    this.person = person;
    this.#letter = letter;
  }

  /** Types one more word. */
  async word(): Promise<void> {
    const word = `${this.#letter}${this.typed.length}.`;
    await this.person.type(` ${word}`);
    this.typed.push(word);
    await this.note();
  }

  async note(): Promise<void> {
    const count = this.typed.length;
    if ((await this.person.save.getAttribute('data-save')) === 'saved') this.promised = count;
  }

  /** Types until the signal comes; sometimes waits to be told that it is saved. */
  async typeUntil(stop: AbortSignal): Promise<void> {
    while (!stop.aborted) {
      await this.word();
      if (this.typed.length % 3 !== 0) continue;
      while (this.promised < this.typed.length && !stop.aborted) await this.note();
    }
  }
}

test('whatever the page said is saved survives kill -9, and whatever was typed is there in the end', async ({
  server,
  document,
  ada,
  bo,
}) => {
  await Promise.all([ada.open(document), bo.open(document)]);
  await ada.insert('Ada:');
  await ada.press('Enter');
  await expect.poll(() => bo.text()).toBe('Ada:\n');
  await bo.press('Control+End');
  await bo.insert('Bo:');
  await expect.poll(() => ada.text()).toBe('Ada:\nBo:');
  await ada.goBehind('Ada:');
  const writers = [new Writer(ada, 'a'), new Writer(bo, 'b')];

  for (let round = 1; round <= ROUNDS; round++) {
    const stop = new AbortController();
    const writing = Promise.all(writers.map((writer) => writer.typeUntil(stop.signal)));
    const enough = writers.map(({ promised }) => promised + 2);
    const isEnough = (): boolean =>
      writers.every(({ promised }, n) => promised >= (enough[n] ?? 0));
    await expect.poll(isEnough, { intervals: [20] }).toBe(true);

    await server.kill9();
    stop.abort();
    await writing;
    for (const { person } of writers) await person.line.cut();
    for (const writer of writers) await writer.word();
    await server.start();

    const onDisk = await readWords(server, document);
    for (const { typed, promised } of writers) {
      for (const word of typed.slice(0, promised)) expect(onDisk).toContain(` ${word}`);
    }
    for (const { person } of writers) await person.line.restore();
    await Promise.all(writers.map(({ person }) => person.saved()));
  }

  const expected = writers.map(({ typed }, n) => [n === 0 ? 'Ada:' : 'Bo:', ...typed].join(' '));
  for (const { person } of writers) {
    await expect.poll(() => person.text()).toBe(expected.join('\n'));
  }
  expect(await ada.json()).toEqual(await bo.json());
  expect(await readWords(server, document)).toBe(expected.join('\n'));
});

test('pages reconnect by themselves to a server that was restarted, and end saved', async ({
  server,
  document,
  ada,
  bo,
}) => {
  await Promise.all([ada.open(document), bo.open(document)]);
  await ada.insert('before');
  await expect.poll(() => bo.text()).toBe('before');

  expect((await server.stop('SIGTERM')).exitCode).toBe(0);
  await expect(ada.connection).toHaveAttribute('data-connection', 'reconnecting');
  await ada.press('Control+End');
  await ada.insert(' meanwhile');
  await ada.keptHere();
  await server.start();

  await Promise.all([ada.connected(), bo.connected()]);
  await expect.poll(() => bo.text()).toBe('before meanwhile');
  await Promise.all([ada.saved(), bo.saved()]);
  expect(await readWords(server, document)).toBe('before meanwhile');
});
