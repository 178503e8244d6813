import fc from 'fast-check';
import { expect, test } from 'vitest';

import { MAX_DEPTH, parseJson } from '../src/json.ts';

test('JSON that is not too deep is read as ever', () => {
  fc.assert(
    fc.property(fc.json({ maxDepth: 20 }), (text) => {
      expect(parseJson(text)).toEqual(JSON.parse(text));
    }),
  );
});

test('depth is counted in arrays and objects, not in what a text holds', () => {
  const deep = (depth: number): string => '[{"a":'.repeat(depth / 2) + '1' + '}]'.repeat(depth / 2);
  expect(() => parseJson(deep(MAX_DEPTH))).not.toThrow();
  expect(() => parseJson(deep(MAX_DEPTH + 2))).toThrow('nested too deeply');
  const text = '\\"[{\\'.repeat(1000);
  expect(parseJson(JSON.stringify([text, { [text]: 1 }]))).toEqual([text, { [text]: 1 }]);
});

test('siblings are not depth', () => {
  expect(() => parseJson(`[${'[],{},'.repeat(1000)}1]`)).not.toThrow();
});
