import { parseSync, Visitor } from 'oxc-parser';

/** One place where a file names another module. */
export interface Import {
  readonly specifier: string;
  /** Counted from 1. */
  readonly line: number;
}

/**
 * Reads every module a file names: imports, re-exports, `import()` of values and of types, and in
 * CSS `@import`.
 *
 * @throws {SyntaxError} if the file can't be parsed.
 */
export function importsOf(path: string, text: string): Import[] {
  const found = path.endsWith('.css') ? cssImports(text) : moduleImports(path, text);
  return found.map(([specifier, offset]) => ({ specifier, line: lineAt(text, offset) }));
}

type Found = [specifier: string, offset: number];

function moduleImports(path: string, text: string): Found[] {
  const found: Found[] = [];
  const keep = (source: { value: unknown; start: number } | null): void => {
    if (typeof source?.value === 'string') found.push([source.value, source.start]);
  };
  new Visitor({
    ImportDeclaration: (node) => keep(node.source),
    ExportAllDeclaration: (node) => keep(node.source),
    ExportNamedDeclaration: (node) => keep(node.source),
    ImportExpression: (node) => keep(node.source.type === 'Literal' ? node.source : null),
    TSImportType: (node) => keep(node.source),
  }).visit(parse(path, text));
  return found;
}

/** @throws {SyntaxError} if the file can't be parsed. */
export function parse(path: string, text: string): ReturnType<typeof parseSync>['program'] {
  const { program, errors } = parseSync(path, text);
  const [error] = errors;
  if (error !== undefined) throw new SyntaxError(`${path}: ${error.message}`);
  return program;
}

const cssImports = (text: string): Found[] =>
  [...text.matchAll(/@import\s+(?:url\()?['"]([^'"]+)['"]/g)].map((match) => [
    match[1] ?? '',
    match.index,
  ]);

export const lineAt = (text: string, offset: number): number =>
  text.slice(0, offset).split('\n').length;
