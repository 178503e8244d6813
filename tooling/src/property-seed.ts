/**
 * Runs before every test file. A failed property prints its seed; `FC_SEED=<seed> npx -y pnpm unit`
 * replays it, and `FC_RUNS=<n>` tries each property n times instead of its usual number.
 */
const seed = process.env['FC_SEED'];
const runs = process.env['FC_RUNS'];

if (seed !== undefined || runs !== undefined) {
  const { default: fc } = await import('fast-check');
  fc.configureGlobal({
    ...(seed === undefined ? {} : { seed: Number(seed) }),
    ...(runs === undefined ? {} : { numRuns: Number(runs) }),
  });
}
