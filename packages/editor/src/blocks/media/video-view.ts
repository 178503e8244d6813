import type { Node } from '@tiptap/pm/model';
import { NodeSelection } from '@tiptap/pm/state';
import type { EditorView, NodeView } from '@tiptap/pm/view';

import { isOwnFile, isSafeImageSource } from '@indelible/document';

import { words } from '../../words/words.ts';
import { element } from '../draw.ts';
import { redrawn, placeBox } from './frame.ts';
import { addHandles } from './resizing.ts';

/** A film with the browser's own controls. */
export function videoView(
  node: Node,
  view: EditorView,
  getPos: () => number | undefined,
): NodeView {
  const dom = element('div', { class: 'ed-media ed-video' });
  dom.contentEditable = 'false';
  const box = element('div', { class: 'ed-media-box' });
  const film = element('video');
  film.controls = true;
  film.playsInline = true;
  film.setAttribute('aria-label', words().media.video);
  box.append(film);
  addHandles({ box, column: dom, view, getPos });
  dom.append(box);
  // The controls have the mouse to themselves, so that moving through the film does not move the block.
  film.addEventListener('pointerdown', () => select(view, getPos()));
  const draw = (now: Node): void => {
    drawFilm(film, now.attrs['src']);
    placeBox(dom, box, now.attrs, null);
  };
  return {
    dom,
    ...redrawn(node, draw),
    stopEvent: ({ target }) =>
      target === film || (target instanceof Element && target.matches('.ed-resize')),
  };
}

function drawFilm(film: HTMLVideoElement, src: unknown): void {
  if (typeof src !== 'string' || !isSafeImageSource(src)) {
    film.removeAttribute('src');
    return;
  }
  // Of another host nothing is loaded before somebody plays it.
  film.preload = isOwnFile(src) ? 'metadata' : 'none';
  if (film.getAttribute('src') !== src) film.setAttribute('src', src);
}

function select(view: EditorView, at: number | undefined): void {
  if (at === undefined || !view.editable) return;
  view.dispatch(view.state.tr.setSelection(NodeSelection.create(view.state.doc, at)));
}
