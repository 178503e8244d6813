import { Extension } from '@tiptap/core';
import { Plugin } from '@tiptap/pm/state';
import type { DecorationSet } from '@tiptap/pm/view';
import { yCursorPlugin, yCursorPluginKey } from '@tiptap/y-tiptap';
import type { Awareness } from 'y-protocols/awareness';

import { textOn } from './color.ts';
import { parsePerson } from './person.ts';

/** Draws where others write, and tells them where we do. */
export function remoteCarets(awareness: Awareness) {
  return Extension.create({
    name: 'remoteCarets',
    addProseMirrorPlugins: () => {
      const moves = new Moves();
      return [
        calmWhileComposing(
          yCursorPlugin(awareness, {
            cursorBuilder: (user: unknown, client: number) => drawCaret(user, client, moves),
            selectionBuilder: (user: unknown, client: number) => ({
              class: 'ed-others-selection',
              style: `--person: ${personOf(user, client).color}`,
            }),
          }) as Plugin<DecorationSet>,
        ),
        movesPlugin(awareness, moves),
      ];
    },
  });
}

/** A caret drawn into the text that an input method is at work on would end what is being composed. */
function calmWhileComposing(carets: Plugin<DecorationSet>): Plugin<DecorationSet> {
  const { state, ...spec } = carets.spec;
  if (state === undefined) return carets;
  let isComposing = false;
  return new Plugin({
    ...spec,
    state: {
      init: (config, editorState) => state.init.call(carets, config, editorState),
      apply: (tr, marks, before, after) =>
        isComposing && !tr.docChanged ? marks : state.apply.call(carets, tr, marks, before, after),
    },
    props: {
      ...spec.props,
      handleDOMEvents: {
        compositionstart: () => {
          isComposing = true;
        },
        compositionend: (view) => {
          isComposing = false;
          // The text is taken up after this event.
          setTimeout(() => {
            if (view.isDestroyed || isComposing) return;
            view.dispatch(view.state.tr.setMeta(yCursorPluginKey, { awarenessUpdated: true }));
          }, 60);
        },
      },
    },
  });
}

/** When each caret last moved, in milliseconds of `performance.now()`. */
class Moves {
  readonly #last = new Map<number, { readonly cursor: string; readonly at: number }>();

  /** Notes a presence state; true if the caret in it is at another place than before. */
  note(client: number, state: unknown): boolean {
    const cursor = JSON.stringify((state as { cursor?: unknown } | undefined)?.cursor ?? null);
    if (this.#last.get(client)?.cursor === cursor) return false;
    this.#last.set(client, { cursor, at: performance.now() });
    return true;
  }

  forget(client: number): void {
    this.#last.delete(client);
  }

  /** Milliseconds since the caret moved. */
  age(client: number): number {
    return performance.now() - (this.#last.get(client)?.at ?? 0);
  }
}

interface PresenceChange {
  readonly added: readonly number[];
  readonly updated: readonly number[];
  readonly removed: readonly number[];
}

/** Shows a caret's name again when it moves, and a new name or colour at once: drawn carets are reused as they are. */
function movesPlugin(awareness: Awareness, moves: Moves): Plugin {
  return new Plugin({
    view: ({ dom }) => {
      for (const [client, state] of awareness.getStates()) moves.note(client, state);
      const onChange = ({ added, updated, removed }: PresenceChange) => {
        for (const client of removed) moves.forget(client);
        for (const client of [...added, ...updated]) {
          const state = awareness.getStates().get(client);
          const moved = moves.note(client, state);
          const caret = dom.querySelector<HTMLElement>(`.ed-caret[data-client="${client}"]`);
          if (caret === null) continue;
          dress(caret, state?.['user'], client);
          if (moved) showName(caret);
        }
      };
      awareness.on('change', onChange);
      return { destroy: () => awareness.off('change', onChange) };
    },
  });
}

function personOf(user: unknown, client: number) {
  return parsePerson({ user: user ?? {} }, client) ?? { id: '', name: '', color: '#7a756c' };
}

/** The name is drawn by the style sheet from an attribute, so it is never part of the page's text. */
function drawCaret(user: unknown, client: number, moves: Moves): HTMLElement {
  const caret = document.createElement('span');
  caret.className = 'ed-caret';
  caret.dataset['client'] = String(client);
  caret.setAttribute('aria-hidden', 'true');
  dress(caret, user, client);
  // A caret can be drawn anew without having moved; its name goes on fading from where it was.
  caret.style.setProperty('--ed-caret-age', `${-Math.round(moves.age(client))}ms`);
  return caret;
}

function dress(caret: HTMLElement, user: unknown, client: number): void {
  const person = personOf(user, client);
  caret.dataset['name'] = person.name;
  caret.dataset['person'] = person.id;
  caret.style.setProperty('--person', person.color);
  caret.style.setProperty('--person-text', textOn(person.color));
}

function showName(caret: HTMLElement): void {
  caret.style.setProperty('--ed-caret-age', '0ms');
  // Two names for one animation: changing between them starts it again.
  caret.dataset['beat'] = caret.dataset['beat'] === 'a' ? 'b' : 'a';
}
