/** A file over this many lines is to be split. Data and lock files don't count. */
export const MAX_LINES = 400;

const written = /\.(?:[cm]?[jt]s|tsx|css|html|json|ya?ml|sh)$/;
const exempt = /(?:^pnpm-lock\.yaml|^e2e\/data\/)/;

/** Says what is wrong with a file's length, or null. */
export function checkLength(path: string, text: string): string | null {
  if (!written.test(path) || exempt.test(path)) return null;
  const lines = text.split('\n').length - 1;
  return lines > MAX_LINES ? `${path} has ${lines} lines; ${MAX_LINES} are allowed` : null;
}
