/** How many arrays and objects may lie within each other: deeper ones overflow the stack of a reader. */
export const MAX_DEPTH = 100;

/**
 * Reads JSON that somebody else will read too.
 *
 * @throws {SyntaxError} if it is none, or is nested more than `MAX_DEPTH` deep; that is found out
 *   before anything is built.
 */
export function parseJson(text: string): unknown {
  checkDepth(text);
  const value: unknown = JSON.parse(text);
  return value;
}

function checkDepth(text: string): void {
  let depth = 0;
  let isInString = false;
  for (let i = 0; i < text.length; i++) {
    const char = text[i];
    if (char === '"') isInString = !isInString;
    else if (isInString) {
      if (char === '\\') i += 1;
    } else if (char === '[' || char === '{') {
      depth += 1;
      if (depth > MAX_DEPTH) throw new SyntaxError('nested too deeply');
    } else if (char === ']' || char === '}') depth -= 1;
  }
}
