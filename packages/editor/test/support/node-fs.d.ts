/** As much of Node as tests of style sheets need; the package itself knows only browsers. */
declare module 'node:fs' {
  export function readFileSync(path: URL, encoding: 'utf8'): string;
}
