import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, it } from 'vitest';

import { checkLength, MAX_LINES } from '../src/file-length.ts';
import { checkMachinePaths } from '../src/machine-paths.ts';
import { root, sourceFiles } from '../src/source-files.ts';

const texts = sourceFiles()
  .filter((path) => !/\.(?:png|jpe?g|ico|woff2?|gz|sqlite)$/.test(path))
  .map((path) => [path, readFileSync(join(root, path), 'utf8')] as const);

describe('the repository', () => {
  it('has no file that is to be split', () => {
    expect(texts.flatMap(([path, text]) => checkLength(path, text) ?? [])).toEqual([]);
  });

  it('does not tell where it was written', () => {
    expect(texts.flatMap(([path, text]) => checkMachinePaths(path, text))).toEqual([]);
  });
});

describe('a file', () => {
  it('may have as many lines as allowed and not one more', () => {
    expect(checkLength('packages/a/src/b.ts', 'x\n'.repeat(MAX_LINES))).toBeNull();
    expect(checkLength('packages/a/src/b.ts', 'x\n'.repeat(MAX_LINES + 1))).toMatch(/401 lines/);
    expect(checkLength('pnpm-lock.yaml', 'x\n'.repeat(MAX_LINES + 1))).toBeNull();
  });

  it.each(['work', 'root', 'home', 'Users'])('may not name the folder %s of a machine', (name) => {
    const path = ['', name, 'me/a.ts'].join('/');
    expect(checkMachinePaths('a.ts', `x\nopen('${path}')`)).toHaveLength(1);
    expect(checkMachinePaths('a.ts', `open('src${path}')`)).toEqual([]);
  });

  it('may not name a registry', () => {
    const line = `resolved: https://registry.${'npm'}js.org/x`;
    expect(checkMachinePaths('pnpm-lock.yaml', line)).toEqual([
      expect.stringContaining('pnpm-lock.yaml:1'),
    ]);
  });
});
