import { bench } from './bench.ts';
import { readOptions, UsageError } from './options.ts';

try {
  await bench(readOptions(process.argv.slice(2)));
} catch (error) {
  if (!(error instanceof UsageError)) throw error;
  console.error(error.message);
  process.exitCode = 2;
}
