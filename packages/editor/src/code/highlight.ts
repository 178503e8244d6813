import { common, createLowlight } from 'lowlight';

import { TOKEN_KINDS, type Tokens } from './tokens.ts';

const lowlight = createLowlight(common);

type Tree = ReturnType<typeof lowlight.highlight>;
type Leaf = Tree['children'][number];
type Kind = (typeof TOKEN_KINDS)[number];

/** What the grammars' many classes come down to; the rest is plain. */
const KIND_OF: Readonly<Record<string, Kind>> = {
  'hljs-comment': 'comment',
  'hljs-quote': 'comment',
  'hljs-doctag': 'keyword',
  'hljs-keyword': 'keyword',
  'hljs-selector-tag': 'keyword',
  'hljs-operator': 'keyword',
  'hljs-literal': 'number',
  'hljs-number': 'number',
  'hljs-symbol': 'number',
  'hljs-string': 'string',
  'hljs-regexp': 'string',
  'hljs-link': 'string',
  'hljs-char': 'string',
  'hljs-title': 'name',
  'hljs-name': 'name',
  'hljs-section': 'name',
  'hljs-selector-id': 'name',
  'hljs-selector-class': 'name',
  'hljs-type': 'type',
  'hljs-built_in': 'type',
  'hljs-class': 'type',
  'hljs-attr': 'attribute',
  'hljs-attribute': 'attribute',
  'hljs-property': 'attribute',
  'hljs-variable': 'attribute',
  'hljs-template-variable': 'attribute',
  'hljs-selector-attr': 'attribute',
  'hljs-selector-pseudo': 'attribute',
  'hljs-bullet': 'meta',
  'hljs-meta': 'meta',
  'hljs-addition': 'added',
  'hljs-deletion': 'removed',
  'hljs-strong': 'strong',
  'hljs-emphasis': 'emphasis',
};

const PLAIN = -1;

/** The stretches of code that have a colour; none if the language is not known. */
export function highlight(language: string, code: string): Tokens {
  if (!lowlight.registered(language)) return new Uint32Array();
  const flat: number[] = [];
  let at = 0;
  const walk = (leaves: readonly Leaf[], around: number): void => {
    for (const leaf of leaves) {
      if (leaf.type === 'element')
        walk(leaf.children, kindOf(leaf.properties['className'], around));
      if (leaf.type !== 'text') continue;
      const from = at;
      at += leaf.value.length;
      if (around !== PLAIN) append(flat, from, at, around);
    }
  };
  walk(lowlight.highlight(language, code).children, PLAIN);
  return Uint32Array.from(flat);
}

/** The innermost class that has a colour wins. */
function kindOf(classes: unknown, around: number): number {
  if (!Array.isArray(classes)) return around;
  const kind = classes.map((name) => KIND_OF[String(name)]).find((known) => known !== undefined);
  if (kind === undefined) return classes.includes('hljs-subst') ? PLAIN : around;
  return TOKEN_KINDS.indexOf(kind);
}

/** Neighbours of one kind are one stretch. */
function append(flat: number[], from: number, to: number, kind: number): void {
  if (from === to) return;
  const last = flat.length - 1;
  if (flat[last] === kind && flat[last - 1] === from) flat[last - 1] = to;
  else flat.push(from, to, kind);
}
