import { readConfig } from './config.ts';
import { runImport, UsageError } from './importing/run-import.ts';

try {
  const result = await runImport(process.argv.slice(2), readConfig(process.env), console.error);
  const { imported, skipped, empty, failed } = result;
  console.log(`${imported} imported, ${skipped} there already, ${empty} empty, ${failed} failed`);
  process.exitCode = failed === 0 ? 0 : 1;
} catch (error) {
  const message = error instanceof Error ? error.message : String(error);
  console.error(error instanceof UsageError ? message : `The import stopped: ${message}`);
  process.exitCode = error instanceof UsageError ? 2 : 1;
}
