import { Visitor } from 'oxc-parser';

import { lineAt, parse } from './imports.ts';

/** What a pure package may not name: the clock, chance, timers, the process, anything outside. */
const impureGlobals = new Set([
  'Date',
  'performance',
  'crypto',
  'setTimeout',
  'setInterval',
  'setImmediate',
  'clearTimeout',
  'clearInterval',
  'clearImmediate',
  'queueMicrotask',
  'requestAnimationFrame',
  'process',
  'console',
  'globalThis',
  'window',
  'self',
  'fetch',
  'WebSocket',
  'EventSource',
  'XMLHttpRequest',
  'BroadcastChannel',
  'Worker',
  'require',
]);

const impureModules =
  /^(?:node:|fs$|net$|http$|https$|ws$|timers|worker_threads$|lib0\/(?:random|time|eventloop|logging))/;

/**
 * Finds in one file what would make its package depend on anything but its arguments. A property or
 * a type member of such a name (`entry.process`, `readonly Date: string`) is no use of the global.
 */
export function checkPurity(path: string, text: string): string[] {
  const found: [offset: number, what: string][] = [];
  const harmless = new Set<number>();
  const passOver = (node: { type: string; start: number }, computed: boolean): void => {
    if (!computed) harmless.add(node.start);
  };
  new Visitor({
    MemberExpression: (node) => {
      passOver(node.property, node.computed);
      if (node.object.type !== 'Identifier' || node.object.name !== 'Math') return;
      if (node.property.type === 'Identifier' && node.property.name !== 'random') return;
      found.push([node.start, 'Math.random']);
    },
    Property: (node) => {
      if (!node.shorthand) passOver(node.key, node.computed);
    },
    PropertyDefinition: (node) => passOver(node.key, node.computed),
    MethodDefinition: (node) => passOver(node.key, node.computed),
    TSPropertySignature: (node) => passOver(node.key, node.computed),
    TSMethodSignature: (node) => passOver(node.key, node.computed),
    Identifier: (node) => {
      if (impureGlobals.has(node.name) && !harmless.has(node.start)) {
        found.push([node.start, node.name]);
      }
    },
    ImportDeclaration: (node) => {
      if (impureModules.test(node.source.value)) found.push([node.start, node.source.value]);
    },
  }).visit(parse(path, text));
  // A shorthand property is visited twice, as a key and as a value.
  return [
    ...new Set(found.map(([offset, what]) => `${path}:${lineAt(text, offset)} names ${what}`)),
  ];
}
