import { fileURLToPath } from 'node:url';

import { build, type Plugin } from 'vite';
import { expect, it } from 'vitest';

/** Everything of which a second copy breaks documents or the page, not only makes it larger. */
const SINGLE = [
  'yjs',
  'lib0',
  'y-protocols',
  '@tiptap/core',
  '@tiptap/y-tiptap',
  'prosemirror-model',
  'prosemirror-state',
  'prosemirror-transform',
  'prosemirror-view',
  'preact',
];

/** The files that the built app is made of. */
async function bundledFiles(): Promise<string[]> {
  const files = new Set<string>();
  const list: Plugin = {
    name: 'list-files',
    generateBundle(_options, bundle) {
      for (const file of Object.values(bundle)) {
        if (file.type !== 'chunk') continue;
        for (const id of file.moduleIds) files.add(id.replace(/\?.*$/, ''));
      }
    },
  };
  await build({
    root: fileURLToPath(new URL('..', import.meta.url)),
    logLevel: 'silent',
    plugins: [list],
    build: { write: false, minify: false, reportCompressedSize: false },
  });
  return [...files];
}

/** For each package the folders its files come from. */
function foldersByPackage(files: readonly string[]): Map<string, Set<string>> {
  const folders = new Map<string, Set<string>>();
  for (const file of files) {
    const [, folder, name] = /^(.*\/node_modules\/((?:@[^/]+\/)?[^/]+))\//.exec(file) ?? [];
    if (folder === undefined || name === undefined) continue;
    folders.set(name, (folders.get(name) ?? new Set()).add(folder));
  }
  return folders;
}

it('has one copy of every package, and what must be single is really in it', async () => {
  const files = await bundledFiles();
  const folders = foldersByPackage(files);

  expect(SINGLE.filter((name) => !folders.has(name))).toEqual([]);
  expect([...folders].filter(([, copies]) => copies.size > 1)).toEqual([]);
  // What is written for React runs on Preact.
  expect(['react', 'react-dom'].filter((name) => folders.has(name))).toEqual([]);
  // The same package once for `import` and once for `require` would be two copies from one folder.
  expect(files.filter((file) => file.includes('/node_modules/yjs/'))).toHaveLength(1);
  const single = files.filter((file) => SINGLE.some((name) => file.includes(`/${name}/`)));
  expect(single.filter((file) => file.endsWith('.cjs'))).toEqual([]);
});
