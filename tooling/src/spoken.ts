import { lineAt, parse } from './imports.ts';

/** What a person sees or hears of an element. */
const SPOKEN = new Set([
  'aria-label',
  'aria-description',
  'aria-placeholder',
  'aria-roledescription',
  'aria-valuetext',
  'alt',
  'label',
  'placeholder',
  'title',
]);

/** The same as properties of elements and of what is handed about. */
const SPOKEN_PROPERTIES = new Set([...SPOKEN, 'ariaLabel', 'innerText', 'textContent']);

/** Not words of any language: the product's name, keys, beginnings of addresses, formulas. */
const NO_WORDS = /^(?:Indelible|[A-Z]|F\d+|https?:.*|[^=]{1,3} = .*)$/;

interface AnyNode {
  readonly type: string;
  readonly start: number;
  readonly [key: string]: unknown;
}

/**
 * Finds words that a person would read in one language only: text and labels written into a page's code
 * instead of its dictionaries, and components that take words without being told of another language.
 */
export function checkSpoken(path: string, text: string): string[] {
  const found: string[] = [];
  const report = (node: AnyNode, what: string): void => {
    found.push(`${path}:${lineAt(text, node.start)} ${what}`);
  };
  const visit = (node: AnyNode, owner: string | null): void => {
    for (const literal of spokenBy(node)) report(literal, `says “${wordsOf(literal).trim()}”`);
    if (isCall(node, 'words') && owner !== null && /^[A-Z]/.test(owner)) {
      report(node, `${owner} asks words(), not useWords()`);
    }
    const inside = isFunction(node) ? nameOf(node) : owner;
    for (const child of childrenOf(node)) visit(child, inside);
  };
  visit(parse(path, text) as unknown as AnyNode, null);
  return [...new Set(found)];
}

/** The literals that a node shows to people. */
function spokenBy(node: AnyNode): AnyNode[] {
  switch (node.type) {
    case 'JSXText':
      return literals(node);
    case 'JSXAttribute':
      return SPOKEN.has(text(node['name'], 'name')) ? literals(node['value']) : [];
    case 'JSXElement':
    case 'JSXFragment':
      return list(node['children'])
        .filter(({ type }) => type !== 'JSXElement')
        .flatMap(literals);
    case 'Property':
      return SPOKEN_PROPERTIES.has(keyOf(node)) ? literals(node['value']) : [];
    case 'AssignmentExpression':
      return SPOKEN_PROPERTIES.has(text(field(node['left'], 'property'), 'name'))
        ? literals(node['right'])
        : [];
    case 'CallExpression':
      return spokenByCall(node);
    default:
      return [];
  }
}

function spokenByCall(node: AnyNode): AnyNode[] {
  const [first, second] = list(node['arguments']);
  if (isCall(node, 'notifyFailure')) return [first, second].flatMap(literals);
  const isSet = text(field(node['callee'], 'property'), 'name') === 'setAttribute';
  return isSet && SPOKEN.has(String(first?.['value'])) ? literals(second) : [];
}

/** The pieces of text that an expression can become, as far as they stand in it. */
function literals(value: unknown): AnyNode[] {
  if (!isNode(value)) return [];
  switch (value.type) {
    case 'JSXExpressionContainer':
      return literals(value['expression']);
    case 'ConditionalExpression':
      return [value['consequent'], value['alternate']].flatMap(literals);
    case 'LogicalExpression':
      return [value['left'], value['right']].flatMap(literals);
    case 'TemplateLiteral':
      return list(value['quasis']).filter((quasi) => isWords(wordsOf(quasi)));
    default:
      return isWords(wordsOf(value)) ? [value] : [];
  }
}

function wordsOf(node: AnyNode): string {
  if (node.type === 'Literal' || node.type === 'JSXText') {
    return typeof node['value'] === 'string' ? node['value'] : '';
  }
  return node.type === 'TemplateElement' ? String(field(node['value'], 'cooked')) : '';
}

const isWords = (said: string): boolean => /\p{L}/u.test(said) && !NO_WORDS.test(said.trim());

const isFunction = ({ type }: AnyNode): boolean =>
  type === 'FunctionDeclaration' ||
  type === 'FunctionExpression' ||
  type === 'ArrowFunctionExpression';

const nameOf = (node: AnyNode): string => text(node['id'], 'name');

const isCall = (node: AnyNode, name: string): boolean =>
  node.type === 'CallExpression' && text(node['callee'], 'name') === name;

const keyOf = (node: AnyNode): string => text(node['key'], 'name') || text(node['key'], 'value');

function childrenOf(node: AnyNode): AnyNode[] {
  return Object.values(node).flatMap((value) =>
    Array.isArray(value) ? value.filter(isNode) : isNode(value) ? [value] : [],
  );
}

const list = (value: unknown): AnyNode[] => (Array.isArray(value) ? value.filter(isNode) : []);

const field = (value: unknown, key: string): unknown =>
  typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined;

function text(value: unknown, key: string): string {
  const found = field(value, key);
  return typeof found === 'string' ? found : '';
}

const isNode = (value: unknown): value is AnyNode => typeof field(value, 'type') === 'string';
