import { ServerProcess } from './server-process.ts';
import { test as onSharedServer } from './test.ts';

interface World {
  /** Settings of the server, for `test.use`. */
  readonly settings: Readonly<Record<string, string>>;
  /** The product, in a process of its own, on data of its own. */
  readonly server: ServerProcess;
}

/** For tests that stop the server, give it settings, or look at more than a document of their own. */
export const test = onSharedServer.extend<World>({
  settings: [{}, { option: true }],

  server: async ({ settings }, use) => {
    await using server = await ServerProcess.start('server', { env: settings });
    await use(server);
  },

  document: async ({ server }, use) => {
    await use(`${server.url}/d/${await server.newDocument()}`);
  },
});

export { expect } from '@playwright/test';
