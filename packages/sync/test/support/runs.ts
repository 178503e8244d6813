/**
 * How often a property is tried: `usual` times, less often where the machine is shared, or as `FC_RUNS`
 * says, which a number given in a test would otherwise override.
 */
export function runs(usual: number): { numRuns?: number } {
  if (process.env['FC_RUNS'] !== undefined) return {};
  return { numRuns: process.env['CI'] === undefined ? usual : Math.ceil(usual / 5) };
}
