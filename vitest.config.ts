import { existsSync, globSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { defineConfig } from 'vitest/config';

const root = fileURLToPath(new URL('.', import.meta.url));
const folders = globSync(['packages/*', 'apps/*', 'tooling'], { cwd: root })
  .filter((folder) => existsSync(join(root, folder, 'test')))
  .sort();

/** Whose tests have threads, sockets and disks of their own, and get a process for each file. */
const heavy = ['bench', 'gateway', 'monitor', 'rooms', 'server', 'store-sqlite', 'sync-server'];

export default defineConfig({
  test: {
    // Inline, so that a folder's vite.config.ts (the web app's) stays out of its unit tests.
    projects: folders.map((folder) => ({
      test: {
        name: basename(folder),
        root: join(root, folder),
        include: ['test/**/*.test.{ts,tsx}'],
        isolate: heavy.includes(basename(folder)),
        // As the services do: see packages/gateway/src/compiled.ts.
        env: { NODE_COMPILE_CACHE: join(root, 'node_modules/.cache/compiled') },
        setupFiles: [join(root, 'tooling/src/property-seed.ts')],
      },
    })),
    // Generous, because two cores may be busy; a test that waits for nothing never gets near them.
    testTimeout: 30_000,
    hookTimeout: 30_000,
    teardownTimeout: 5_000,
    // Real fsyncs and worker threads: more workers than this only make each other late.
    maxWorkers: 2,
    restoreMocks: true,
  },
});
