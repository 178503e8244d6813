import { Plugin, PluginKey } from '@tiptap/pm/state';
import { Decoration, DecorationSet, type EditorView } from '@tiptap/pm/view';

import { movedPlaces } from '../binding/moved-places.ts';
import { Highlighter } from './highlighter.ts';
import { knownLanguage } from './languages.ts';
import { isNearScreen, partNearScreen } from './near-screen.ts';
import { TOKEN_KINDS, type Tokens, tokensWithin } from './tokens.ts';

interface Change {
  readonly add: readonly Decoration[];
  readonly remove: readonly Decoration[];
}

const key = new PluginKey<DecorationSet>('codeColors');

/** Milliseconds without typing or scrolling after which code is coloured. */
const QUIET = 120;

/**
 * The colours of code. While somebody types, the colours that are there only move along; when it has been quiet for a
 * moment, what is near the screen and has changed is highlighted in a thread of its own, and those colours that are
 * others then are exchanged.
 */
export function codeColors(): Plugin<DecorationSet> {
  return new Plugin<DecorationSet>({
    key,
    state: {
      init: () => DecorationSet.empty,
      apply: (tr, before) => {
        const moved = tr.docChanged && before !== DecorationSet.empty;
        const set = moved ? before.map(movedPlaces(tr), tr.doc) : before;
        const change = tr.getMeta(key) as Change | undefined;
        if (change === undefined) return set;
        return set.remove([...change.remove]).add(tr.doc, [...change.add]);
      },
    },
    props: { decorations: (state) => key.getState(state) },
    view: (view) => {
      const coloring = new Coloring(view);
      return {
        update: ({ state }, before) => {
          if (state.doc !== before.doc) coloring.soon();
        },
        destroy: () => coloring.close(),
      };
    },
  });
}

/** What was found out about a code block, as long as it says the same. */
interface Known {
  readonly language: string;
  readonly code: string;
  readonly tokens: Tokens | null;
}

/** Colours what is near the screen whenever it has been quiet. */
class Coloring {
  readonly #view: EditorView;
  readonly #highlighter = new Highlighter();
  readonly #known = new WeakMap<Element, Known>();
  readonly #asked = new WeakSet<Element>();
  #waiting: ReturnType<typeof setTimeout> | undefined;

  constructor(view: EditorView) {
    this.#view = view;
    // Captured, because what scrolls may be any box around the page.
    addEventListener('scroll', this.soon, { capture: true, passive: true });
    addEventListener('resize', this.soon, { passive: true });
    this.soon();
  }

  readonly soon = (): void => {
    clearTimeout(this.#waiting);
    this.#waiting = setTimeout(() => this.#color(), QUIET);
  };

  close(): void {
    clearTimeout(this.#waiting);
    removeEventListener('scroll', this.soon, { capture: true });
    removeEventListener('resize', this.soon);
    this.#highlighter.close();
  }

  #color(): void {
    const view = this.#view;
    if (view.isDestroyed) return;
    // Letters that are still being composed may not be redrawn.
    if (view.composing) return this.soon();
    const add: Decoration[] = [];
    const remove: Decoration[] = [];
    for (const block of view.dom.querySelectorAll('.ed-code code')) {
      if (isNearScreen(block)) this.#colorBlock(block, add, remove);
    }
    if (add.length + remove.length === 0) return undefined;
    view.dispatch(view.state.tr.setMeta(key, { add, remove } satisfies Change));
    return undefined;
  }

  #colorBlock(block: Element, add: Decoration[], remove: Decoration[]): void {
    const { state } = this.#view;
    const start = this.#view.posAtDOM(block, 0);
    const { parent } = state.doc.resolve(start);
    if (parent.type.name !== 'codeBlock') return;
    const code = parent.textContent;
    const language = knownLanguage(parent.attrs['language']) ?? '';
    const known = this.#known.get(block);
    if (known?.code !== code || known.language !== language) {
      void this.#learn(block, language, code);
      if (language !== '') return;
    }
    const wanted = language === '' ? [] : this.#decorations(known?.tokens ?? null, start, code);
    const drawn = key.getState(state)?.find(start, start + code.length) ?? [];
    exchange(drawn, wanted, add, remove);
  }

  #decorations(tokens: Tokens | null, start: number, code: string): Decoration[] {
    if (tokens === null) return [];
    const { from, to } = partNearScreen(this.#view, start, code);
    return tokensWithin(tokens, from, to).map((token) => {
      const name = TOKEN_KINDS[token.kind] ?? 'comment';
      const attributes = { class: `ed-code-${name}` };
      return Decoration.inline(start + token.from, start + token.to, attributes, { name });
    });
  }

  /** One question for each block at a time; what has changed meanwhile is asked for afterwards. */
  async #learn(block: Element, language: string, code: string): Promise<void> {
    if (language === '') {
      this.#known.set(block, { language, code, tokens: null });
      return;
    }
    if (this.#asked.has(block)) return;
    this.#asked.add(block);
    const tokens = await this.#highlighter.tokens(language, code);
    this.#asked.delete(block);
    this.#known.set(block, { language, code, tokens });
    this.soon();
  }
}

/** Leaves alone what is drawn already as it is wanted. */
function exchange(
  drawn: readonly Decoration[],
  wanted: readonly Decoration[],
  add: Decoration[],
  remove: Decoration[],
): void {
  const nameOf = ({ from, to, spec }: Decoration) =>
    `${from} ${to} ${String((spec as { readonly name?: string }).name)}`;
  const isDrawn = new Set(drawn.map(nameOf));
  const isWanted = new Set(wanted.map(nameOf));
  add.push(...wanted.filter((one) => !isDrawn.has(nameOf(one))));
  remove.push(...drawn.filter((one) => !isWanted.has(nameOf(one))));
}
