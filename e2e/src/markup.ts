interface JsonNode {
  readonly type: string;
  readonly text?: string;
  readonly attrs?: Readonly<Record<string, unknown>>;
  readonly content?: readonly JsonNode[];
  readonly marks?: readonly JsonNode[];
}

/** What every node of its type has unless somebody chose otherwise. */
const USUAL: Readonly<Record<string, unknown>> = { colspan: 1, rowspan: 1, start: 1 };

/**
 * A document, as the editor's `getJSON` gives it, in one line that reads like HTML: what a test
 * expects fits on one line too, and two documents are equal if their lines are.
 */
export function markup(json: unknown): string {
  return children(json as JsonNode);
}

function children({ content = [] }: JsonNode): string {
  return content.map(drawn).join('');
}

function drawn(node: JsonNode): string {
  if (node.type !== 'text') return inTag(node, children(node));
  const marks = (node.marks ?? []).toSorted((a, b) => (a.type < b.type ? 1 : -1));
  return marks.reduce((text, mark) => inTag(mark, text), node.text ?? '');
}

function inTag({ type, attrs = {} }: JsonNode, inside: string): string {
  const name = type === 'paragraph' ? 'p' : type;
  const known = Object.entries(attrs)
    .filter(([key, value]) => value !== null && USUAL[key] !== value)
    .map(([key, value]) => ` ${key}=${typeof value === 'string' ? value : JSON.stringify(value)}`)
    .toSorted();
  return inside === ''
    ? `<${name}${known.join('')}/>`
    : `<${name}${known.join('')}>${inside}</${name}>`;
}
