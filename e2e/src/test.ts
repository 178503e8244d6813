import { expect, test as base } from '@playwright/test';

import { Person } from './person.ts';
import { ServerProcess } from './server-process.ts';

interface World {
  /** The address of a document nobody has written in yet, on a server with those of other tests. */
  readonly document: string;
  /** Somebody else with a browser of their own. */
  readonly arrive: (name: string, color?: string) => Promise<Person>;
  readonly ada: Person;
  readonly bo: Person;
}

/** What the tests of one worker share. */
interface Workshop {
  readonly sharedServer: ServerProcess;
}

/** Set by whoever found no browser, to the reason. */
const noBrowser = process.env['INDELIBLE_NO_BROWSER'];

/** For tests that are about documents; see `test-with-server.ts` for all that is about more. */
export const test = base.extend<World & { hasBrowser: boolean }, Workshop>({
  sharedServer: [
    async ({}, use) => {
      await using server = await ServerProcess.start('server');
      await use(server);
    },
    { scope: 'worker' },
  ],

  document: async ({ sharedServer }, use) => {
    await use(`${sharedServer.url}/d/${await sharedServer.newDocument()}`);
  },

  hasBrowser: async ({}, use, info) => {
    if (noBrowser !== undefined) info.skip(true, noBrowser);
    await use(true);
  },

  // The first of the two is asked first, so that no browser is started where there is none.
  arrive: async ({ hasBrowser: _, browser }, use) => {
    const people: Person[] = [];
    await use(async (name, color = '#7e58eb') => {
      const person = await Person.arrive(browser, name, color);
      people.push(person);
      return person;
    });
    for (const person of people) await person.leave();
    for (const { name, troubles } of people) expect(troubles, `${name}'s page`).toEqual([]);
  },

  ada: async ({ arrive }, use) => {
    await use(await arrive('Ada', '#f0447e'));
  },

  bo: async ({ arrive }, use) => {
    await use(await arrive('Bo', '#079279'));
  },
});

export { expect };
