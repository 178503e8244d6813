import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { expect, it } from 'vitest';

import { workspaceEnv } from '../src/run.ts';
import { root, sourceFiles } from '../src/source-files.ts';

const files = sourceFiles();
const configs = files.filter((path) => /(?:^|\/)tsconfig\.json$/.test(path));

it('the script "types" runs over every tsconfig.json', () => {
  const text = readFileSync(join(root, 'package.json'), 'utf8');
  const { scripts } = JSON.parse(text) as { readonly scripts: { readonly types: string } };
  expect(
    scripts.types
      .split(' ')
      .filter((word) => word.endsWith('.json'))
      .sort(),
  ).toEqual(configs);
});

it('every TypeScript file is checked by one of them', () => {
  const checked = new Set(
    configs.flatMap((config) =>
      execFileSync('tsc', ['-p', config, '--listFilesOnly'], {
        cwd: root,
        encoding: 'utf8',
        env: workspaceEnv(),
      })
        .split('\n')
        .map((path) => path.trim()),
    ),
  );
  const typescript = files.filter((path) => /\.tsx?$/.test(path));
  expect(typescript.filter((path) => !checked.has(join(root, path)))).toEqual([]);
});
