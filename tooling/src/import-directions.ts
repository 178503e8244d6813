import { dirname, normalize } from 'node:path/posix';

import { deepImports, importTable } from './import-table.ts';
import { importsOf } from './imports.ts';

const SCOPE = '@indelible/';

/** A package's folder, such as `packages/sync` or `e2e`, or null for a file of the root. */
export const folderOf = (path: string): string | null =>
  /^(?:(?:packages|apps)\/[^/]+|e2e|tooling)(?=\/)/.exec(path)?.[0] ?? null;

const nameOf = (folder: string): string => folder.slice(folder.lastIndexOf('/') + 1);

const isTest = (path: string): boolean => /\/tests?\//.test(path);

/** Checks one source file; each violation is one sentence that begins with the place. */
export function checkFile(path: string, text: string): string[] {
  const folder = folderOf(path);
  return importsOf(path, text).flatMap(({ specifier, line }) => {
    const problem = specifier.startsWith('.')
      ? checkRelative(path, folder, specifier)
      : checkPackage(folder, specifier, isTest(path));
    return problem === null ? [] : [`${path}:${line} ${problem}`];
  });
}

/** Checks what a package.json asks for, which is what its files could import. */
export function checkManifest(path: string, text: string): string[] {
  const folder = folderOf(path);
  return [
    ...dependencies(text, 'dependencies').map((name) => checkPackage(folder, name, false)),
    ...dependencies(text, 'peerDependencies').map((name) => checkPackage(folder, name, false)),
    ...dependencies(text, 'devDependencies').map((name) => checkPackage(folder, name, true)),
  ].flatMap((problem) => (problem === null ? [] : [`${path} ${problem}`]));
}

function dependencies(manifest: string, field: string): string[] {
  const parsed: unknown = JSON.parse(manifest);
  if (typeof parsed !== 'object' || parsed === null) return [];
  const value: unknown = Reflect.get(parsed, field);
  return typeof value === 'object' && value !== null ? Object.keys(value) : [];
}

function checkRelative(path: string, folder: string | null, specifier: string): string | null {
  if (folder === null) return null;
  const target = normalize(`${dirname(path)}/${specifier}`);
  if (target.startsWith(`${folder}/`)) return null;
  return `leaves its package: ${specifier}`;
}

function checkPackage(folder: string | null, specifier: string, test: boolean): string | null {
  if (!specifier.startsWith(SCOPE)) return null;
  const [name = '', ...rest] = specifier.slice(SCOPE.length).split('/');
  if (rest.length > 0) {
    const who = deepImports[`${name}/${rest.join('/')}`];
    if (who === undefined) return `imports deep: ${specifier}`;
    if (who === 'tests' && !test) return `imports what only tests may: ${specifier}`;
  }
  const own = folder === null ? 'the root' : nameOf(folder);
  if (own === name && !test) return `imports itself by name: ${specifier}`;
  const allowed = test ? reachable(own) : direct(own);
  return own === name || allowed.has(name) ? null : `may not be imported by ${own}: ${specifier}`;
}

/** The row that holds for a package: its own, or the one with a star that covers it. */
function row(own: string): readonly string[] {
  const exact = importTable[own];
  if (exact !== undefined) return exact;
  const star = Object.keys(importTable).find((key) => matches(key, own));
  return star === undefined ? [] : (importTable[star] ?? []);
}

const matches = (pattern: string, name: string): boolean =>
  pattern.endsWith('*') ? name.startsWith(pattern.slice(0, -1)) : pattern === name;

interface Names {
  has(name: string): boolean;
}

const direct = (own: string): Names => ({
  has: (name) => row(own).some((pattern) => matches(pattern, name)),
});

/** A test may also use what its package stands on: everything below it, at any depth. */
function reachable(own: string): Names {
  const seen = new Set<string>();
  const visit = (patterns: readonly string[]): void => {
    for (const pattern of patterns) {
      if (seen.has(pattern)) continue;
      seen.add(pattern);
      visit(importTable[pattern] ?? []);
    }
  };
  visit(row(own));
  return { has: (name) => [...seen].some((pattern) => matches(pattern, name)) };
}
