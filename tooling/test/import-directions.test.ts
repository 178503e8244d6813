import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, it } from 'vitest';

import { checkFile, checkManifest, folderOf } from '../src/import-directions.ts';
import { importTable } from '../src/import-table.ts';
import { root, sourceFiles } from '../src/source-files.ts';

const read = (path: string): string => readFileSync(join(root, path), 'utf8');
const files = sourceFiles();

describe('the repository', () => {
  it('imports nothing upward, sideways, deep or out of its package', () => {
    const sources = files.filter((path) => /\.(?:[cm]?[jt]s|tsx|css)$/.test(path));
    expect(sources.length).toBeGreaterThan(20);
    expect(sources.flatMap((path) => checkFile(path, read(path)))).toEqual([]);
  });

  it('asks in no package.json for a package that may not be imported', () => {
    const manifests = files.filter((path) => path.endsWith('/package.json'));
    expect(manifests.length).toBeGreaterThan(10);
    expect(manifests.flatMap((path) => checkManifest(path, read(path)))).toEqual([]);
  });

  it('has a row in the table for every package', () => {
    const names = new Set(files.flatMap((path) => folderOf(path)?.replace(/^.*\//, '') ?? []));
    const unlisted = [...names].filter(
      (name) => !(name in importTable) && !/^(?:store|bus)-/.test(name),
    );
    expect(unlisted).toEqual([]);
  });
});

describe('an import', () => {
  const at = (path: string, text: string): string[] => checkFile(path, text);

  it('may go down the table', () => {
    expect(at('packages/sync/src/a.ts', `import { x } from '@indelible/protocol';`)).toEqual([]);
    expect(at('apps/server/src/a.ts', `import '@indelible/store-sqlite';`)).toEqual([]);
    expect(at('packages/store-postgres/src/a.ts', `import '@indelible/store';`)).toEqual([]);
  });

  it('may not go up, in whatever form it is written', () => {
    const problem = ['packages/sync/src/a.ts:2 may not be imported by sync: @indelible/rooms'];
    for (const line of [
      `import { x } from '@indelible/rooms';`,
      `import type { X } from '@indelible/rooms';`,
      `import '@indelible/rooms';`,
      `export * from '@indelible/rooms';`,
      `export { x } from '@indelible/rooms';`,
      `const x = await import('@indelible/rooms');`,
      `type X = import('@indelible/rooms').X;`,
    ]) {
      expect(at('packages/sync/src/a.ts', `\n${line}`), line).toEqual(problem);
    }
  });

  it('may not go sideways', () => {
    expect(
      at('packages/store-sqlite/src/a.ts', `import '@indelible/store-postgres';`),
    ).toHaveLength(1);
    expect(at('packages/provider/src/a.ts', `import '@indelible/document';`)).toHaveLength(1);
  });

  it('may not go deep, except where the table says so', () => {
    expect(at('apps/web/src/a.ts', `import '@indelible/editor/src/toolbar.ts';`)).toHaveLength(1);
    expect(at('apps/web/src/a.css', `@import '@indelible/editor/src/page.css';`)).toHaveLength(1);
    expect(at('apps/web/src/a.ts', `import '@indelible/editor/editor.css';`)).toEqual([]);
    expect(at('packages/provider/src/a.ts', `import '@indelible/editor/editor.css';`)).toHaveLength(
      1,
    );
  });

  it('may not leave its package by a relative path', () => {
    expect(at('apps/web/src/a.ts', `import '../../../packages/editor/src/index.ts';`)).toHaveLength(
      1,
    );
    expect(at('apps/web/src/a.ts', `import '../../web-other/a.ts';`)).toHaveLength(1);
    expect(at('apps/web/src/pages/a.ts', `import '../b.ts';`)).toEqual([]);
  });

  it('of the store contract is for tests', () => {
    const text = `import { x } from '@indelible/store/contract';`;
    expect(at('packages/store-sqlite/test/a.test.ts', text)).toEqual([]);
    expect(at('packages/store-sqlite/src/a.ts', text)).toHaveLength(1);
  });

  it('in a test may also reach what the package stands on, but nothing above it', () => {
    expect(at('packages/gateway/test/a.test.ts', `import '@indelible/store';`)).toEqual([]);
    expect(at('packages/gateway/src/a.ts', `import '@indelible/store';`)).toHaveLength(1);
    expect(at('packages/gateway/test/a.test.ts', `import '@indelible/server';`)).toHaveLength(1);
  });

  it('of the own package by its name is for tests, which come in by the door', () => {
    expect(at('packages/store/test/a.test.ts', `import '@indelible/store';`)).toEqual([]);
    expect(at('packages/store/src/a.ts', `import '@indelible/store';`)).toHaveLength(1);
  });

  it('of anything of ours is not for the end-to-end tests', () => {
    expect(at('e2e/tests/a.spec.ts', `import '@indelible/protocol';`)).toHaveLength(1);
    expect(
      at('e2e/tests/a.spec.ts', `import '../../packages/protocol/src/frame.ts';`),
    ).toHaveLength(1);
  });

  it('named in a comment or a string is no import', () => {
    expect(
      at('packages/sync/src/a.ts', `// import '@indelible/rooms'\nf("import 'x/../..'");`),
    ).toEqual([]);
  });
});

describe('a package.json', () => {
  it('may not depend on a package above it', () => {
    const manifest = JSON.stringify({ dependencies: { '@indelible/rooms': 'workspace:*' } });
    expect(checkManifest('packages/sync/package.json', manifest)).toHaveLength(1);
    expect(checkManifest('packages/gateway/package.json', manifest)).toEqual([]);
  });

  it('may ask in devDependencies for what only its tests use', () => {
    const manifest = JSON.stringify({ devDependencies: { '@indelible/store': 'workspace:*' } });
    expect(checkManifest('packages/gateway/package.json', manifest)).toEqual([]);
    expect(checkManifest('packages/provider/package.json', manifest)).toHaveLength(1);
  });
});
