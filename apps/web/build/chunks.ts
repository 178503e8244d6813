import { join } from 'node:path';

import type { Rolldown } from 'vite';

/**
 * What is loaded together is one file, where the bundler by itself would make a file of every set of
 * pages that share a module: a hundred small ones, each of which costs a request. A module belongs to
 * the first of these that needs it. All else is split as usual.
 */
const chunks: readonly (readonly [name: string, roots: readonly string[]])[] = [
  ['app', ['src/main.tsx']],
  ['sync', ['src/offline/catch-up.ts']],
  ['document', ['src/document/document-page.tsx']],
  ['writing', ['src/document/writing-surface.tsx', 'src/returning/return-summary.tsx']],
];

/** For `output.codeSplitting.groups`. */
export function chunkGroups(): Rolldown.CodeSplittingGroup[] {
  const found = new Map<string, string>();
  return chunks.map(([name], index) => ({
    priority: chunks.length - index,
    name: (id, graph) => {
      if (found.size === 0) gather(found, graph);
      return found.get(id) === name ? name : null;
    },
  }));
}

type Graph = Parameters<Rolldown.CodeSplittingNameFunction>[1];

function gather(found: Map<string, string>, graph: Graph): void {
  for (const [name, roots] of chunks) {
    const ahead = roots.map((root) => join(import.meta.dirname, '..', root));
    for (let id = ahead.pop(); id !== undefined; id = ahead.pop()) {
      if (found.has(id)) continue;
      found.set(id, name);
      ahead.push(...(graph.getModuleInfo(id)?.importedIds ?? []));
    }
  }
}
