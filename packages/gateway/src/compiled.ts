import { existsSync } from 'node:fs';
import { enableCompileCache } from 'node:module';
import { join } from 'node:path';

/**
 * Has this process and its worker threads keep what Node made of their files for the next start, in `node_modules` of
 * the working directory, if there is one. Threads then start in half the time, and without the WebAssembly that takes
 * types out of files: V8 (Node 24.21) has been seen to crash, rarely, where several threads that had used it ended.
 */
export function keepCompiled(env: Record<string, string | undefined>): void {
  const modules = join(process.cwd(), 'node_modules');
  if (env['NODE_COMPILE_CACHE'] !== undefined || !existsSync(modules)) return;
  const folder = join(modules, '.cache', 'compiled');
  if (enableCompileCache(folder).directory === undefined) return;
  // Threads enable it by themselves.
  env['NODE_COMPILE_CACHE'] = folder;
}
