import { ServerProcess } from './server-process.ts';

/** Before all tests: Node writes down what it has compiled just when a server ends in peace. */
export default async function compileOnce(): Promise<void> {
  await using server = await ServerProcess.start('server');
  await server.stop();
}
