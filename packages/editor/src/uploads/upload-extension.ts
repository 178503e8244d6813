import { Extension } from '@tiptap/core';
import { type EditorState, Plugin } from '@tiptap/pm/state';
import { Decoration, DecorationSet, type EditorView } from '@tiptap/pm/view';

import { hasText } from './pasted.ts';
import { takeFiles, uploadsOf } from './take-files.ts';
import { placesAfter, type UploadPlaces, uploadsKey } from './upload-places.ts';
import type { UploadsOptions } from './uploads-options.ts';
import { Uploads } from './uploads.ts';

/** Takes in pasted and dropped files, and shows those that are on their way. */
export function uploadExtension(options: UploadsOptions) {
  return Extension.create({
    name: 'uploads',
    addProseMirrorPlugins: () => [uploadPlugin(options)],
  });
}

function uploadPlugin(options: UploadsOptions): Plugin<UploadPlaces> {
  let uploads: Uploads | null = null;
  return new Plugin<UploadPlaces>({
    key: uploadsKey,
    state: {
      init: () => new Map(),
      apply: (tr, former, _before, state) =>
        placesAfter(former, tr, state, uploads?.anchors ?? new Map()),
    },
    view: (view) => {
      const opened = new Uploads(view, options);
      uploads = opened;
      return {
        // By now the binding has brought the change to Yjs, because its plugin comes first.
        update: (_view, former) => {
          if (view.state.doc !== former.doc) opened.anchorAgain();
        },
        destroy: () => opened.dispose(),
      };
    },
    props: {
      decorations: (state) => drawn(state, uploads),
      handlePaste: takePasted,
      handleDrop: takeDropped,
    },
  });
}

function drawn(state: EditorState, uploads: Uploads | null): DecorationSet | null {
  const places = uploadsKey.getState(state);
  if (uploads === null || places === undefined || places.size === 0) return null;
  const widgets = Array.from(places, ([id, place], index) => {
    const card = uploads.cardOf(id);
    const spec = { key: id, side: index - 1_000, ignoreSelection: true, stopEvent: () => true };
    return card === null ? [] : [Decoration.widget(place, card, spec)];
  });
  return DecorationSet.create(state.doc, widgets.flat());
}

function takePasted(view: EditorView, { clipboardData: data }: ClipboardEvent): boolean {
  const uploads = uploadsOf(view);
  // Office programs put a picture of the text beside the text.
  if (uploads === null || data === null || data.files.length === 0 || hasText(data)) return false;
  takeFiles(view, Array.from(data.files), view.state.selection.to, false);
  return true;
}

function takeDropped(view: EditorView, event: DragEvent, _slice: unknown, moved: boolean): boolean {
  const files = Array.from(event.dataTransfer?.files ?? []);
  const uploads = uploadsOf(view);
  // A picture of the text itself that is copied by dragging is a file, too.
  const isOwn = moved || view.dragging !== null;
  if (uploads === null || files.length === 0 || isOwn) return false;
  const at = view.posAtCoords({ left: event.clientX, top: event.clientY });
  event.preventDefault();
  takeFiles(view, files, at?.pos ?? view.state.selection.to, event.shiftKey);
  return true;
}
