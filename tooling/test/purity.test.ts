import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, it } from 'vitest';

import { checkPurity } from '../src/purity.ts';
import { root, sourceFiles } from '../src/source-files.ts';

it('the room names no clock, no chance, no timer and nothing outside', () => {
  const files = sourceFiles('packages/sync/src');
  expect(files).not.toEqual([]);
  const read = (path: string): string => readFileSync(join(root, path), 'utf8');
  expect(files.flatMap((path) => checkPurity(path, read(path)))).toEqual([]);
});

describe('the purity check', () => {
  it.each([
    'const now = Date.now();',
    'let at: Date;',
    'const x = Math.random();',
    "const x = Math['random']();",
    'setTimeout(f, 10);',
    'console.log(1);',
    'const env = process.env;',
    'const f = { fetch };',
    'const { random } = globalThis.Math;',
    "import { readFile } from 'node:fs/promises';",
    "import * as random from 'lib0/random';",
    'new WebSocket(url);',
  ])('finds the fault in: %s', (text) => {
    expect(checkPurity('a.ts', `\n${text}`)).toEqual([expect.stringMatching(/^a\.ts:2 names /)]);
  });

  it.each([
    'const x = Math.max(1, 2);',
    'const x = entry.process;',
    'interface X { readonly process: string; Date(): void }',
    'const x = { console: 1 };',
    'const text = "Date.now()"; // console.log',
    "import * as decoding from 'lib0/decoding';",
  ])('lets pass: %s', (text) => {
    expect(checkPurity('a.ts', text)).toEqual([]);
  });
});
