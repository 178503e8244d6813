import type { EditorView } from '@tiptap/pm/view';
import type { Awareness } from 'y-protocols/awareness';

import { parsePerson } from '../people/person.ts';
import { goToView, parseViewPlace, placeInView } from './view-place.ts';

type State = Readonly<Record<string, unknown>> | undefined;

/** Milliseconds between two messages about what one sees. */
const PAUSE = 200;

/** Names of those who follow this person in any of their tabs, without this person. */
export function followersOf(states: ReadonlyMap<number, State>, own: string): string[] {
  const names = new Map<string, string>();
  for (const [client, state] of states) {
    const person = parsePerson(state, client);
    if (person !== null && person.id !== own && state?.['follows'] === own) {
      names.set(person.id, person.name);
    }
  }
  return [...names.values()];
}

/**
 * Tells others what this page sees, for as long as somebody follows the person at it; it costs nothing otherwise.
 *
 * @returns a function that ends it.
 */
export function publishView(awareness: Awareness, view: EditorView): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isFollowed = false;
  const publish = (): void => {
    timer = undefined;
    if (isFollowed && !view.isDestroyed) awareness.setLocalStateField('view', placeInView(view));
  };
  const later = (): void => {
    timer ??= setTimeout(publish, PAUSE);
  };
  const onChange = (): void => {
    const own = parsePerson(awareness.getLocalState(), awareness.clientID)?.id;
    const now = own !== undefined && followersOf(awareness.getStates(), own).length > 0;
    if (now === isFollowed) return;
    isFollowed = now;
    if (now) {
      addEventListener('scroll', later, { passive: true });
      later();
    } else {
      removeEventListener('scroll', later);
      awareness.setLocalStateField('view', null);
    }
  };
  awareness.on('change', onChange);
  onChange();
  return () => {
    clearTimeout(timer);
    awareness.off('change', onChange);
    removeEventListener('scroll', later);
  };
}

/**
 * Keeps this page where a person is, until the person at it does something, or the other one goes.
 *
 * @param onEnd called once.
 * @returns a function that ends it.
 */
export function followPerson(
  awareness: Awareness,
  view: EditorView,
  id: string,
  onEnd: () => void,
): () => void {
  let shown: unknown;
  const onChange = (): void => {
    const state = newestState(awareness, id);
    if (state === undefined) return onEnd();
    const key = JSON.stringify(state['view'] ?? null);
    const place = parseViewPlace(state['view']);
    if (place === null || key === shown) return;
    shown = key;
    goToView(view, place);
  };
  const onPress = ({ target }: Event): void => {
    // A press on the scroll bar, not one on the page.
    if (target === document.documentElement) onEnd();
  };
  awareness.setLocalStateField('follows', id);
  awareness.on('change', onChange);
  addEventListener('wheel', onEnd, { passive: true });
  addEventListener('touchmove', onEnd, { passive: true });
  addEventListener('pointerdown', onPress);
  addEventListener('keydown', onEnd, { capture: true });
  onChange();
  return () => {
    awareness.setLocalStateField('follows', null);
    awareness.off('change', onChange);
    removeEventListener('wheel', onEnd);
    removeEventListener('touchmove', onEnd);
    removeEventListener('pointerdown', onPress);
    removeEventListener('keydown', onEnd, { capture: true });
  };
}

/** Of several tabs of a person the one that says what it sees. */
function newestState(awareness: Awareness, id: string): State {
  let found: State;
  for (const [client, state] of awareness.getStates()) {
    if (client === awareness.clientID || parsePerson(state, client)?.id !== id) continue;
    if (found === undefined || parseViewPlace(state['view']) !== null) found = state;
  }
  return found;
}
