import { createServer } from 'node:net';

/** Below the ports that systems hand out by themselves, so that a restart finds its port free. */
const FIRST = 12_000;
const PER_WORKER = 1_000;

/** Chance, so that two runs on one machine seldom want the same. */
let next = Math.floor(Math.random() * PER_WORKER);

/** Finds a port nobody listens on; each worker has its own range, so that two never pick the same. */
export async function freePort(): Promise<number> {
  const worker = Number(process.env['TEST_PARALLEL_INDEX'] ?? 0);
  for (let tries = 0; tries < PER_WORKER; tries++) {
    const port = FIRST + worker * PER_WORKER + (next++ % PER_WORKER);
    if (await isFree(port)) return port;
  }
  throw new Error(`worker ${worker} has no free port left`);
}

const isFree = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)));
  });
